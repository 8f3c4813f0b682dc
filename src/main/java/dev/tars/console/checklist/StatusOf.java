package dev.tars.console.checklist;

import dev.tars.console.base.Evidence;
import dev.tars.console.runbook.Item;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Puts a status together; what is not said is empty. */
final class StatusOf {
    private final Item item;
    private final boolean automatic;
    private final ItemState state;
    private final Todo todo;
    private final String line;
    private Optional<Instant> at = Optional.empty();
    private String by = "";
    private Optional<Tick> tick = Optional.empty();
    private List<Evidence> evidence = List.of();
    private List<String> changes = List.of();
    private Optional<String> signedText = Optional.empty();
    private List<String> signers = List.of();
    private Optional<Hold> hold = Optional.empty();

    StatusOf(Item item, boolean automatic, ItemState state, Todo todo, String line) {
        this.item = item;
        this.automatic = automatic;
        this.state = state;
        this.todo = todo;
        this.line = line;
    }

    StatusOf at(Instant when) {
        at = Optional.of(when);
        return this;
    }

    StatusOf by(String who) {
        by = who;
        return this;
    }

    StatusOf tick(Tick given) {
        tick = Optional.of(given);
        at = Optional.of(given.at());
        return this;
    }

    StatusOf evidence(List<Evidence> came) {
        evidence = came;
        return this;
    }

    StatusOf changes(List<String> why) {
        changes = why;
        return this;
    }

    StatusOf signedText(String text) {
        signedText = Optional.of(text);
        return this;
    }

    StatusOf signers(List<String> names) {
        signers = names;
        return this;
    }

    StatusOf hold(Hold progress) {
        hold = Optional.of(progress);
        return this;
    }

    ItemStatus build() {
        return new ItemStatus(
                item,
                automatic,
                state,
                todo,
                line,
                at,
                by,
                tick,
                evidence,
                changes,
                signedText,
                signers,
                hold,
                List.of());
    }
}
