package dev.tars.console.slo;

import dev.tars.console.base.Evidence;
import java.util.TreeMap;

/** A piece of evidence as plain text, for tickets and mail. */
public final class EvidenceText {

    private EvidenceText() {}

    /** @param title what the evidence is about; @param environment whose it is */
    public static String of(String title, String environment, Evidence evidence) {
        StringBuilder text = new StringBuilder();
        line(text, title, "");
        line(text, "environment: ", environment);
        line(text, "verdict:     ", verdict(evidence));
        line(text, "asked:       ", evidence.question());
        line(text, "of:          ", evidence.askedOf());
        line(text, "at:          ", evidence.askedAt().toString());
        line(text, "took:        ", evidence.took().toMillis() + " ms");
        line(text, "held to:     ", evidence.threshold());
        new TreeMap<>(evidence.fingerprints()).forEach((name, hash) -> line(text, name + ": ", hash));
        line(
                text,
                "answer:      ",
                evidence.answer().isBlank() ? "none" : evidence.answer().strip());
        return text.toString();
    }

    private static String verdict(Evidence evidence) {
        return evidence.verdict()
                .match(
                        met -> (met.warning() ? "met, with a warning. " : "met. ") + met.sentence(),
                        missed -> "missed. " + missed.sentence(),
                        unknown -> "unknown, " + unknown.why() + ". " + unknown.sentence(),
                        waived -> "waived by " + waived.by() + " until " + waived.until() + ": " + waived.reason());
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(value).append('\n');
    }
}
