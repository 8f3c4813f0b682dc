package dev.tars.console.practice.server;

import dev.tars.console.promql.Labels;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads Prometheus' text format, version 0.0.4. Time stamps of samples are left aside: the scrape's own time counts.
 */
final class ScrapedText {

    /** Takes what is found, in the order of the text. */
    interface Receiver {
        /** @param series name and labels as written; equal texts are equal series */
        void sample(String series, double value);

        void help(String metric, String help);

        void type(String metric, String type);
    }

    private ScrapedText() {}

    /** @throws IllegalArgumentException naming the line that is not in the format */
    static void read(String text, Receiver receiver) {
        int line = 0;
        int from = 0;
        while (from < text.length()) {
            line++;
            int end = text.indexOf('\n', from);
            if (end < 0) {
                throw new IllegalArgumentException("line " + line + ": the text is cut off, no line feed at its end");
            }
            if (end > from) {
                readLine(text.substring(from, end), line, receiver);
            }
            from = end + 1;
        }
    }

    private static void readLine(String line, int number, Receiver receiver) {
        if (line.startsWith("#")) {
            String[] words = line.split(" ", 4);
            if (words.length >= 3 && words[1].equals("HELP")) {
                receiver.help(words[2], words.length > 3 ? unescape(words[3]) : "");
            } else if (words.length == 4 && words[1].equals("TYPE")) {
                receiver.type(words[2], words[3]);
            }
            return;
        }
        int seriesEnd = endOfSeries(line);
        if (seriesEnd <= 0) {
            throw new IllegalArgumentException("line " + number + ": no value after the series: " + line);
        }
        String[] words = line.substring(seriesEnd).strip().split(" ");
        try {
            receiver.sample(line.substring(0, seriesEnd), value(words[0]));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("line " + number + ": \"" + words[0] + "\" is not a number", e);
        }
    }

    private static int endOfSeries(String line) {
        int brace = line.indexOf('{');
        int space = line.indexOf(' ');
        if (brace < 0 || (space >= 0 && space < brace)) {
            return space;
        }
        boolean quoted = false;
        for (int i = brace; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '}' && !quoted) {
                return i + 1;
            }
        }
        return -1;
    }

    static double value(String word) {
        return switch (word) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            case "NaN" -> Double.NaN;
            default -> Double.parseDouble(word);
        };
    }

    /** The labels of a series as written, its name among them. */
    static Labels labels(String series) {
        Map<String, String> labels = new LinkedHashMap<>();
        int brace = series.indexOf('{');
        labels.put(Labels.NAME, brace < 0 ? series : series.substring(0, brace));
        int at = brace + 1;
        while (brace >= 0 && at < series.length() && series.charAt(at) != '}') {
            int equals = series.indexOf('=', at);
            int end = equals + 2;
            while (series.charAt(end) != '"') {
                end += series.charAt(end) == '\\' ? 2 : 1;
            }
            labels.put(series.substring(at, equals).strip(), unescape(series.substring(equals + 2, end)));
            at = end + 1;
            if (at < series.length() && series.charAt(at) == ',') {
                at++;
            }
        }
        return Labels.of(labels);
    }

    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                c = text.charAt(i) == 'n' ? '\n' : text.charAt(i);
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
