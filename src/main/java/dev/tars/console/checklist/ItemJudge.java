package dev.tars.console.checklist;

import dev.tars.console.base.Figures;
import dev.tars.console.runbook.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One item by itself: what it needs of others comes after ({@link Needs}). */
final class ItemJudge {

    private final Checklist list;
    private final Facts facts;
    private final MachineJudge machine;
    private final PersonJudge person;
    private final WatchJudge watch;

    ItemJudge(Checklist list, Facts facts) {
        this.list = list;
        this.facts = facts;
        this.machine = new MachineJudge(list, facts);
        this.person = new PersonJudge(list, facts);
        this.watch = new WatchJudge(list, facts);
    }

    ItemStatus judge(Item item, ItemRecord record) {
        boolean automatic = list.isAutomatic(item);
        Optional<Begun> begun = record.begun();
        if (begun.filter(b -> facts.running().contains(b.run())).isPresent()) {
            return new StatusOf(item, automatic, ItemState.RUNNING, Todo.WAIT, "asked now")
                    .at(begun.get().stamp().at())
                    .by(begun.get().stamp().by())
                    .build();
        }
        List<String> remarks = objections(record);
        Optional<Said> inapplicable = record.inapplicable()
                .filter(said -> facts.statements().objection(said).isEmpty());
        if (inapplicable.isPresent()) {
            return inapplicable(item, automatic, inapplicable.get()).with(remarks);
        }
        ItemStatus proven = begun.isPresent()
                ? interrupted(item, automatic, begun.get())
                : list.isWatch(item)
                        ? watch.judge(item, record)
                        : automatic ? machine.judge(item, record) : person.judge(item, record);
        return waived(proven, record, remarks);
    }

    /** A run that this console is not doing: nobody knows what came of it. */
    private ItemStatus interrupted(Item item, boolean automatic, Begun begun) {
        return new StatusOf(
                        item,
                        automatic,
                        ItemState.UNKNOWN,
                        Todo.RUN,
                        "was running when the console ended, or runs in another one; no answer was kept")
                .at(begun.stamp().at())
                .by(begun.stamp().by())
                .build();
    }

    private ItemStatus inapplicable(Item item, boolean automatic, Said said) {
        boolean isSame = said.statement().textHash().equals(list.hash(item));
        String who = said.stamp().by();
        StatusOf status = isSame
                ? new StatusOf(
                        item,
                        automatic,
                        ItemState.NOT_APPLICABLE,
                        Todo.NOTHING,
                        who + ": " + said.statement().words())
                : new StatusOf(
                                item,
                                automatic,
                                ItemState.STALE,
                                automatic ? Todo.RUN_AGAIN : Todo.SIGN_AGAIN,
                                "was not applicable by " + who + "; its text changed since")
                        .changes(List.of("its text changed since"))
                        .signedText(said.statement().text());
        return status.at(said.stamp().at()).by(who).build();
    }

    private ItemStatus waived(ItemStatus proven, ItemRecord record, List<String> remarks) {
        Optional<Said> waiver = record.waiver()
                .filter(said -> facts.statements().objection(said).isEmpty());
        if (waiver.isEmpty()) {
            return proven.with(remarks);
        }
        Said said = waiver.get();
        Statement statement = said.statement();
        var until = statement.until().orElseThrow();
        List<String> all = new ArrayList<>(remarks);
        boolean isInTime = facts.now().isBefore(until)
                && !facts.now().plus(Changes.SKEW).isBefore(said.stamp().at());
        if (!isInTime) {
            all.add("The waiver of " + said.stamp().by() + " ended "
                    + Figures.duration(Duration.between(until, facts.now())) + " ago.");
        } else if (!statement.textHash().equals(list.hash(proven.item()))) {
            all.add("The waiver of " + said.stamp().by() + " is of another text, and does not count.");
        } else if (!proven.passes() && proven.state() != ItemState.RUNNING) {
            all.add("Without the waiver: " + proven.line() + ".");
            return new StatusOf(
                            proven.item(),
                            proven.automatic(),
                            ItemState.WAIVED,
                            Todo.NOTHING,
                            said.stamp().by() + ": " + statement.words())
                    .at(said.stamp().at())
                    .by(said.stamp().by())
                    .evidence(proven.evidence())
                    .build()
                    .with(all);
        }
        return proven.with(all);
    }

    private List<String> objections(ItemRecord record) {
        List<String> remarks = new ArrayList<>();
        record.signatures().forEach(said -> facts.statements().objection(said).ifPresent(remarks::add));
        record.waiver().flatMap(facts.statements()::objection).ifPresent(remarks::add);
        record.inapplicable().flatMap(facts.statements()::objection).ifPresent(remarks::add);
        return remarks.stream().distinct().toList();
    }
}
