package org.liuhen.server.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Role;
import org.liuhen.server.http.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who is asking, from the cookie or the bearer token, anew for each request. What the caller may do is decided later, by {@link RolesGate}. */
class CallerFilter extends OncePerRequestFilter {

    /** The session cookie's name. */
    static final String COOKIE = "LIUHEN_SESSION";
    private static final String CALLER = CallerFilter.class.getName();
    private static final String BEARER = "Bearer ";
    private static final Logger LOG = LoggerFactory.getLogger(CallerFilter.class);

    private final Sessions sessions;
    private final People people;
    private final StationTokens tokens;
    private final OperatorToken operator;
    private final ProblemWriter problems;
    private final InstantSource clock;

    CallerFilter(
            Sessions sessions, People people, StationTokens tokens, OperatorToken operator, ProblemWriter problems, InstantSource clock) {
        this.sessions = sessions;
        this.people = people;
        this.tokens = tokens;
        this.operator = operator;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        try {
            var caller = isBearer(request) ? Optional.of(bearer(request)) : person(request);
            caller.ifPresent(found -> remember(request, found));
        } catch (Problem problem) {
            problems.write(response, problem);
            return;
        } catch (DataAccessException e) {
            LOG.error("cannot look up who is asking", e);
            problems.write(response, ProblemAnswers.databaseAway());
            return;
        }
        chain.doFilter(request, response);
    }

    /** A token is a credential that no browser sends by itself: such requests need no protection against forgery. */
    static boolean isBearer(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    private Caller bearer(HttpServletRequest request) {
        var token = request.getHeader(HttpHeaders.AUTHORIZATION).substring(BEARER.length()).strip();
        if (operator.opens(token, request.getRemoteAddr())) return Caller.operator();
        return tokens.find(token, clock.instant())
            .map(bearer -> new Caller(bearer.agency(), Actor.Kind.STATION, bearer.station().value(), bearer.name(), Optional.of(bearer.unit()),
                Set.of(Role.STATION), Role.STATION, bearer.expiresAt()))
            .orElseThrow(() -> Problem.of(HttpStatus.UNAUTHORIZED, "token-invalid", "令牌无效", "The token is not valid")
                .because("采集站的令牌不正确、已过期或者已被吊销。", "The station's token is wrong, has ended or was revoked.")
                .next("请向本机关系统管理员领取新的令牌；本机未上传的文件不会丢失。",
                    "Ask your system administrator for a new token; files not yet handed in stay where they are."));
    }

    private Optional<Caller> person(HttpServletRequest request) {
        var now = clock.instant();
        return cookie(request).flatMap(secret -> sessions.find(secret, now)).flatMap(session -> people.caller(session, now));
    }

    /** The session cookie of a request. */
    static Optional<Secret> cookie(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        return Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(COOKIE)).map(Cookie::getValue).map(Secret::new).findFirst();
    }

    private static void remember(HttpServletRequest request, Caller caller) {
        request.setAttribute(CALLER, caller);
    }

    /** Who asks; empty if nobody signed in. */
    static Optional<Caller> caller(HttpServletRequest request) {
        return Optional.ofNullable((Caller) request.getAttribute(CALLER));
    }

    /** Lets the rest of the request be carried out in that role. */
    static void act(HttpServletRequest request, Caller caller, Role role) {
        remember(request, caller.in(role));
    }

    /** When a session that begins now ends. */
    static Instant endOfSession(Instant now) {
        return now.plus(Sessions.LIFE);
    }
}
