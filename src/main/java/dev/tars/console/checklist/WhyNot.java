package dev.tars.console.checklist;

import java.util.Objects;

/**
 * One thing between here and go.
 *
 * @param waiting how many other items wait for it, directly or along a chain
 * @param owner who has to do it
 */
public record WhyNot(ItemStatus status, int waiting, String owner) {
    public WhyNot {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(owner, "owner");
    }

    public Todo todo() {
        return status.todo();
    }
}
