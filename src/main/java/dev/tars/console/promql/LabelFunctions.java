package dev.tars.console.promql;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** {@code label_replace} and {@code label_join}. */
final class LabelFunctions {
    private static final java.util.regex.Pattern LABEL = java.util.regex.Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    private LabelFunctions() {}

    static boolean isLabel(String name) {
        return LABEL.matcher(name).matches();
    }

    static List<Column> replace(List<Column> columns, List<String> args) {
        String target = args.get(0);
        Template replacement = new Template(args.get(1));
        String source = args.get(2);
        Pattern pattern;
        try {
            pattern = Pattern.compile("^(?:" + args.get(3) + ")$");
        } catch (PatternSyntaxException e) {
            throw new PromqlEvaluationException("invalid regular expression in label_replace(): " + args.get(3));
        }
        checkTarget(target, "label_replace()");
        return relabelled(columns, labels -> {
            Matcher matcher = pattern.matcher(labels.get(source));
            return matcher.matches() ? labels.with(target, replacement.expand(matcher)) : labels;
        });
    }

    static List<Column> join(List<Column> columns, List<String> args) {
        String target = args.get(0);
        String separator = args.get(1);
        List<String> sources = args.subList(2, args.size());
        for (String source : sources) {
            if (!isLabel(source)) {
                throw new PromqlEvaluationException("invalid source label name in label_join(): " + source);
            }
        }
        checkTarget(target, "label_join()");
        return relabelled(
                columns,
                labels -> labels.with(
                        target,
                        String.join(separator, sources.stream().map(labels::get).toList())));
    }

    private static void checkTarget(String target, String function) {
        if (!isLabel(target)) {
            throw new PromqlEvaluationException("invalid destination label name in " + function + ": " + target);
        }
    }

    private static List<Column> relabelled(List<Column> columns, UnaryOperator<Labels> change) {
        Map<Labels, Labels> known = new HashMap<>();
        return Columns.joined(columns.stream()
                .map(column -> column.named(known.computeIfAbsent(column.labels, change)))
                .toList());
    }
}
