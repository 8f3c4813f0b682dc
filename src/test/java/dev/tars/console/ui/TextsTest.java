package dev.tars.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern IN_FXML = Pattern.compile("\"%([a-z][A-Za-z0-9.-]+)\"");
    private static final Pattern ASKED = Pattern.compile("texts\\.get\\(\\s*\"([a-z][A-Za-z0-9.-]+)\"");
    private static final Pattern ASKED_OF_LIVE = Pattern.compile("words\\.text\\(\\s*\"([a-z][A-Za-z0-9.-]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z0-9.-]*)\"");

    private final Texts texts = new Texts();

    private static List<String> found(Path folder, String ending, Pattern pattern) throws IOException {
        List<String> keys = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    keys.add(matcher.group(1));
                }
            }
        }
        return keys;
    }

    @Test
    void everyKeyOfTheFxmlAndOfTheCodeIsThere() throws IOException {
        Set<String> known = texts.bundle().keySet();
        assertThat(known).containsAll(found(Path.of("fxml"), ".fxml", IN_FXML));
        List<String> asked = found(Path.of("src/main/java"), ".java", ASKED);
        found(Path.of("src/main/java"), ".java", ASKED_OF_LIVE).forEach(key -> asked.add("slo." + key));
        for (String key : asked) {
            boolean isPrefix = key.endsWith(".");
            assertThat(known).as(key).anyMatch(k -> isPrefix ? k.startsWith(key) : k.equals(key));
        }
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        Set<String> used = new TreeSet<>(found(Path.of("fxml"), ".fxml", IN_FXML));
        used.addAll(found(Path.of("src/main/java"), ".java", LITERAL));
        Set<String> idle = new TreeSet<>(texts.bundle().keySet());
        // A feature may add its own first word to the rest of a key, and the last word to what ends with a dot.
        idle.removeIf(key -> isUsed(key, used) || isUsed(key.substring(key.indexOf('.') + 1), used));
        assertThat(idle).isEmpty();
    }

    private static boolean isUsed(String key, Set<String> used) {
        return used.contains(key) || used.stream().anyMatch(u -> u.endsWith(".") && key.startsWith(u));
    }

    @Test
    void argumentsStandWhereTheyBelongInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("en-US", "de-DE", "ar-EG")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(new Texts().get("shell.status.stalls", 1234)).isEqualTo("UI stalls 1234");
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
