package dev.tars.console.checklist;

import dev.tars.console.base.Evidence;
import dev.tars.console.runbook.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people's signatures make of an item. */
final class PersonJudge {

    private final Checklist list;
    private final Facts facts;
    private final Changes changes;

    PersonJudge(Checklist list, Facts facts) {
        this.list = list;
        this.facts = facts;
        this.changes = new Changes(facts);
    }

    ItemStatus judge(Item item, ItemRecord record) {
        String text = list.hash(item);
        List<Said> counting = facts.statements().counting(record.signatures(), text, "");
        Optional<Said> older = counting.isEmpty() ? ofOtherText(record, text) : Optional.empty();
        if (older.isPresent()) {
            Said said = older.get();
            return new StatusOf(
                            item,
                            false,
                            ItemState.STALE,
                            Todo.SIGN_AGAIN,
                            "was signed by " + said.stamp().by() + "; its text changed since")
                    .at(said.stamp().at())
                    .by(said.stamp().by())
                    .changes(List.of("its text changed since"))
                    .signedText(said.statement().text())
                    .build();
        }
        ItemStatus status = signed(item, false, counting, "", List.of());
        if (status.state() != ItemState.SIGNED) {
            return status;
        }
        List<String> stale = new ArrayList<>();
        counting.forEach(
                said -> changes.since(item, said.stamp().at(), said.statement().fingerprints()).stream()
                        .filter(change -> !stale.contains(change))
                        .forEach(stale::add));
        return stale.isEmpty() ? status : status.stale(Todo.SIGN_AGAIN, stale);
    }

    private Optional<Said> ofOtherText(ItemRecord record, String text) {
        return record.signatures().stream()
                .filter(said -> !said.statement().textHash().equals(text))
                .filter(said -> facts.statements().objection(said).isEmpty())
                .reduce((first, second) -> second);
    }

    /** @param counting signatures that count under the text of now */
    static ItemStatus signed(
            Item item, boolean automatic, List<Said> counting, String answer, List<Evidence> evidence) {
        int needed = item.settings().fourEyes() ? 2 : 1;
        List<String> names = counting.stream().map(said -> said.stamp().by()).toList();
        String who = String.join(" and ", names);
        String head = answer.isEmpty() ? "" : answer + "; ";
        if (names.size() < needed) {
            boolean none = names.isEmpty();
            String line = none
                    ? head + (needed == 2 ? "two people have to sign" : "a person has to sign")
                    : head + "signed by " + who + "; a second person has to sign";
            StatusOf open = new StatusOf(item, automatic, ItemState.TO_SIGN, none ? Todo.SIGN : Todo.SIGN_SECOND, line)
                    .signers(names)
                    .evidence(evidence);
            return none
                    ? open.build()
                    : open.at(counting.get(0).stamp().at()).by(who).build();
        }
        String notes = counting.stream()
                .map(said -> said.statement().words())
                .filter(words -> !words.isBlank())
                .distinct()
                .collect(Collectors.joining("; "));
        return new StatusOf(
                        item,
                        automatic,
                        ItemState.SIGNED,
                        Todo.NOTHING,
                        head + "signed by " + who + (notes.isEmpty() ? "" : ": " + notes))
                .tick(new Tick.ByPeople(counting))
                .by(who)
                .signers(names)
                .evidence(evidence)
                .build();
    }
}
