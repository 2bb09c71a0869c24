package org.liuhen.server.identity;

import org.liuhen.server.http.ServesAnyone;
import org.liuhen.server.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. */
@RestController
@RequestMapping("/api/session")
class SessionEndpoints {

    private static final int MAX_USERNAME = 64;

    private final Accounts accounts;
    private final Sessions sessions;
    private final SignIns signIns;
    private final People people;
    private final InstantSource clock;

    SessionEndpoints(Accounts accounts, Sessions sessions, SignIns signIns, People people, InstantSource clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.signIns = signIns;
        this.people = people;
        this.clock = clock;
    }

    /** What a person types. */
    record SignIn(String username, String password) {
        SignIn {
            Objects.requireNonNull(username); // what is missing is the sender's mistake, not ours
            Objects.requireNonNull(password);
        }

        @Override
        public String toString() {
            return "SignIn[" + username + "]"; // frameworks log what they read
        }
    }

    /** What a person types the first time. */
    record FirstUse(String username, String oneTimeCode, String password) {
        FirstUse {
            Objects.requireNonNull(username);
            Objects.requireNonNull(oneTimeCode);
            Objects.requireNonNull(password);
        }

        @Override
        public String toString() {
            return "FirstUse[" + username + "]";
        }
    }

    /** Who is signed in. */
    record Session(Person person, Named agency, Optional<Named> unit, List<String> roles, Instant expiresAt) {}

    /** The person. */
    record Person(String id, String name, String username, Optional<String> certificate) {}

    /** Something with a code. */
    record Named(String code, String name) {}

    @PostMapping
    @ServesAnyone
    ResponseEntity<Session> signIn(@RequestBody SignIn typed, HttpServletRequest request) {
        var now = countAttempt(typed.username(), request);
        var account = accounts.byPassword(typed.username(), checkedLength(typed.password()))
            .orElseThrow(() -> failed(typed.username(), request, now));
        return begin(account.username(), request, SignIns.Outcome.SUCCESS);
    }

    @PostMapping("/first-use")
    @ServesAnyone
    ResponseEntity<Session> firstUse(@RequestBody FirstUse typed, HttpServletRequest request) {
        var now = countAttempt(typed.username(), request);
        var account = accounts.byOneTimeCode(typed.username(), checkedLength(typed.oneTimeCode()), now)
            .orElseThrow(() -> failed(typed.username(), request, now));
        if (checkedLength(typed.password()).length() < Passwords.MIN_LENGTH) throw tooShort();
        accounts.setPassword(account.agency(), account.person(), account.username(), typed.password());
        sessions.endAll(account.username());
        return begin(account.username(), request, SignIns.Outcome.FIRST_USE);
    }

    @GetMapping
    @ServesAnyone
    ResponseEntity<Session> current(HttpServletRequest request, CsrfToken csrf) {
        csrf.getToken(); // sets the cookie that the pages need for everything unsafe
        return CallerFilter.caller(request).filter(caller -> caller.kind() == Actor.Kind.PERSON)
            .map(caller -> ResponseEntity.ok(describe(caller)))
            .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @DeleteMapping
    @ServesAnyone
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        CallerFilter.cookie(request).ifPresent(secret -> {
            sessions.find(secret, clock.instant())
                .ifPresent(session -> signIns.record(session.username(), SignIns.Outcome.SIGNED_OUT, request.getRemoteAddr(), clock.instant()));
            sessions.end(secret);
        });
        return ResponseEntity.noContent().header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request.isSecure())).build();
    }

    private Instant countAttempt(String username, HttpServletRequest request) {
        if (username.isBlank() || username.length() > MAX_USERNAME || username.indexOf('\0') >= 0) throw wrong();
        var now = clock.instant();
        var until = signIns.attempt(username, now);
        if (until.isPresent()) {
            signIns.record(username, SignIns.Outcome.WAITING, request.getRemoteAddr(), now);
            var wait = Duration.between(now, until.get());
            throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts", "尝试次数过多", "Too many attempts")
                .next("请在 " + Math.max(1, wait.toSeconds()) + " 秒后再试。", "Try again in " + Math.max(1, wait.toSeconds()) + " seconds.")
                .retryAfter(wait);
        }
        return now;
    }

    private ResponseEntity<Session> begin(String username, HttpServletRequest request, SignIns.Outcome outcome) {
        var now = clock.instant();
        signIns.forgive(username);
        var caller = people.caller(new Sessions.Session(username, CallerFilter.endOfSession(now)), now).orElseThrow(SessionEndpoints::noRoleToday);
        signIns.record(username, outcome, request.getRemoteAddr(), now);
        CallerFilter.cookie(request).ifPresent(sessions::end); // the session of whoever used this browser before
        var secret = sessions.begin(username, now);
        return ResponseEntity.ok().header(HttpHeaders.SET_COOKIE, cookie(secret.text(), Sessions.LIFE, request.isSecure())).body(describe(caller));
    }

    private Problem failed(String username, HttpServletRequest request, Instant now) {
        signIns.record(username, SignIns.Outcome.FAILURE, request.getRemoteAddr(), now);
        return wrong();
    }

    private static Problem wrong() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "wrong-credentials", "用户名或密码不正确", "Username or password is wrong")
            .next("请检查后重试。忘记密码时，请向本机关系统管理员领取一次性代码。",
                "Check and try again. If the password is forgotten, ask your system administrator for a one-time code.");
    }

    private static Problem tooShort() {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "password-too-short", "密码过短", "The password is too short")
            .next("请至少使用 " + Passwords.MIN_LENGTH + " 个字符。", "Use at least " + Passwords.MIN_LENGTH + " characters.");
    }

    private static Problem noRoleToday() {
        return Problem.of(HttpStatus.FORBIDDEN, "no-role-today", "您今天没有有效的角色", "You hold no role today")
            .next("请联系本机关安全管理员。", "Ask your security administrator.");
    }

    private static String checkedLength(String secret) {
        if (secret.length() > Passwords.MAX_LENGTH) throw wrong();
        return secret;
    }

    private Session describe(Caller caller) {
        var person = people.person(caller);
        return new Session(new Person(person.id().toString(), person.name(), person.username(), person.certificate()),
            new Named(caller.agency(), people.agencyName(caller)),
            caller.unit().map(unit -> new Named(unit, people.unitName(caller, unit))),
            caller.roles().stream().sorted().map(Role::word).toList(), caller.expiresAt());
    }

    private static String cookie(String value, Duration life, boolean secure) {
        return ResponseCookie.from(CallerFilter.COOKIE, value).httpOnly(true).secure(secure).sameSite("Strict").path("/").maxAge(life).build().toString();
    }
}
