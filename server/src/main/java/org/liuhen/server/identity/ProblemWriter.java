package org.liuhen.server.identity;

import org.liuhen.server.http.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends a problem from where no endpoint has been reached yet. */
@Component
class ProblemWriter {

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Answers with the problem; nothing may have been sent before. */
    void write(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status().value());
        if (problem.status().value() == HttpStatus.UNAUTHORIZED.value()) response.setHeader("WWW-Authenticate", "Bearer");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), problem.body());
    }
}
