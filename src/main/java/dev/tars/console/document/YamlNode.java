package dev.tars.console.document;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value of a YAML document that knows where it stands. Readers ask for what they need and get it or a
 * {@link DocumentException} with file, line, cause and mend.
 */
public final class YamlNode {

    private static final Pattern DURATION = Pattern.compile("([0-9]+)(ms|s|m|h|d|w)");

    /** Where a key stands, and its value. */
    record Entry(int line, int column, YamlNode value) {}

    private enum Kind {
        SCALAR,
        LIST,
        MAP
    }

    private final String file;
    private final int line;
    private final int column;
    private final String path;
    private final Kind kind;
    private final String scalar;
    private final List<YamlNode> items;
    private final Map<String, Entry> entries;

    private YamlNode(
            String file,
            int line,
            int column,
            String path,
            Kind kind,
            String scalar,
            List<YamlNode> items,
            Map<String, Entry> entries) {
        this.file = file;
        this.line = line;
        this.column = column;
        this.path = path;
        this.kind = kind;
        this.scalar = scalar;
        this.items = items;
        this.entries = entries;
    }

    static YamlNode scalar(String file, int line, int column, String path, String text) {
        return new YamlNode(file, line, column, path, Kind.SCALAR, text, List.of(), Map.of());
    }

    static YamlNode list(String file, int line, int column, String path, List<YamlNode> items) {
        return new YamlNode(file, line, column, path, Kind.LIST, "", List.copyOf(items), Map.of());
    }

    static YamlNode map(String file, int line, int column, String path, Map<String, Entry> entries) {
        return new YamlNode(file, line, column, path, Kind.MAP, "", List.of(), new LinkedHashMap<>(entries));
    }

    public String file() {
        return file;
    }

    /** The line the value starts on, 1 for the first. */
    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public boolean isMap() {
        return kind == Kind.MAP;
    }

    public boolean isList() {
        return kind == Kind.LIST;
    }

    /** An error at this value. */
    public DocumentException error(String cause, String mend) {
        return new DocumentException(file, line, column, cause, mend);
    }

    /** An error at a key of this map; at the map itself where it has no such key. */
    public DocumentException errorAtKey(String key, String cause, String mend) {
        Entry entry = entries.get(key);
        return entry == null
                ? error(cause, mend)
                : new DocumentException(file, entry.line(), entry.column(), cause, mend);
    }

    /** The entries of a map, in the order of the file. */
    public Map<String, YamlNode> entries() throws DocumentException {
        if (kind != Kind.MAP) {
            throw error(path + " is " + describe() + ", not a map", "write it as KEY: VALUE lines");
        }
        Map<String, YamlNode> values = new LinkedHashMap<>();
        entries.forEach((key, entry) -> values.put(key, entry.value()));
        return values;
    }

    public List<YamlNode> items() throws DocumentException {
        if (kind != Kind.LIST) {
            throw error(path + " is " + describe() + ", not a list", "start each item with a dash");
        }
        return items;
    }

    public Optional<YamlNode> find(String key) throws DocumentException {
        return Optional.ofNullable(entries().get(key));
    }

    public YamlNode require(String key) throws DocumentException {
        Optional<YamlNode> found = find(key);
        if (found.isEmpty()) {
            throw error(path + " has no \"" + key + "\"", "add a line \"" + key + ": ...\"");
        }
        return found.get();
    }

    /** Refuses any key not named here, with the nearest one that is. */
    public void allowOnly(String... keys) throws DocumentException {
        for (String key : entries().keySet()) {
            if (!Arrays.asList(keys).contains(key)) {
                throw errorAtKey(key, "unknown key \"" + key + "\" in " + path, Nearest.of(key, keys));
            }
        }
    }

    public String text() throws DocumentException {
        if (kind != Kind.SCALAR) {
            throw error(path + " is " + describe() + ", not a text", "write one value");
        }
        if (scalar.isBlank()) {
            throw error(path + " is empty", "write a value or leave the line out");
        }
        return scalar;
    }

    public boolean bool() throws DocumentException {
        String text = text();
        if (!text.equals("true") && !text.equals("false")) {
            throw error(path + " is \"" + text + "\"", "write true or false");
        }
        return text.equals("true");
    }

    /** A whole number within bounds, both included. */
    public int integer(int min, int max) throws DocumentException {
        String text = text();
        String mend = "write a whole number from " + min + " to " + max;
        try {
            int value = Integer.parseInt(text);
            if (value < min || value > max) {
                throw error(path + " is " + text, mend);
            }
            return value;
        } catch (NumberFormatException e) {
            throw error(path + " is \"" + text + "\"", mend);
        }
    }

    /** A duration in Prometheus' spelling: 15s, 5m, 1h. */
    public Duration duration() throws DocumentException {
        String text = text();
        Matcher m = DURATION.matcher(text);
        if (!m.matches()) {
            throw error(
                    path + " is \"" + text + "\", not a duration", "write a number and ms, s, m, h or d, as in 15s");
        }
        try {
            long n = Long.parseLong(m.group(1));
            return switch (m.group(2)) {
                case "ms" -> Duration.ofMillis(n);
                case "s" -> Duration.ofSeconds(n);
                case "m" -> Duration.ofMinutes(n);
                case "h" -> Duration.ofHours(n);
                case "d" -> Duration.ofDays(n);
                default -> Duration.ofDays(Math.multiplyExact(n, 7));
            };
        } catch (ArithmeticException | NumberFormatException e) {
            throw error(path + " is \"" + text + "\", longer than any clock", "write a shorter duration");
        }
    }

    /** One of a fixed set of words. */
    public <E extends Enum<E>> E oneOf(Class<E> type) throws DocumentException {
        String text = text();
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String word = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (word.equals(text)) {
                return constant;
            }
            words.add(word);
        }
        throw error(path + " is \"" + text + "\"", Nearest.of(text, words.toArray(new String[0])));
    }

    private String describe() {
        return switch (kind) {
            case SCALAR -> scalar.isBlank() ? "empty" : "the text \"" + scalar + "\"";
            case LIST -> "a list";
            case MAP -> "a map";
        };
    }
}
