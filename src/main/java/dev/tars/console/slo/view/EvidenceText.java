package dev.tars.console.slo.view;

import dev.tars.console.base.Evidence;
import dev.tars.console.base.Figures;
import dev.tars.console.base.Verdict;
import java.time.ZoneId;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Evidence as plain text for the clipboard: everything another person needs to ask the same again. */
final class EvidenceText {

    private EvidenceText() {}

    static String of(LiveRow row, LiveWords words, EnvironmentMark mark) {
        Evidence e = row.reading().evidence();
        ZoneId zone = words.zone();
        String windows = java.util.Arrays.stream(dev.tars.console.slo.Window.values())
                .map(w -> words.window(w) + " " + words.value(row, w))
                .collect(Collectors.joining(", "));
        String prints = new TreeMap<>(e.fingerprints())
                .entrySet().stream()
                        .map(p -> "  " + p.getKey() + ": " + p.getValue())
                        .collect(Collectors.joining("\n"));
        return String.join(
                "\n",
                words.text("evidence.head", row.slo().title(), words.pill(row), environment(mark, words)),
                words.sentence(row),
                words.text("evidence.values", windows, words.age(row), words.target(row)),
                words.text("evidence.verdict", verdict(e.verdict())),
                words.text("evidence.asked", e.question()),
                words.text(
                        "evidence.of",
                        e.askedOf(),
                        Figures.day(e.askedAt(), zone),
                        Figures.clockWithZone(e.askedAt(), zone),
                        Figures.duration(e.took())),
                words.text("evidence.threshold", e.threshold()),
                words.text("evidence.answer", e.answer()),
                prints);
    }

    static String environment(EnvironmentMark mark, LiveWords words) {
        return mark.isPractice() ? words.text("mark.practice", mark.name()) : mark.name();
    }

    private static String verdict(Verdict verdict) {
        return verdict.match(
                Verdict.Met::sentence,
                Verdict.Missed::sentence,
                u -> u.why() + ": " + u.sentence(),
                w -> w.by() + ": " + w.reason());
    }
}
