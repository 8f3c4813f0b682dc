package dev.tars.console.migration.sql;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** An expression in one form. */
final class Form {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+(e[+-]?[0-9]+)?");

    private final String text;
    private final boolean isLiteral;
    private final String joint;
    private final List<String> parts;

    private Form(String text, boolean isLiteral, String joint, List<String> parts) {
        this.text = text;
        this.isLiteral = isLiteral;
        this.joint = joint;
        this.parts = parts;
    }

    static Form of(String text) {
        return new Form(text, false, "", List.of());
    }

    /** A constant, whose type its place decides. */
    static Form literal(String text) {
        return new Form(text, true, "", List.of());
    }

    /** {@code ARRAY[…]}. */
    static Form array(List<Form> items) {
        List<String> texts = items.stream().map(Form::toString).toList();
        boolean literal = items.stream().allMatch(Form::isLiteral);
        return new Form("array[" + String.join(",", texts) + "]", literal, "array", texts);
    }

    /** What {@code and} or {@code or} joins, in order of text: the server keeps the file's order, which means nothing. */
    static Form join(String word, Form left, Form right) {
        TreeSet<String> parts = new TreeSet<>(left.joined(word));
        parts.addAll(right.joined(word));
        return new Form("(" + String.join(" " + word + " ", parts) + ")", false, word, List.copyOf(parts));
    }

    List<String> joined(String word) {
        return joint.equals(word) ? parts : List.of(text);
    }

    /** The items of an array. */
    Optional<List<String>> items() {
        return joint.equals("array") ? Optional.of(parts) : Optional.empty();
    }

    boolean isLiteral() {
        return isLiteral;
    }

    boolean isNumber() {
        return isLiteral && NUMBER.matcher(text).matches();
    }

    /** With a cast where it means something. */
    Form cast(String type) {
        if (isLiteral) {
            String inside = text.length() > 1 && text.startsWith("'") ? text.substring(1, text.length() - 1) : "";
            return Types.isNumber(type) && NUMBER.matcher(inside).matches() ? literal(inside) : this;
        }
        return Types.isText(type) ? this : of(text + "::" + type);
    }

    @Override
    public String toString() {
        return text;
    }
}
