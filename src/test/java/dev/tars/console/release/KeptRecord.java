package dev.tars.console.release;

import dev.tars.console.base.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the record in memory, in order; refuses while its disk is said to be full. */
final class KeptRecord implements ActionRecord {

    final List<String> lines = new ArrayList<>();
    boolean isFull;
    private int number;

    @Override
    public Optional<Problem> unavailable() {
        return Optional.empty();
    }

    @Override
    public String intent(Approval approval) throws NotRecorded {
        refuseWhenFull();
        number++;
        lines.add("intent " + approval.plan().title());
        return String.valueOf(number);
    }

    @Override
    public void outcome(String intent, String actor, Plan plan, Outcome outcome) throws NotRecorded {
        refuseWhenFull();
        lines.add("outcome " + outcome.ending());
    }

    private void refuseWhenFull() throws NotRecorded {
        if (isFull) {
            throw new NotRecorded(
                    Problem.of("The disk is full.", "/var", "", "Make room."),
                    new IOException("No space left on device"));
        }
    }
}
