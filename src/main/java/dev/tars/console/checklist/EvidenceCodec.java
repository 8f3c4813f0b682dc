package dev.tars.console.checklist;

import dev.tars.console.base.Evidence;
import dev.tars.console.base.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Evidence as members of a payload. All texts of an event share their room, so that it fits the journal even where each
 * character is written as six.
 */
final class EvidenceCodec {

    private static final int ANSWERS = 24 * 1024;
    private static final int QUESTIONS = 8 * 1024;
    private static final int SENTENCES = 6 * 1024;

    private static final String CUT = "\n[cut]";

    private EvidenceCodec() {}

    static List<Map<String, Object>> write(List<Evidence> all) {
        List<Map<String, Object>> written = new ArrayList<>();
        all.forEach(evidence -> written.add(write(evidence, all.size())));
        return written;
    }

    private static Map<String, Object> write(Evidence evidence, int count) {
        int most = SENTENCES / count;
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("question", cut(evidence.question(), QUESTIONS / count));
        members.put("askedOf", evidence.askedOf());
        members.put("askedAt", evidence.askedAt().toString());
        members.put("took", evidence.took().toString());
        members.put("answer", cut(evidence.answer(), ANSWERS / count));
        members.put("threshold", evidence.threshold());
        members.put("fingerprints", evidence.fingerprints());
        evidence.verdict()
                .match(
                        met -> {
                            members.put("verdict", "met");
                            members.put("warning", met.warning());
                            return members.put("sentence", cut(met.sentence(), most));
                        },
                        missed -> {
                            members.put("verdict", "missed");
                            return members.put("sentence", cut(missed.sentence(), most));
                        },
                        unknown -> {
                            members.put("verdict", "unknown");
                            members.put("why", unknown.why());
                            return members.put("sentence", cut(unknown.sentence(), most));
                        },
                        waived -> {
                            throw new IllegalArgumentException("a machine waives nothing");
                        });
        return members;
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + CUT;
    }

    static List<Evidence> read(Members members, String name) throws Members.Wrong {
        List<Evidence> all = new ArrayList<>();
        for (Members each : members.list(name)) {
            all.add(new Evidence(
                    each.text("question"),
                    each.text("askedOf"),
                    each.instant("askedAt"),
                    each.duration("took"),
                    each.text("answer"),
                    each.text("threshold"),
                    verdict(each),
                    each.words("fingerprints")));
        }
        return all;
    }

    private static Verdict verdict(Members members) throws Members.Wrong {
        String word = members.text("verdict");
        String sentence = members.text("sentence");
        return switch (word) {
            case "met" -> new Verdict.Met(sentence, members.flag("warning"));
            case "missed" -> new Verdict.Missed(sentence);
            case "unknown" -> new Verdict.Unknown(members.text("why"), sentence);
            default -> throw new Members.Wrong("verdict is \"" + word + "\"");
        };
    }

    /** What a signature names the machine's answer by: changes when any of it does. */
    static String hash(List<Evidence> all) {
        StringBuilder text = new StringBuilder();
        for (Evidence evidence : all) {
            for (String part : List.of(
                    evidence.question(),
                    evidence.askedOf(),
                    evidence.askedAt().toString(),
                    evidence.answer(),
                    evidence.threshold(),
                    evidence.verdict().toString())) {
                text.append(part.length()).append(':').append(part);
            }
        }
        return all.isEmpty() ? "" : Hash.sha256(text.toString());
    }

    /** When the last of them was asked. */
    static Instant lastAsked(List<Evidence> all) {
        return all.stream().map(Evidence::askedAt).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    static Duration took(List<Evidence> all) {
        return all.stream().map(Evidence::took).reduce(Duration.ZERO, Duration::plus);
    }
}
