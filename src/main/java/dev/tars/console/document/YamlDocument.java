package dev.tars.console.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads YAML 1.2 into nodes that know their place. No objects are made of it, no tags are followed. */
public final class YamlDocument {

    /** Larger files are refused before they are read: no release file comes near it. */
    private static final int MAX_CHARACTERS = 4_000_000;

    private static final int MAX_DEPTH = 64;
    private static final int MAX_ALIASES = 50;

    private YamlDocument() {}

    /** @param file the name to give in errors */
    public static YamlNode parse(String text, String file) throws DocumentException {
        if (text.length() > MAX_CHARACTERS) {
            throw new DocumentException(
                    file, 1, 1, "the file has " + text.length() + " characters", "keep it under " + MAX_CHARACTERS);
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(MAX_ALIASES)
                .setCodePointLimit(MAX_CHARACTERS)
                .build();
        Optional<Node> root;
        try {
            root = new Compose(settings).composeString(text);
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
        if (root.isEmpty()) {
            throw new DocumentException(file, 1, 1, "the file is empty", "write at least one key");
        }
        return convert(root.get(), file, "the file", 0);
    }

    private static YamlNode convert(Node node, String file, String path, int depth) throws DocumentException {
        int line = node.getStartMark().map(Mark::getLine).orElse(0) + 1;
        int column = node.getStartMark().map(Mark::getColumn).orElse(0) + 1;
        if (depth > MAX_DEPTH) {
            throw new DocumentException(
                    file, line, column, "nested deeper than " + MAX_DEPTH + " levels", "flatten it");
        }
        if (node instanceof MappingNode mapping) {
            Map<String, YamlNode> entries = new LinkedHashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    throw new DocumentException(file, line, column, "a key is not a plain word", "write KEY: VALUE");
                }
                String name = key.getValue();
                if (entries.containsKey(name)) {
                    int at = key.getStartMark().map(Mark::getLine).orElse(0) + 1;
                    throw new DocumentException(
                            file, at, 1, "key \"" + name + "\" stands twice in " + path, "keep one of them");
                }
                entries.put(name, convert(tuple.getValueNode(), file, name, depth + 1));
            }
            return YamlNode.map(file, line, column, path, entries);
        }
        if (node instanceof SequenceNode sequence) {
            List<YamlNode> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(convert(item, file, "item " + (items.size() + 1) + " of " + path, depth + 1));
            }
            return YamlNode.list(file, line, column, path, items);
        }
        return YamlNode.scalar(file, line, column, path, ((ScalarNode) node).getValue());
    }
}
