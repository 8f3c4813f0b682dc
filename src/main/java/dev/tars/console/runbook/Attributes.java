package dev.tars.console.runbook;

import dev.tars.console.document.DocumentException;
import dev.tars.console.document.Nearest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names and values written after a title or a fence: {@code fresh=24h owner="Ada L." four-eyes}. They know their places;
 * what is asked for and is not as it should be is a {@link DocumentException} there.
 */
public final class Attributes {

    /** No attributes. */
    public static final Attributes NONE = new Attributes(new LinkedHashMap<>());

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(ms|s|m|h|d|w)");

    /**
     * One attribute.
     *
     * @param value empty for a flag
     * @param at where its name stands
     * @param valueAt where the first character of its value stands
     */
    record Entry(String value, boolean isFlag, Position at, Position valueAt) {}

    private final Map<String, Entry> entries;

    Attributes(Map<String, Entry> entries) {
        this.entries = new LinkedHashMap<>(entries);
    }

    /** The names that are given, in the order of the file. */
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    public boolean has(String name) {
        return entries.containsKey(name);
    }

    /** The value of a name, blank ends cut off. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(entries.get(name)).map(entry -> entry.value().strip());
    }

    /** A value that is not blank, where the name is given. */
    public Optional<String> text(String name) throws DocumentException {
        Optional<String> value = find(name);
        if (value.isPresent() && value.get().isEmpty()) {
            throw error(name, name + " has no value", "write " + name + "=VALUE or leave it out");
        }
        return value;
    }

    /** The words of a list "a,b". */
    public List<String> list(String name) throws DocumentException {
        List<String> words = new ArrayList<>();
        for (String word : text(name).orElse("").split(",", -1)) {
            if (!word.isBlank()) {
                words.add(word.strip());
            } else if (has(name)) {
                throw error(name, name + " has an empty place", "write " + name + "=a,b");
            }
        }
        return words;
    }

    /** A duration above zero in Prometheus' spelling: 15s, 5m, 24h. */
    public Optional<Duration> duration(String name) throws DocumentException {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher m = DURATION.matcher(text.get());
        if (!m.matches() || Long.parseLong(m.group(1)) == 0) {
            throw error(
                    name,
                    name + " is \"" + text.get() + "\", not a duration above zero",
                    "write a number and ms, s, m, h, d or w, as in 15m");
        }
        long n = Long.parseLong(m.group(1));
        return Optional.of(
                switch (m.group(2)) {
                    case "ms" -> Duration.ofMillis(n);
                    case "s" -> Duration.ofSeconds(n);
                    case "m" -> Duration.ofMinutes(n);
                    case "h" -> Duration.ofHours(n);
                    case "d" -> Duration.ofDays(n);
                    default -> Duration.ofDays(n * 7);
                });
    }

    /** Whether a flag stands there; a value after it is an error. */
    public boolean flag(String name) throws DocumentException {
        Entry entry = entries.get(name);
        if (entry != null && !entry.isFlag()) {
            throw error(name, name + " takes no value", "write " + name + " alone, or leave it out");
        }
        return entry != null;
    }

    /** One of a few words. */
    public Optional<String> oneOf(String name, String... words) throws DocumentException {
        Optional<String> text = text(name);
        if (text.isPresent() && !Arrays.asList(words).contains(text.get())) {
            throw error(name, name + " is \"" + text.get() + "\"", Nearest.of(text.get(), words));
        }
        return text;
    }

    /** Refuses names not given here, with the nearest one that is. */
    public void allowOnly(String... known) throws DocumentException {
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            if (!Arrays.asList(known).contains(entry.getKey())) {
                throw entry.getValue()
                        .at()
                        .error("unknown attribute \"" + entry.getKey() + "\"", Nearest.of(entry.getKey(), known));
            }
        }
    }

    /** An error at the value of a name. */
    public DocumentException error(String name, String cause, String mend) {
        return position(name).error(cause, mend);
    }

    /** Where the value of a name begins. @throws IllegalArgumentException where it is not given */
    public Position position(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException(name + " is not given");
        }
        return entry.valueAt();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attributes that && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    /** As they are written: {@code a=1 b="x y" flag}. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        entries.forEach((name, entry) -> words.add(entry.isFlag() ? name : name + "=\"" + entry.value() + "\""));
        return String.join(" ", words);
    }
}
