package dev.tars.console.app.environments;

import dev.tars.console.connect.http.Secret;
import dev.tars.console.document.DocumentException;
import dev.tars.console.document.YamlNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Reads a secret's reference; a secret that is written down is refused without quoting it. */
final class SecretReader {

    private static final String MEND = "write \"env:NAME\", \"file:PATH\" or \"keyring:NAME\"";

    private final Map<String, String> variables;
    private final Path file;

    /** @param file the file the reference stands in: paths are relative to its folder */
    SecretReader(Map<String, String> variables, Path file) {
        this.variables = variables;
        this.file = file;
    }

    Secret read(YamlNode node) throws DocumentException {
        String text = node.text();
        int colon = text.indexOf(':');
        String kind = colon < 0 ? "" : text.substring(0, colon);
        String name = text.substring(colon + 1);
        return switch (kind) {
            case "env" -> {
                if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                    throw node.error("env: is not followed by the name of a variable", "write \"env:PROM_TOKEN\"");
                }
                yield new VariableSecret(name, variables);
            }
            case "file" -> {
                if (name.isBlank()) {
                    throw node.error("file: is not followed by a path", "write \"file:/run/secrets/token\"");
                }
                yield new FileSecret(resolve(node, name, file));
            }
            case "keyring" -> {
                if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
                    throw node.error("keyring: is not followed by the name of an item", "write \"keyring:prom-token\"");
                }
                yield new KeyringSecret(name, "secret-tool");
            }
            default -> throw node.error("a secret is written down in the file", MEND);
        };
    }

    static Path resolve(YamlNode node, String path, Path relativeTo) throws DocumentException {
        try {
            return relativeTo.toAbsolutePath().resolveSibling(path).normalize();
        } catch (InvalidPathException e) {
            throw node.error("not a path: " + e.getReason(), "write the path of a file");
        }
    }
}
