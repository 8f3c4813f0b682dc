package dev.tars.console.checklist;

import dev.tars.console.base.Evidence;
import dev.tars.console.base.Verdict;
import dev.tars.console.runbook.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a machine's answer makes of an item. */
final class MachineJudge {

    private final Checklist list;
    private final Facts facts;
    private final Changes changes;

    MachineJudge(Checklist list, Facts facts) {
        this.list = list;
        this.facts = facts;
        this.changes = new Changes(facts);
    }

    ItemStatus judge(Item item, ItemRecord record) {
        if (record.answer().isEmpty()) {
            return new StatusOf(item, true, ItemState.NOT_RUN, Todo.RUN, "not asked yet").build();
        }
        Answer answer = record.answer().get();
        List<Evidence> evidence = answer.evidence();
        List<Verdict> verdicts = evidence.stream().map(Evidence::verdict).toList();
        ItemState state = state(verdicts, item.blocks().size());
        String line = line(verdicts, state, item.blocks().size());
        if (state != ItemState.MET) {
            return new StatusOf(item, true, state, Todo.MEND, line)
                    .at(answer.askedAt())
                    .evidence(evidence)
                    .build();
        }
        ItemStatus met = new StatusOf(item, true, ItemState.MET, Todo.NOTHING, line)
                .tick(new Tick.ByMachine(answer))
                .evidence(evidence)
                .build();
        List<String> stale = new ArrayList<>();
        if (!answer.answered().textHash().equals(list.hash(item))) {
            stale.add("its text or its check changed since");
        }
        stale.addAll(changes.since(item, answer.askedAt(), then(answer)));
        return stale.isEmpty() ? fourEyes(item, record, answer, met) : met.stale(Todo.RUN_AGAIN, stale);
    }

    private ItemStatus fourEyes(Item item, ItemRecord record, Answer answer, ItemStatus met) {
        if (!item.settings().fourEyes()) {
            return met;
        }
        List<Said> counting = facts.statements().counting(record.signatures(), list.hash(item), answer.hash());
        return PersonJudge.signed(item, true, counting, met.line(), answer.evidence());
    }

    /** What the item is about, and what the answers say they depended on. */
    private static Map<String, String> then(Answer answer) {
        Map<String, String> then = new LinkedHashMap<>();
        answer.evidence().forEach(evidence -> then.putAll(evidence.fingerprints()));
        then.putAll(answer.answered().fingerprints());
        return then;
    }

    /** One miss is a miss; nothing asked, less than all asked and no answer are unknown. */
    static ItemState state(List<Verdict> verdicts, int asked) {
        if (verdicts.stream().anyMatch(Verdict.Missed.class::isInstance)) {
            return ItemState.MISSED;
        }
        boolean allMet = verdicts.stream().allMatch(Verdict.Met.class::isInstance);
        return allMet && asked > 0 && verdicts.size() == asked ? ItemState.MET : ItemState.UNKNOWN;
    }

    /** The sentences of what decided. */
    static String line(List<Verdict> verdicts, ItemState state, int asked) {
        if (verdicts.size() != asked) {
            return verdicts.size() + " of " + asked + " questions answered";
        }
        return verdicts.stream()
                .filter(verdict -> decides(verdict, state))
                .map(MachineJudge::sentence)
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static boolean decides(Verdict verdict, ItemState state) {
        return switch (state) {
            case MISSED -> verdict instanceof Verdict.Missed;
            case UNKNOWN -> !(verdict instanceof Verdict.Met);
            default -> true;
        };
    }

    private static String sentence(Verdict verdict) {
        return verdict.match(
                Verdict.Met::sentence,
                Verdict.Missed::sentence,
                unknown -> unknown.sentence().isEmpty() ? unknown.why() : unknown.sentence(),
                waived -> "a machine waives nothing");
    }
}
