package org.liuhen.core.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.cases.ExecutionEvent.CourtApplied;
import org.liuhen.core.cases.ExecutionEvent.Executed;
import org.liuhen.core.cases.ExecutionEvent.ExecutionDecided;
import org.liuhen.core.cases.ExecutionEvent.PerformanceDueSet;
import org.liuhen.core.cases.ExecutionEvent.PerformanceRecorded;

/** What the party performed, and what was enforced. */
public record Execution(
        List<PerformanceDueSet> dues, List<PerformanceRecorded> performances, Map<ActId, Statement> statements,
        Optional<ExecutionDecided> decided, Optional<CourtApplied> court, Map<ActId, Executed> executions,
        Map<ActId, ConfiscatedProperty> confiscated) {

    public Execution {
        dues = List.copyOf(dues);
        performances = List.copyOf(performances);
        statements = Copies.of(statements);
        executions = Copies.of(executions);
        confiscated = Copies.of(confiscated);
    }

    static Execution none() {
        return new Execution(List.of(), List.of(), Map.of(), Optional.empty(), Optional.empty(), Map.of(), Map.of());
    }

    Execution with(ExecutionEvent event) {
        return switch (event) {
            case PerformanceDueSet e -> new Execution(Copies.add(dues, e), performances, statements, decided, court, executions, confiscated);
            case PerformanceRecorded e -> new Execution(dues, Copies.add(performances, e), statements, decided, court, executions,
                    confiscated);
            case ExecutionEvent.StatementLogged e -> withStatement(e.statement(), new Statement(e, Optional.empty()));
            case ExecutionEvent.StatementReviewed e -> {
                var logged = statements.get(e.statement()); // absent only where its payload was destroyed
                yield logged == null ? this : withStatement(e.statement(), new Statement(logged.logged(), Optional.of(e.review())));
            }
            case ExecutionDecided e -> new Execution(dues, performances, statements, Optional.of(e), court, executions, confiscated);
            case CourtApplied e -> new Execution(dues, performances, statements, decided, Optional.of(e), executions, confiscated);
            case Executed e -> new Execution(dues, performances, statements, decided, court, Copies.put(executions, e.execution(), e),
                    confiscated);
            case ExecutionEvent.PropertyConfiscated e -> withProperty(e.list(), new ConfiscatedProperty(e, Optional.empty()));
            case ExecutionEvent.PropertyDisposed e -> {
                var list = confiscated.get(e.list());
                yield list == null ? this : withProperty(e.list(), new ConfiscatedProperty(list.list(), Optional.of(e)));
            }
        };
    }

    private Execution withStatement(ActId id, Statement statement) {
        return new Execution(dues, performances, Copies.put(statements, id, statement), decided, court, executions, confiscated);
    }

    private Execution withProperty(ActId id, ConfiscatedProperty property) {
        return new Execution(dues, performances, statements, decided, court, executions, Copies.put(confiscated, id, property));
    }
}
