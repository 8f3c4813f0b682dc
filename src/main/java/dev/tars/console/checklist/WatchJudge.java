package dev.tars.console.checklist;

import dev.tars.console.base.Evidence;
import dev.tars.console.base.Figures;
import dev.tars.console.base.Verdict;
import dev.tars.console.runbook.Item;
import dev.tars.console.runbook.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the record of a watch makes of an item. */
final class WatchJudge {

    /** A watch that holds is kept in the journal so often. */
    static final Duration KEPT_EVERY = Duration.ofMinutes(5);

    private final Checklist list;
    private final Facts facts;
    private final Changes changes;

    WatchJudge(Checklist list, Facts facts) {
        this.list = list;
        this.facts = facts;
        this.changes = new Changes(facts);
    }

    ItemStatus judge(Item item, ItemRecord record) {
        Watch rule = item.settings().watch().orElseThrow();
        if (record.watch().isEmpty()) {
            return new StatusOf(
                            item,
                            true,
                            ItemState.NOT_RUN,
                            Todo.RUN,
                            "not watched yet; it has to hold for " + Figures.duration(rule.hold()))
                    .hold(new Hold(Duration.ZERO, rule.hold(), 0))
                    .build();
        }
        WatchRecord watch = record.watch().get();
        Hold hold = new Hold(watch.held(), rule.hold(), watch.restarts());
        List<String> stale = new ArrayList<>();
        if (!watch.textHash().equals(list.hash(item))) {
            stale.add("its text or its check changed since");
        }
        Instant through = watch.through().orElse(watch.begun().at());
        stale.addAll(changes.since(item, through, watch.fingerprints()));
        if (watch.failure().isPresent()) {
            return of(item, ItemState.MISSED, Todo.MEND, "missed once, and once is for good: " + last(watch), watch)
                    .at(watch.failure().get().at())
                    .hold(hold)
                    .build();
        }
        if (watch.held().compareTo(rule.hold()) >= 0) {
            ItemStatus met = of(item, ItemState.MET, Todo.NOTHING, "held for " + Figures.duration(watch.held()), watch)
                    .tick(new Tick.ByWatch(watch))
                    .hold(hold)
                    .build();
            return stale.isEmpty() ? met : met.stale(Todo.RUN_AGAIN, stale);
        }
        if (!stale.isEmpty()) {
            return of(item, ItemState.STALE, Todo.RUN_AGAIN, String.join("; ", stale), watch)
                    .at(through)
                    .changes(stale)
                    .hold(hold)
                    .build();
        }
        return underWay(item, rule, watch, hold, through).hold(hold).build();
    }

    private StatusOf underWay(Item item, Watch rule, WatchRecord watch, Hold hold, Instant through) {
        String so = Figures.duration(hold.elapsed()) + " of " + Figures.duration(rule.hold());
        if (watch.pause().isPresent()) {
            boolean missed = watch.evidence().stream().anyMatch(e -> e.verdict() instanceof Verdict.Missed);
            String line =
                    last(watch) + "; " + (hold.elapsed().isZero() ? "its time begins anew" : so + " held, paused");
            return of(item, missed ? ItemState.MISSED : ItemState.UNKNOWN, Todo.MEND, line, watch)
                    .at(watch.pause().get().at());
        }
        Duration silence = Duration.between(through, facts.now());
        if (silence.compareTo(patience(rule)) > 0) {
            return of(
                            item,
                            ItemState.UNKNOWN,
                            Todo.RUN,
                            "nobody watches it: last asked " + Figures.duration(silence) + " ago; " + so + " held",
                            watch)
                    .at(through);
        }
        return of(item, ItemState.WATCHING, Todo.WAIT, so + "; " + last(watch), watch)
                .at(through);
    }

    /** How long there may be no word of a watch that is going on. */
    static Duration patience(Watch rule) {
        Duration three = rule.every().multipliedBy(3);
        return KEPT_EVERY.plus(three);
    }

    private static StatusOf of(Item item, ItemState state, Todo todo, String line, WatchRecord watch) {
        return new StatusOf(item, true, state, todo, line).evidence(watch.evidence());
    }

    private static String last(WatchRecord watch) {
        List<Verdict> verdicts =
                watch.evidence().stream().map(Evidence::verdict).toList();
        if (verdicts.isEmpty()) {
            return "not asked yet";
        }
        ItemState state = MachineJudge.state(verdicts, verdicts.size());
        return MachineJudge.line(verdicts, state, verdicts.size());
    }
}
