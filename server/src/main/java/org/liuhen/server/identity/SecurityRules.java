package org.liuhen.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.liuhen.server.http.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How requests are guarded: who is asking, no forged requests, strict headers, and the gate before every endpoint. */
@Configuration(proxyBeanMethods = false)
class SecurityRules implements WebMvcConfigurer {

    /** Everything from ourselves; media and workers may be made by our own pages, which hash with WebAssembly. */
    static final String PAGE_POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; "
        + "media-src 'self' blob:; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    /** The verifying page is one file that also works without us: its own policy, stricter than ours, stands in it. */
    static final String VERIFY_POLICY = "frame-ancestors 'none'";
    private static final String POLICY = "Content-Security-Policy";
    private static final List<String> VERIFY = List.of("/verify", "/verify.html");
    private static final List<String> SAFE = List.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final ProblemWriter problems;

    SecurityRules(ProblemWriter problems) {
        this.problems = problems;
    }

    @Bean
    SecurityFilterChain guarded(
            HttpSecurity http, Sessions sessions, People people, StationTokens tokens, OperatorToken operator, ProblemWriter problems, InstantSource clock) {
        var csrfCookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        csrfCookie.setCookieCustomizer(cookie -> cookie.sameSite("Strict").path("/"));
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
            .requestCache(cache -> cache.disable())
            .logout(logout -> logout.disable())
            .anonymous(anonymous -> anonymous.disable())
            .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie)
                .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                .requireCsrfProtectionMatcher(request -> !SAFE.contains(request.getMethod()) && !CallerFilter.isBearer(request)))
            .headers(headers -> headers
                .addHeaderWriter(SecurityRules::writePolicy)
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN)))
            .exceptionHandling(failed -> failed.accessDeniedHandler((request, response, denied) -> problems.write(response, forged())))
            .addFilterBefore(new CallerFilter(sessions, people, tokens, operator, problems, clock), CsrfFilter.class)
            .authorizeHttpRequests(any -> any.anyRequest().permitAll()); // RolesGate decides, at the method that will run
        return http.build();
    }

    /** Media set a stricter one of their own. */
    private static void writePolicy(HttpServletRequest request, HttpServletResponse response) {
        if (response.containsHeader(POLICY)) return;
        response.setHeader(POLICY, VERIFY.contains(request.getRequestURI()) ? VERIFY_POLICY : PAGE_POLICY);
    }

    private static Problem forged() {
        return Problem.of(HttpStatus.FORBIDDEN, "csrf", "请求缺少防伪标记", "The request lacks its token against forgery")
            .because("请求头 X-XSRF-TOKEN 与 Cookie XSRF-TOKEN 不一致。", "The header X-XSRF-TOKEN differs from the cookie XSRF-TOKEN.")
            .next("请刷新页面后重试。", "Reload the page and try again.");
    }

    /** There are no accounts of Spring's own; without this bean Boot would make one and print its password. */
    @Bean
    UserDetailsService noAccountsOfSpring() {
        return username -> {
            throw new UsernameNotFoundException(username);
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RolesGate(problems));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }

    /** Gives endpoints their {@link Caller}. */
    private static final class CallerArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
            var servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
            return CallerFilter.caller(servlet).orElseThrow(() -> new IllegalStateException("an endpoint for anyone asked who is calling"));
        }
    }
}
