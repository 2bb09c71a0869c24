package org.liuhen.server.identity;

import org.liuhen.server.http.ServesAnyone;
import org.liuhen.server.http.Serves;
import org.liuhen.server.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.values.Role;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.ParameterizableViewController;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * The one place where a request is let through. It looks at the very method that is about to run, so no second reading of the path can differ from the first, and it
 * runs before any of the body is read. What names no role serves nobody.
 */
class RolesGate implements HandlerInterceptor {

    private static final String OPENAPI = "org.springdoc.";

    private final ProblemWriter problems;

    RolesGate(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException {
        switch (handler) {
            case HandlerMethod method when isPublic(method) -> { }
            case HandlerMethod method -> admit(request, method.getMethodAnnotation(Serves.class));
            case ResourceHttpRequestHandler _ -> { } // pages: files of the program, the same for everybody
            case ParameterizableViewController _ -> { } // the first page, which is one of those files
            default -> {
                problems.write(response, Problem.notFound("没有这个页面", "There is no such page")); // advice answers for methods alone
                return false;
            }
        }
        return true;
    }

    /** Whether everybody may call it. */
    static boolean isPublic(HandlerMethod method) {
        return method.hasMethodAnnotation(ServesAnyone.class)
            || method.getBeanType() == BasicErrorController.class
            || method.getBeanType().getName().startsWith(OPENAPI);
    }

    private static void admit(HttpServletRequest request, @Nullable Serves serves) {
        var caller = CallerFilter.caller(request).orElseThrow(RolesGate::notSignedIn);
        var roles = serves == null ? new Role[0] : serves.value();
        var acting = Arrays.stream(roles).filter(caller.roles()::contains).findFirst().orElseThrow(RolesGate::notAllowed);
        CallerFilter.act(request, caller, acting);
    }

    private static Problem notSignedIn() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "not-signed-in", "尚未登录", "Not signed in")
            .next("请登录后再试。", "Sign in and try again.");
    }

    private static Problem notAllowed() {
        return Problem.of(HttpStatus.FORBIDDEN, "not-allowed", "您的角色不能进行此操作", "Your roles do not allow this")
            .next("如确有需要，请由本机关有相应职责的人员办理。", "If it is needed, ask somebody of your agency whose duty it is.");
    }
}
