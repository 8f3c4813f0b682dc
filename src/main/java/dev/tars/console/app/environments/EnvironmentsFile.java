package dev.tars.console.app.environments;

import dev.tars.console.app.environments.Environment.Kubernetes;
import dev.tars.console.app.environments.Environment.Protection;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.document.DocumentException;
import dev.tars.console.document.YamlDocument;
import dev.tars.console.document.YamlNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code environments.yaml}; the schema is in this package's description. */
public final class EnvironmentsFile {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final EndpointReader endpoints;
    private final PostgresReader databases;

    /** @param variables the process's environment variables: what {@code env:NAME} refers to */
    public EnvironmentsFile(Map<String, String> variables) {
        this.endpoints = new EndpointReader(variables);
        this.databases = new PostgresReader(variables);
    }

    /** Reads a file; paths in it are relative to its folder. */
    public List<Environment> read(Path file) throws DocumentException {
        try {
            return parse(Files.readString(file), file);
        } catch (NoSuchFileException e) {
            throw new DocumentException(
                    file.toString(), 1, 1, "the file does not exist", "create it or name another with --environments");
        } catch (CharacterCodingException e) {
            throw new DocumentException(file.toString(), 1, 1, "the file is not UTF-8 text", "save it as UTF-8");
        } catch (IOException e) {
            throw new DocumentException(
                    file.toString(), 1, 1, "the file cannot be read: " + e.getMessage(), "check its permissions");
        }
    }

    List<Environment> parse(String text, Path file) throws DocumentException {
        YamlNode root = YamlDocument.parse(text, file.toString());
        root.allowOnly("version", "environments");
        root.require("version").integer(1, 1);
        YamlNode list = root.require("environments");
        if (list.items().isEmpty()) {
            throw list.error("environments is an empty list", "name one environment, or leave the file away");
        }
        Map<String, YamlNode> seen = new LinkedHashMap<>();
        List<Environment> environments = new ArrayList<>();
        for (YamlNode item : list.items()) {
            Environment environment = environment(item, file);
            YamlNode place = item.require("name");
            YamlNode first = seen.putIfAbsent(environment.name(), place);
            if (first != null) {
                throw place.error(
                        "environment \"" + environment.name() + "\" is also on line " + first.line(),
                        "give one of them another name");
            }
            environments.add(environment);
        }
        return List.copyOf(environments);
    }

    private Environment environment(YamlNode node, Path file) throws DocumentException {
        node.allowOnly(
                "name",
                "colour",
                "protection",
                "where",
                "prometheus",
                "postgres",
                "kubernetes",
                "approvers",
                "identity");
        String name = name(node.require("name"));
        Optional<YamlNode> colour = node.find("colour");
        Optional<YamlNode> protection = node.find("protection");
        HttpEndpoint prometheus = endpoints.read(node.require("prometheus"), file);
        Optional<YamlNode> kubernetesNode = node.find("kubernetes");
        Optional<Kubernetes> kubernetes =
                kubernetesNode.isPresent() ? Optional.of(kubernetes(kubernetesNode.get())) : Optional.empty();
        Optional<YamlNode> where = node.find("where");
        Optional<YamlNode> postgres = node.find("postgres");
        return new Environment(
                name,
                colour.isPresent() ? ColourWord.read(colour.get()) : EnvironmentColour.byName(name),
                protection.isPresent() ? protection.get().oneOf(Protection.class) : protectionByName(name),
                where.isPresent() ? where.get().text() : defaultWhere(kubernetes, prometheus),
                Optional.of(prometheus),
                postgres.isPresent() ? Optional.of(databases.read(postgres.get(), file)) : Optional.empty(),
                kubernetes,
                SafeguardReader.read(node));
    }

    private static String name(YamlNode node) throws DocumentException {
        String name = node.text();
        if (name.equals(Environment.PRACTICE)) {
            throw node.error("the name \"practice\" is the built-in environment's", "choose another name");
        }
        if (!NAME.matcher(name).matches()) {
            throw node.error(
                    "name is \"" + name + "\"", "write lower-case letters, digits and dashes, 40 at most: prod-eu");
        }
        return name;
    }

    private static Protection protectionByName(String name) {
        return name.startsWith("prod") ? Protection.PROTECTED : Protection.NONE;
    }

    private static Kubernetes kubernetes(YamlNode node) throws DocumentException {
        node.allowOnly("context", "namespace", "release");
        Optional<YamlNode> release = node.find("release");
        return new Kubernetes(
                node.require("context").text(),
                node.require("namespace").text(),
                release.isPresent() ? release.get().text() : "tars");
    }

    private static String defaultWhere(Optional<Kubernetes> kubernetes, HttpEndpoint prometheus) {
        return kubernetes.map(k -> k.namespace() + " · context " + k.context()).orElseGet(prometheus::address);
    }
}
