package dev.tars.console.promql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The queries of the tests: one a line, {@code #!} starts a comment; a second column after {@code =>}. */
final class Corpus {

    private Corpus() {}

    static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(Corpus.class.getResourceAsStream("/promql/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#!"))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(file, e);
        }
    }

    /** The query and what is expected of it; {@code ⏎} stands for a line break. */
    static Map<String, String> table(String file) {
        Map<String, String> table = new LinkedHashMap<>();
        for (String line : lines(file)) {
            int arrow = line.indexOf(" => ");
            table.put(line.substring(0, arrow).replace('⏎', '\n'), line.substring(arrow + 4));
        }
        return table;
    }

    static List<String> queries(String file) {
        return List.copyOf(table(file).keySet());
    }
}
