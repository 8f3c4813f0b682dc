package dev.tars.console.journal.view;

import dev.tars.console.journal.Payload;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A payload for the eye: one member a line, indented; control characters stay visible. */
final class PrettyPayload {

    private PrettyPayload() {}

    static String of(Payload payload) {
        Map<String, Object> members = payload.members();
        if (members.isEmpty()) {
            // Empty, or no object at all after somebody changed it: as it is kept.
            return payload.text();
        }
        StringBuilder text = new StringBuilder();
        members.forEach((name, value) -> line(text, name, value, ""));
        return text.toString().stripTrailing();
    }

    private static void line(StringBuilder text, String name, Object value, String indent) {
        text.append(indent).append(visible(name)).append(": ");
        if (value instanceof Map<?, ?> members && !members.isEmpty()) {
            text.append('\n');
            members.forEach((inner, its) -> line(text, String.valueOf(inner), its, indent + "  "));
        } else if (value instanceof List<?> values && !values.isEmpty()) {
            text.append('\n');
            for (int i = 0; i < values.size(); i++) {
                line(text, String.valueOf(i + 1), values.get(i), indent + "  ");
            }
        } else if (value instanceof BigDecimal number) {
            text.append(number.toPlainString()).append('\n');
        } else {
            text.append(visible(String.valueOf(value))).append('\n');
        }
    }

    /** A written line break stays one, another control character becomes its picture (Unicode block 2400). */
    private static String visible(String words) {
        StringBuilder seen = new StringBuilder();
        for (char c : words.toCharArray()) {
            boolean turns = c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
            if (c == '\n') {
                seen.append("\n    ");
            } else if (c < ' ') {
                seen.append((char) (0x2400 + c));
            } else {
                seen.append(turns || c == 0x7f ? '\ufffd' : c);
            }
        }
        return seen.toString();
    }
}
