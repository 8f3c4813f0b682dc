package dev.tars.console.app.environments;

import dev.tars.console.connect.http.Secret;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Finds a secret by its reference: {@code env:NAME}, {@code file:PATH} or {@code keyring:NAME}. A secret that is written
 * down is refused without quoting it.
 *
 * @param variables the process's environment variables
 * @param folder paths are relative to it
 */
public record SecretReferences(Map<String, String> variables, Path folder) {

    private static final String MEND = "write \"env:NAME\", \"file:PATH\" or \"keyring:NAME\"";

    /** A text that is no reference. */
    public static final class NoReference extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;
        private final String fault;
        private final String mend;

        NoReference(String fault, String mend) {
            super(fault + "; " + mend);
            this.fault = fault;
            this.mend = mend;
        }

        String fault() {
            return fault;
        }

        String mend() {
            return mend;
        }
    }

    public SecretReferences {
        variables = Map.copyOf(variables);
    }

    /** @throws NoReference where the text is none; the text is not quoted, it may be the secret itself */
    public Secret find(String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? "" : text.substring(0, colon);
        String name = text.substring(colon + 1);
        return switch (kind) {
            case "env" -> {
                if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                    throw new NoReference("env: is not followed by the name of a variable", "write \"env:PROM_TOKEN\"");
                }
                yield new VariableSecret(name, variables);
            }
            case "file" -> {
                if (name.isBlank()) {
                    throw new NoReference("file: is not followed by a path", "write \"file:/run/secrets/token\"");
                }
                yield new FileSecret(path(name));
            }
            case "keyring" -> {
                if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
                    throw new NoReference(
                            "keyring: is not followed by the name of an item", "write \"keyring:prom-token\"");
                }
                yield new KeyringSecret(name, "secret-tool");
            }
            default -> throw new NoReference("a secret is written down", MEND);
        };
    }

    private Path path(String name) {
        try {
            return folder.toAbsolutePath().resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw new NoReference("not a path: " + e.getReason(), "write the path of a file");
        }
    }
}
