package dev.tars.console.slo;

import dev.tars.console.base.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the polls went. */
final class PollLog {

    private static final int RECENT = 48;
    private static final int WARNINGS = 10;

    private final Deque<PollHealth.Outcome> recent = new ArrayDeque<>();
    private long missed;
    private Optional<Instant> lastGood = Optional.empty();
    private Optional<Duration> skew = Optional.empty();
    private List<String> warnings = List.of();
    private Optional<Problem> problem = Optional.empty();

    void answered(SloSource.Batch batch, Instant at) {
        Set<String> all = new LinkedHashSet<>(batch.warnings());
        for (SloSource.Answer answer : batch.answers().values()) {
            if (answer instanceof SloSource.Answer.Samples samples) {
                all.addAll(samples.warnings());
            }
        }
        warnings = all.stream().limit(WARNINGS).toList();
        problem = Optional.empty();
        if (all.isEmpty()) {
            lastGood = Optional.of(at);
            add(PollHealth.Outcome.ANSWERED);
        } else {
            add(PollHealth.Outcome.PARTIAL);
        }
    }

    void learnSkew(SloSource.Batch batch) {
        skew = batch.skew().isPresent() ? batch.skew() : skew;
    }

    void failed(Problem why) {
        problem = Optional.of(why);
        warnings = List.of();
        missed++;
        add(PollHealth.Outcome.FAILED);
    }

    void missed(long slots) {
        missed += slots;
        for (long i = 0; i < Math.min(slots, RECENT); i++) {
            add(PollHealth.Outcome.MISSED);
        }
    }

    /** Something is wrong beside the polls themselves. */
    void troubled(Problem why) {
        problem = Optional.of(why);
    }

    Optional<Duration> skew() {
        return skew;
    }

    private void add(PollHealth.Outcome outcome) {
        recent.addLast(outcome);
        while (recent.size() > RECENT) {
            recent.removeFirst();
        }
    }

    PollHealth health(Duration interval, Instant next, boolean stopped) {
        return new PollHealth(
                interval, lastGood, next, new ArrayList<>(recent), missed, skew, warnings, problem, stopped);
    }
}
