package dev.tars.console.app.environments;

import dev.tars.console.connect.http.Secret;
import dev.tars.console.document.DocumentException;
import dev.tars.console.document.YamlNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Reads a secret's reference in a file. */
final class SecretReader {

    private final SecretReferences references;

    /** @param file the file the reference stands in: paths are relative to its folder */
    SecretReader(Map<String, String> variables, Path file) {
        references = new SecretReferences(
                variables, Objects.requireNonNull(file.toAbsolutePath().getParent()));
    }

    Secret read(YamlNode node) throws DocumentException {
        try {
            return references.find(node.text());
        } catch (SecretReferences.NoReference e) {
            throw node.error(e.fault(), e.mend());
        }
    }

    static Path resolve(YamlNode node, String path, Path relativeTo) throws DocumentException {
        try {
            return relativeTo.toAbsolutePath().resolveSibling(path).normalize();
        } catch (InvalidPathException e) {
            throw node.error("not a path: " + e.getReason(), "write the path of a file");
        }
    }
}
