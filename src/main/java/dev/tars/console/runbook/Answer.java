package dev.tars.console.runbook;

import dev.tars.console.base.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What came back, before it is held against an expectation. A probe fills it and never says whether it is good.
 *
 * @param question what was asked, variables filled in; secrets are masked by {@link Probing}
 * @param askedOf system and address that answered
 * @param raw the answer as it came; capped and hashed by {@link Probing}
 * @param values what is judged; none is a true answer and never a good one
 * @param given what the query of {@code none given=QUERY} found; empty where it was not asked
 * @param headline begins the sentence of the verdict, "1/2 ready"; may be empty
 * @param warnings why something may be missing: what would be met is unknown then
 * @param verdict of kinds that judge themselves
 * @param fingerprints what the answer depends on: name to hash or version
 */
public record Answer(
        String question,
        String askedOf,
        String raw,
        List<Value> values,
        Optional<List<Value>> given,
        String headline,
        List<String> warnings,
        Optional<Verdict> verdict,
        Map<String, String> fingerprints) {

    public Answer {
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(askedOf, "askedOf");
        Objects.requireNonNull(raw, "raw");
        values = List.copyOf(values);
        given = given.map(List::copyOf);
        Objects.requireNonNull(headline, "headline");
        warnings = List.copyOf(warnings);
        Objects.requireNonNull(verdict, "verdict");
        fingerprints = Map.copyOf(fingerprints);
    }

    /** An answer of values alone. */
    public static Answer of(String question, String askedOf, String raw, List<Value> values) {
        return new Answer(question, askedOf, raw, values, Optional.empty(), "", List.of(), Optional.empty(), Map.of());
    }

    public Answer given(List<Value> found) {
        return new Answer(
                question, askedOf, raw, values, Optional.of(found), headline, warnings, verdict, fingerprints);
    }

    public Answer headline(String words) {
        return new Answer(question, askedOf, raw, values, given, words, warnings, verdict, fingerprints);
    }

    public Answer warnings(List<String> said) {
        return new Answer(question, askedOf, raw, values, given, headline, said, verdict, fingerprints);
    }

    public Answer judged(Verdict own) {
        return new Answer(question, askedOf, raw, values, given, headline, warnings, Optional.of(own), fingerprints);
    }

    public Answer fingerprints(Map<String, String> prints) {
        return new Answer(question, askedOf, raw, values, given, headline, warnings, verdict, prints);
    }
}
