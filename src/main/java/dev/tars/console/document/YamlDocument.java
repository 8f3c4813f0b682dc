package dev.tars.console.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads YAML 1.2 into nodes that know their place. No objects are made of it, no tags are followed. */
public final class YamlDocument {

    /** Larger files are refused before they are read: no release file comes near it. */
    private static final int MAX_CHARACTERS = 4_000_000;

    private static final int MAX_DEPTH = 64;
    private static final int MAX_ALIASES = 50;

    /** No release file comes near it; 50 aliases can unfold to 2^50 values. */
    private static final int MAX_NODES = 500_000;

    private final String file;
    private int nodes;

    private YamlDocument(String file) {
        this.file = file;
    }

    /** @param file the name to give in errors */
    public static YamlNode parse(String text, String file) throws DocumentException {
        if (text.length() > MAX_CHARACTERS) {
            throw new DocumentException(
                    file, 1, 1, "the file has " + text.length() + " characters", "keep it under " + MAX_CHARACTERS);
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(true)
                .setAllowNonScalarKeys(true)
                .setMaxAliasesForCollections(MAX_ALIASES)
                .setCodePointLimit(MAX_CHARACTERS)
                .build();
        Node root;
        try {
            refuseDepth(new Parse(settings).parseString(text), file);
            Optional<Node> composed = new Compose(settings).composeString(text);
            if (composed.isEmpty()) {
                throw new DocumentException(file, 1, 1, "the file is empty", "write at least one key");
            }
            root = composed.get();
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            String problem = Optional.ofNullable(e.getProblem()).orElse("not YAML");
            throw new DocumentException(
                    file,
                    mark.map(Mark::getLine).orElse(0) + 1,
                    mark.map(Mark::getColumn).orElse(0) + 1,
                    "not YAML: " + problem.replaceAll("\\s+", " "),
                    "check indentation, colons and quotes there");
        } catch (YamlEngineException e) {
            throw new DocumentException(file, 1, 1, "not YAML: " + e.getMessage(), "check the file");
        }
        return new YamlDocument(file).convert(root, "the file", 0);
    }

    /** Before anything recurses into it. */
    private static void refuseDepth(Iterable<Event> events, String file) throws DocumentException {
        int depth = 0;
        for (Event event : events) {
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (depth > MAX_DEPTH) {
                Optional<Mark> mark = event.getStartMark();
                throw tooDeep(file, line(mark), column(mark));
            }
        }
    }

    private YamlNode convert(Node node, String path, int depth) throws DocumentException {
        int line = line(node.getStartMark());
        int column = column(node.getStartMark());
        if (depth > MAX_DEPTH) {
            throw tooDeep(file, line, column);
        }
        if (++nodes > MAX_NODES) {
            throw new DocumentException(
                    file,
                    line,
                    column,
                    "the aliases here unfold to more than " + MAX_NODES + " values",
                    "write the values out where they are needed");
        }
        if (node instanceof MappingNode mapping) {
            return map(mapping, path, depth);
        }
        if (node instanceof SequenceNode sequence) {
            List<YamlNode> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(convert(item, "item " + (items.size() + 1) + " of " + path, depth + 1));
            }
            return YamlNode.list(file, line, column, path, items);
        }
        ScalarNode scalar = (ScalarNode) node;
        return YamlNode.scalar(file, line, column, path, isNothing(scalar) ? "" : scalar.getValue());
    }

    /** {@code ~} and {@code null} unquoted are YAML's words for no value. */
    private static boolean isNothing(ScalarNode scalar) {
        return scalar.isPlain()
                && (scalar.getValue().equals("~") || scalar.getTag().equals(Tag.NULL));
    }

    private YamlNode map(MappingNode mapping, String path, int depth) throws DocumentException {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = line(tuple.getKeyNode().getStartMark());
            int column = column(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new DocumentException(file, line, column, "a key is not a plain word", "write KEY: VALUE");
            }
            String name = key.getValue();
            if (name.equals("<<")) {
                throw new DocumentException(
                        file, line, column, "merge keys (<<) are not read", "write the merged keys out");
            }
            YamlNode.Entry twin = entries.get(name);
            if (twin != null) {
                throw new DocumentException(
                        file,
                        line,
                        column,
                        "key \"" + name + "\" stands twice in " + path + ", first in line " + twin.line(),
                        "keep one of them");
            }
            entries.put(name, new YamlNode.Entry(line, column, convert(tuple.getValueNode(), name, depth + 1)));
        }
        return YamlNode.map(file, line(mapping.getStartMark()), column(mapping.getStartMark()), path, entries);
    }

    private static DocumentException tooDeep(String file, int line, int column) {
        return new DocumentException(
                file, line, column, "nested deeper than " + MAX_DEPTH + " levels", "write it flatter");
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }

    private static int column(Optional<Mark> mark) {
        return mark.map(Mark::getColumn).orElse(0) + 1;
    }
}
