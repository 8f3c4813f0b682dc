package dev.tars.console.release;

import dev.tars.console.base.Problem;
import dev.tars.console.journal.Draft;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.JournalUnavailable;
import dev.tars.console.journal.Kinds;
import dev.tars.console.journal.Payload;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Actions in the journal: an intent before, an outcome after. An intent without an outcome says that the action may have
 * happened: the console ended in the middle of it.
 */
public final class JournalRecord implements ActionRecord {

    private final Supplier<Optional<Journal>> journal;

    /** @param journal empty until it is open */
    public JournalRecord(Supplier<Optional<Journal>> journal) {
        this.journal = journal;
    }

    @Override
    public Optional<Problem> unavailable() {
        Optional<Journal> open = journal.get();
        return open.isEmpty() ? Optional.of(notOpen()) : open.get().state().problem();
    }

    private static Problem notOpen() {
        return Problem.of(
                "The journal is not open yet.", "", "What is not recorded does not run.", "Try again in a moment.");
    }

    @Override
    public String intent(Approval approval) throws NotRecorded {
        Plan plan = approval.plan();
        Draft draft = Draft.of(
                approval.requester(),
                plan.environment(),
                Kinds.ACTION_INTENT,
                Payload.builder()
                        .put("action", plan.action())
                        .put("title", plan.title())
                        .put("harm", plan.harm().name())
                        .put("plan", plan.hash())
                        .put("runs", plan.steps())
                        .put("expires", approval.expires().toString())
                        .put("seconds", List.copyOf(approval.seconds()))
                        .build());
        append(draft);
        return draft.id();
    }

    @Override
    public void outcome(String intent, String actor, Plan plan, Outcome outcome) throws NotRecorded {
        append(Draft.of(
                actor,
                plan.environment(),
                Kinds.ACTION_OUTCOME,
                Payload.builder()
                        .put("intent", intent)
                        .put("title", plan.title())
                        .put("ending", outcome.ending().name())
                        .put("words", outcome.words())
                        .build()));
    }

    private void append(Draft draft) throws NotRecorded {
        Optional<Journal> open = journal.get();
        if (open.isEmpty()) {
            throw new NotRecorded(notOpen(), new IllegalStateException("not open"));
        }
        try {
            open.get().append(draft);
        } catch (JournalUnavailable e) {
            throw new NotRecorded(e.problem(), e);
        }
    }
}
