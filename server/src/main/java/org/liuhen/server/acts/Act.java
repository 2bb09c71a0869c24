package org.liuhen.server.acts;

import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.Role;
import org.liuhen.formats.json.Json;
import org.liuhen.server.http.Problem;
import org.liuhen.server.identity.Caller;
import org.springframework.http.HttpStatus;

/**
 * An act that can be asked for over HTTP.
 *
 * @param name the last part of its address: that of the command, in lower case with hyphens
 * @param command a record; its components are the fields of the body, where the endpoint says no other
 * @param roles that it serves, in the order of preference: whoever holds several acts in the first
 */
public record Act(String name, Class<? extends Record> command, SortedSet<Role> roles) {

    /** An act that serves these, in the order of the roles. */
    public static Act of(Class<? extends Record> command, Set<Role> roles) {
        return of(command, roles, Comparator.naturalOrder());
    }

    /** An act that serves these, in an order of its own. */
    public static Act of(Class<? extends Record> command, Set<Role> roles, Comparator<Role> preference) {
        var ordered = new TreeSet<>(preference);
        ordered.addAll(roles);
        return new Act(name(command), command, Collections.unmodifiableSortedSet(ordered));
    }

    /** What the act of a command is called. */
    public static String name(Class<?> command) {
        return command.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** @throws Problem if it does not serve the caller */
    public Actor actor(Caller caller) {
        return caller.actorIn(roles).orElseThrow(() -> Problem
                .of(HttpStatus.FORBIDDEN, "not-allowed", "您的角色不能进行此操作", "Your roles do not allow this")
                .next("如确有需要，请由本机关有相应职责的人员办理。", "If it is needed, ask somebody of your agency whose duty it is."));
    }

    /** @throws Problem with the path to what is unknown, missing or wrong */
    public Command read(Json.Fields body) {
        return (Command) ActBody.as(command, body);
    }
}
