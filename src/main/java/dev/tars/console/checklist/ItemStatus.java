package dev.tars.console.checklist;

import dev.tars.console.base.Evidence;
import dev.tars.console.runbook.Item;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An item as it stands.
 *
 * @param automatic whether a machine judges it here
 * @param line the evidence in one line, or what is missing
 * @param at when it came about; what the age is counted from
 * @param by who gave the tick, or let it pass
 * @param tick what it passes by; empty for a waiver and for not applicable, which prove nothing
 * @param evidence what came back last, whatever it said
 * @param changes why a tick is stale, one sentence each
 * @param signedText the text that was signed, where that is not the text of now
 * @param signers who has signed what counts, where fewer than needed
 * @param hold of a watch
 * @param remarks what a person should know beside the line: a waiver that ended, a signature that does not count
 */
public record ItemStatus(
        Item item,
        boolean automatic,
        ItemState state,
        Todo todo,
        String line,
        Optional<Instant> at,
        String by,
        Optional<Tick> tick,
        List<Evidence> evidence,
        List<String> changes,
        Optional<String> signedText,
        List<String> signers,
        Optional<Hold> hold,
        List<String> remarks) {

    public ItemStatus {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(todo, "todo");
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(tick, "tick");
        evidence = List.copyOf(evidence);
        changes = List.copyOf(changes);
        Objects.requireNonNull(signedText, "signedText");
        signers = List.copyOf(signers);
        Objects.requireNonNull(hold, "hold");
        remarks = List.copyOf(remarks);
    }

    public String id() {
        return item.id();
    }

    public boolean passes() {
        return state.passes();
    }

    ItemStatus with(List<String> more) {
        List<String> all = new java.util.ArrayList<>(remarks);
        all.addAll(more);
        return new ItemStatus(
                item, automatic, state, todo, line, at, by, tick, evidence, changes, signedText, signers, hold, all);
    }

    /** The same tick, which proves nothing any more. */
    ItemStatus stale(Todo next, List<String> why) {
        String was = state == ItemState.SIGNED ? "was signed" : "was met";
        return new ItemStatus(
                item,
                automatic,
                ItemState.STALE,
                next,
                was + (by.isEmpty() ? "" : " by " + by) + "; " + String.join("; ", why),
                at,
                by,
                tick,
                evidence,
                why,
                signedText,
                signers,
                hold,
                remarks);
    }
}
