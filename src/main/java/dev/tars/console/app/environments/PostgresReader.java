package dev.tars.console.app.environments;

import dev.tars.console.connect.http.Tls;
import dev.tars.console.connect.postgres.PostgresEndpoint;
import dev.tars.console.document.DocumentException;
import dev.tars.console.document.YamlNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads where the database of an environment is. No error quotes a value that may be a secret. */
final class PostgresReader {

    private static final String NAME = "PostgreSQL";
    private static final String APPLICATION = "tars-console migration";

    private final Map<String, String> variables;

    PostgresReader(Map<String, String> variables) {
        this.variables = variables;
    }

    PostgresEndpoint read(YamlNode node, Path file) throws DocumentException {
        node.allowOnly("url", "user", "password", "tls");
        YamlNode url = node.require("url");
        if (url.text().contains("password=")) {
            throw url.error("url has a password in it", "take it out and write password: \"env:NAME\"");
        }
        Optional<YamlNode> user = node.find("user");
        Optional<YamlNode> password = node.find("password");
        if (password.isPresent() != user.isPresent()) {
            throw node.error(
                    password.isPresent() ? "password stands without user" : "user stands without password",
                    "write both, or user as a parameter of url: ?user=NAME");
        }
        Optional<YamlNode> tls = node.find("tls");
        try {
            PostgresEndpoint endpoint = PostgresEndpoint.of(NAME, url.text(), APPLICATION);
            if (password.isPresent()) {
                SecretReader secrets = new SecretReader(variables, file);
                endpoint = endpoint.with(user.orElseThrow().text(), secrets.read(password.get()));
            }
            return tls.isPresent() ? endpoint.with(tls(tls.get(), file)) : endpoint;
        } catch (IllegalArgumentException e) {
            throw url.error("url is no address of a database", "write jdbc:postgresql://HOST:PORT/DATABASE");
        }
    }

    private static Tls tls(YamlNode node, Path file) throws DocumentException {
        node.allowOnly("ca");
        YamlNode ca = node.require("ca");
        return Tls.trusting(SecretReader.resolve(ca, ca.text(), file));
    }
}
