package dev.tars.console.migration;

import dev.tars.console.journal.Event;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.JournalUnavailable;
import dev.tars.console.journal.Payload;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All runs that the journal knows of an environment, oldest first: a fold over its events. */
public final class MigrationHistory {

    private final List<PastRun> runs;

    private MigrationHistory(List<PastRun> runs) {
        this.runs = List.copyOf(runs);
    }

    public static MigrationHistory of(Journal journal, String environment) throws JournalUnavailable {
        return journal.fold(
                new MigrationHistory(List.of()),
                (history, event) -> event.environment().equals(environment) ? history.next(event) : history);
    }

    public List<PastRun> runs() {
        return runs;
    }

    /** The last run of a migration, forward or back. */
    public Optional<PastRun> last(String migration) {
        return newestFirst().filter(run -> run.migration().equals(migration)).findFirst();
    }

    /** What the journal says last about an index of a database. */
    Optional<PastStatement> last(String database, String object) {
        return sent(database).filter(past -> past.object().equals(object)).findFirst();
    }

    /** Whether a server process was ever ours. */
    boolean knows(String database, Backend backend) {
        return sent(database).anyMatch(past -> past.backend().equals(backend));
    }

    /** Whether a statement was done in the last run of the same script, which did not end well. */
    boolean wasDone(String database, Script script, Statement statement) {
        return newestFirst()
                .filter(run -> run.database().equals(database))
                .limit(1)
                .filter(run -> run.sha256().equals(script.sha256())
                        && !run.ended().equals(Optional.of(MigrationRun.State.DONE)))
                .flatMap(run -> run.statements().stream())
                .anyMatch(past ->
                        past.number() == statement.number() && past.ended().equals(Optional.of(StatementState.DONE)));
    }

    private Stream<PastStatement> sent(String database) {
        return newestFirst().filter(run -> run.database().equals(database)).flatMap(run -> reversed(run.statements()));
    }

    private Stream<PastRun> newestFirst() {
        return reversed(runs);
    }

    private static <T> Stream<T> reversed(List<T> list) {
        return Stream.iterate(list.size() - 1, i -> i >= 0, i -> i - 1).map(list::get);
    }

    private MigrationHistory next(Event event) {
        Payload payload = event.payload();
        return switch (event.kind()) {
            case MigrationLog.BEGUN -> begun(event, payload);
            case MigrationLog.SENT -> change(payload, run -> sent(run, event, payload));
            case MigrationLog.SEEN ->
                change(payload, run -> last(run, isNumber(payload), past -> past.seen(number(payload, "oid"))));
            case MigrationLog.ENDED -> change(payload, run -> ended(run, payload));
            case MigrationLog.RUN_ENDED ->
                change(
                        payload,
                        run -> constant(MigrationRun.State.class, payload.text("state"))
                                .map(state ->
                                        run.ended(state, payload.text("words").orElse("")))
                                .orElse(run));
            default -> this;
        };
    }

    private MigrationHistory begun(Event event, Payload payload) {
        List<PastRun> more = new ArrayList<>(runs);
        more.add(new PastRun(
                payload.run().orElse(""),
                payload.text("migration").orElse(""),
                Boolean.TRUE.equals(payload.members().get("rollback")),
                payload.text("sha256").orElse(""),
                payload.text("database").orElse(""),
                event.actor(),
                event.at(),
                List.of(),
                Optional.empty(),
                ""));
        return new MigrationHistory(more);
    }

    private static PastRun sent(PastRun run, Event event, Payload payload) {
        Optional<StatementKind> kind = constant(StatementKind.class, payload.text("kind"));
        if (kind.isEmpty()) {
            return run;
        }
        List<PastStatement> more = new ArrayList<>(run.statements());
        more.add(new PastStatement(
                (int) number(payload, "number"),
                kind.get(),
                payload.text("object").orElse(""),
                payload.text("sql").orElse(""),
                Boolean.TRUE.equals(payload.members().get("cleanup")),
                new Backend((int) number(payload, "pid"), instant(payload.text("backend"))),
                event.at(),
                0,
                Optional.empty(),
                ""));
        return run.with(more);
    }

    private static PastRun ended(PastRun run, Payload payload) {
        return constant(StatementState.class, payload.text("state"))
                .map(state -> last(
                        run,
                        isNumber(payload),
                        past -> past.ended(state, payload.text("words").orElse(""), number(payload, "oid"))))
                .orElse(run);
    }

    private static Predicate<PastStatement> isNumber(Payload payload) {
        long number = number(payload, "number");
        return past -> past.number() == number;
    }

    private static PastRun last(PastRun run, Predicate<PastStatement> which, UnaryOperator<PastStatement> change) {
        List<PastStatement> changed = new ArrayList<>(run.statements());
        for (int i = changed.size() - 1; i >= 0; i--) {
            if (which.test(changed.get(i))) {
                changed.set(i, change.apply(changed.get(i)));
                return run.with(changed);
            }
        }
        return run;
    }

    private MigrationHistory change(Payload payload, UnaryOperator<PastRun> change) {
        String id = payload.run().orElse("");
        List<PastRun> changed = new ArrayList<>(runs);
        changed.replaceAll(run -> run.id().equals(id) ? change.apply(run) : run);
        return new MigrationHistory(changed);
    }

    private static long number(Payload payload, String name) {
        return payload.members().get(name) instanceof BigDecimal value ? value.longValue() : 0;
    }

    private static Instant instant(Optional<String> text) {
        try {
            return text.map(Instant::parse).orElse(Instant.EPOCH);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    /** A word of a later version is none that we may act on. */
    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, Optional<String> word) {
        return Stream.of(type.getEnumConstants())
                .filter(each -> word.equals(Optional.of(each.name())))
                .findFirst();
    }
}
