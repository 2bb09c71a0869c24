package org.liuhen.server;

import java.util.List;
import org.liuhen.server.operator.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server's main class; see {@link Commands}. */
@SpringBootApplication
public class Application {

    public static void main(String[] words) {
        System.exit(new Commands(Application.class, System.out, System.err).run(List.of(words)));
    }
}
