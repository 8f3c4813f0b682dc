package dev.tars.console.practice.rules;

import dev.tars.console.promql.Labels;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of Prometheus' templates that alert texts really use: {@code $labels.NAME}, {@code $value},
 * {@code with $labels.NAME} and the functions humanize, humanize1024, humanizePercentage and humanizeDuration. Anything
 * else stays as it is written.
 */
final class Template {
    private static final Pattern WITH =
            Pattern.compile("\\{\\{\\s*with \\$labels\\.(\\w+)\\s*}}(.*?)\\{\\{\\s*end\\s*}}");
    private static final Pattern ACTION = Pattern.compile("\\{\\{\\s*(.*?)\\s*}}");
    private static final Pattern LABEL = Pattern.compile("\\$labels\\.(\\w+)");
    private static final Pattern DOT = Pattern.compile("\\{\\{\\s*\\.\\s*}}");

    private Template() {}

    static String expand(String text, Labels labels, double value) {
        if (!text.contains("{{")) {
            return text;
        }
        Map<String, String> texts = labels.toMap();
        String flat = WITH.matcher(text)
                .replaceAll(with -> Optional.ofNullable(texts.get(with.group(1)))
                        .map(label -> Matcher.quoteReplacement(
                                DOT.matcher(with.group(2)).replaceAll(Matcher.quoteReplacement(label))))
                        .orElse(""));
        return ACTION.matcher(flat)
                .replaceAll(
                        action -> Matcher.quoteReplacement(evaluate(action.group(1), texts, value, action.group())));
    }

    private static String evaluate(String action, Map<String, String> labels, double value, String asWritten) {
        Matcher label = LABEL.matcher(action);
        if (label.matches()) {
            return labels.getOrDefault(label.group(1), "");
        }
        return switch (action) {
            case "$value" -> Humanized.plain(value);
            case "$value | humanize" -> Humanized.decimal(value);
            case "$value | humanize1024" -> Humanized.binary(value);
            case "$value | humanizePercentage" -> Humanized.four(value * 100) + "%";
            case "$value | humanizeDuration" -> Humanized.duration(value);
            default -> asWritten;
        };
    }
}
