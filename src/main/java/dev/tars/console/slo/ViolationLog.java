package dev.tars.console.slo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The violations this console has seen, newest first; the oldest that have ended go first when there are too many. */
final class ViolationLog {

    private final int most;
    private final List<Violation> violations = new ArrayList<>();

    /** @param most how many are kept, 1 or more */
    ViolationLog(int most) {
        this.most = most;
    }

    /** Takes the step of one objective from a poll to the next in. */
    void record(Slo slo, StateTrack before, StateTrack after, Judgement judgement) {
        Optional<Violation> open = violations.stream()
                .filter(v -> v.end().isEmpty() && v.slo().id().equals(slo.id()))
                .findFirst();
        if (open.isEmpty()) {
            if (after.isViolationOpen()) {
                begin(slo, after, judgement);
            }
            return;
        }
        Violation violation = open.get();
        int place = violations.indexOf(violation);
        if (before.isViolationOpen() && !after.isViolationOpen()) {
            violations.set(
                    place,
                    new Violation(
                            slo,
                            violation.start(),
                            after.insideSince(),
                            violation.peak(),
                            violation.peakLabels(),
                            violation.severity()));
        } else if (judgement.state() == SloState.VIOLATED) {
            violations.set(place, worsened(violation, judgement));
        }
    }

    private void begin(Slo slo, StateTrack after, Judgement judgement) {
        Violation begun = new Violation(
                slo,
                after.outsideSince().orElse(after.since()),
                Optional.empty(),
                peak(slo, judgement),
                worstLabels(judgement),
                judgement.severity().orElse(slo.severity()));
        violations.add(0, begun);
        for (int i = violations.size() - 1; i > 0 && violations.size() > most; i--) {
            if (violations.get(i).end().isPresent()) {
                violations.remove(i);
            }
        }
    }

    private static Violation worsened(Violation open, Judgement judgement) {
        Slo slo = open.slo();
        double now = peak(slo, judgement);
        boolean isWorse = slo.objective().operator().isUpperBound() ? now > open.peak() : now < open.peak();
        Severity severity = judgement.severity().orElse(slo.severity());
        return new Violation(
                slo,
                open.start(),
                Optional.empty(),
                isWorse ? now : open.peak(),
                isWorse ? worstLabels(judgement) : open.peakLabels(),
                severity.compareTo(open.severity()) > 0 ? severity : open.severity());
    }

    private static double peak(Slo slo, Judgement judgement) {
        Double value = judgement.values().get(slo.judgedOn());
        return value == null ? Double.NaN : value;
    }

    private static Map<String, String> worstLabels(Judgement judgement) {
        return judgement.bySeries().isEmpty()
                ? Map.of()
                : judgement.bySeries().get(0).labels();
    }

    List<Violation> newestFirst() {
        return List.copyOf(violations);
    }
}
