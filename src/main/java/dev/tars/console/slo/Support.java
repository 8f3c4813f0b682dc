package dev.tars.console.slo;

import dev.tars.console.base.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands behind an indicator: the targets that expose it and the age of its newest sample. A rate keeps giving
 * numbers for minutes after its target has died, so these are asked beside it and decide before it.
 */
final class Support {

    /**
     * Why a series has no support.
     *
     * @param certain false where only the question was refused: then a figure outside its bound still counts
     */
    record Lack(NoData kind, String detail, boolean certain, String question, String answer) {}

    /** In seconds, some thirty years: beyond it the number is no time at all. */
    private static final double LONGEST_SHOWN = 1e9;

    private final Slo slo;
    private final Answers answers;
    private final Instant serverAt;

    Support(Slo slo, Answers answers, Instant serverAt) {
        this.slo = slo;
        this.answers = answers;
        this.serverAt = serverAt;
    }

    Optional<Lack> lackOf(Map<String, String> labels) {
        Optional<Lack> target = slo.target().flatMap(expression -> targetLack(expression, labels));
        return target.isPresent() ? target : slo.freshness().flatMap(expression -> freshnessLack(expression, labels));
    }

    /** Part of the targets down, in words; empty where all are up or none is asked for. */
    String note() {
        Optional<List<SloSource.Sample>> targets = slo.target().flatMap(answers::samples);
        if (targets.isEmpty()) {
            return "";
        }
        List<String> down = targets.get().stream()
                .filter(t -> !isUp(t))
                .map(t -> Labels.words(Labels.withoutName(t.labels())))
                .toList();
        if (down.isEmpty() || down.size() == targets.get().size()) {
            return "";
        }
        return down.size() + " of " + targets.get().size() + " targets down (" + down.get(0)
                + (down.size() > 1 ? ", ..." : "") + ").";
    }

    private Optional<Lack> targetLack(String expression, Map<String, String> labels) {
        Optional<Lack> unanswered = unanswered(expression, "whether the target is up is not known: ");
        if (unanswered.isPresent()) {
            return unanswered;
        }
        List<SloSource.Sample> targets = answers.samples(expression).orElse(List.of());
        List<SloSource.Sample> behind = new ArrayList<>();
        for (SloSource.Sample target : targets) {
            if (Labels.agree(labels, Labels.withoutName(target.labels()))) {
                behind.add(target);
            }
        }
        if (behind.isEmpty()) {
            String none =
                    targets.isEmpty() ? expression + " returns nothing" : "no target of " + expression + " matches it";
            NoData kind = answers.isPartial(expression) ? NoData.PARTIAL : NoData.TARGET_DOWN;
            return Optional.of(new Lack(kind, none, true, expression, answers.raw(expression)));
        }
        if (behind.stream().anyMatch(Support::isUp)) {
            return Optional.empty();
        }
        String down = behind.size() == 1
                ? "the target is down" + besides(behind.get(0), labels)
                : "all " + behind.size() + " targets are down";
        return Optional.of(new Lack(NoData.TARGET_DOWN, down, true, expression, answers.raw(expression)));
    }

    /** What tells the target from the series, which the sentence has named already. */
    private static String besides(SloSource.Sample target, Map<String, String> labels) {
        Map<String, String> more = new HashMap<>(Labels.withoutName(target.labels()));
        more.entrySet().removeAll(labels.entrySet());
        return more.isEmpty() ? "" : " (" + Labels.words(more) + ")";
    }

    private Optional<Lack> freshnessLack(String expression, Map<String, String> labels) {
        Optional<Lack> unanswered = unanswered(expression, "how old the samples are is not known: ");
        if (unanswered.isPresent()) {
            return unanswered;
        }
        double newest = Double.NEGATIVE_INFINITY;
        for (SloSource.Sample sample : answers.samples(expression).orElse(List.of())) {
            boolean behind = Labels.agree(labels, Labels.withoutName(sample.labels()));
            if (behind && Double.isFinite(sample.value())) {
                newest = Math.max(newest, sample.value());
            }
        }
        if (newest == Double.NEGATIVE_INFINITY) {
            NoData kind = answers.isPartial(expression) ? NoData.PARTIAL : NoData.STALE;
            return Optional.of(new Lack(
                    kind, expression + " names no sample behind it", true, expression, answers.raw(expression)));
        }
        double age = serverAt.toEpochMilli() / 1000.0 - newest;
        // A time ahead of now (milliseconds for seconds, a wrong clock) proves as little, and would never grow old.
        if (Math.abs(age) * 1000 <= slo.staleAfter().toMillis()) {
            return Optional.empty();
        }
        String apart = Figures.duration(Duration.ofSeconds((long) Math.min(Math.abs(age), LONGEST_SHOWN)));
        String old = age < 0
                ? "the newest sample claims to be of " + apart + " from now"
                : "the newest sample is " + apart + " old, allowed are " + Figures.duration(slo.staleAfter());
        return Optional.of(new Lack(NoData.STALE, old, true, expression, answers.raw(expression)));
    }

    private Optional<Lack> unanswered(String expression, String what) {
        return answers.samples(expression).isPresent()
                ? Optional.empty()
                : Optional.of(new Lack(
                        answers.failure(expression),
                        what + answers.fault(expression),
                        false,
                        expression,
                        answers.raw(expression)));
    }

    private static boolean isUp(SloSource.Sample target) {
        return target.value() > 0;
    }
}
