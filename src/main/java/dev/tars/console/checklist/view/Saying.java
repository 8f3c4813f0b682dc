package dev.tars.console.checklist.view;

import dev.tars.console.base.Problem;
import java.util.Optional;

/**
 * A person is about to say something of an item.
 *
 * @param item id of the item
 * @param busy it is being signed and kept
 * @param problem why it was not
 */
record Saying(Kind kind, String item, boolean busy, Optional<Problem> problem) {

    /** What is said. */
    enum Kind {
        SIGN,
        WAIVE,
        NOT_APPLICABLE,
        NOTE,
        RESET;

        /** Whether the person's key signs it. */
        boolean isSigned() {
            return this == SIGN || this == WAIVE || this == NOT_APPLICABLE;
        }
    }

    static Saying of(Kind kind, String item) {
        return new Saying(kind, item, false, Optional.empty());
    }

    Saying asBusy() {
        return new Saying(kind, item, true, Optional.empty());
    }

    Saying failed(Problem why) {
        return new Saying(kind, item, false, Optional.of(why));
    }
}
