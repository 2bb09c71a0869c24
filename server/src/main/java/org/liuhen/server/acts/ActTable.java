package org.liuhen.server.acts;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.values.Role;
import org.liuhen.server.http.Problem;

/** The acts on one kind of thing, by name. What is not here serves nobody. */
public final class ActTable {

    private static final Set<Role> SUPERVISING = EnumSet.of(Role.LEGAL_SECTION, Role.SUPERVISION);
    private static final Set<Role> DECIDING = EnumSet.of(Role.PERSON_IN_CHARGE);

    private final Map<String, Act> acts;

    private ActTable(Stream<Act> acts) {
        this.acts = Collections.unmodifiableMap(acts.collect(Collectors.toMap(Act::name, Function.identity(), ActTable::twice, TreeMap::new)));
    }

    public static ActTable of(Act... acts) {
        return new ActTable(Arrays.stream(acts));
    }

    /** These, and the acts on findings. @param answering who explain a finding, and appeal */
    public ActTable withFindings(Set<Role> answering) {
        return new ActTable(Stream.concat(acts.values().stream(), Stream.of(
                Act.of(FindingCommand.ExplainFinding.class, answering), Act.of(FindingCommand.JudgeExplanation.class, SUPERVISING),
                Act.of(FindingCommand.AppealFinding.class, answering), Act.of(FindingCommand.DecideAppeal.class, DECIDING))));
    }

    private static Act twice(Act one, Act other) {
        throw new IllegalArgumentException("two acts are called " + one.name() + ": " + one.command() + ", " + other.command());
    }

    /** @throws Problem if there is none of that name */
    public Act named(String name) {
        return Optional.ofNullable(acts.get(name)).orElseThrow(() -> Problem.notFound("没有这种操作", "There is no such act")
                .next("请刷新页面；程序请对照 docs/formats.md。", "Reload the page; programs compare with docs/formats.md."));
    }

    /** All of them, by name. */
    public Collection<Act> all() {
        return acts.values();
    }

    /** The acts that somebody with these roles may ask for, by name. */
    public List<String> open(Set<Role> roles) {
        return open(roles, _ -> true);
    }

    /** The same, of those that what they are about takes as it stands. */
    public List<String> open(Set<Role> roles, Predicate<Act> takes) {
        return acts.values().stream().filter(act -> act.roles().stream().anyMatch(roles::contains) && takes.test(act)).map(Act::name).toList();
    }
}
