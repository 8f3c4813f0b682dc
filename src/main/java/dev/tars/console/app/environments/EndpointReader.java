package dev.tars.console.app.environments;

import dev.tars.console.connect.http.Auth;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.connect.http.Secret;
import dev.tars.console.connect.http.Tls;
import dev.tars.console.document.DocumentException;
import dev.tars.console.document.YamlNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads how one server is reached. No error quotes a value that may be a secret. */
final class EndpointReader {

    private static final List<String> AUTH_HEADERS = List.of("authorization", "proxy-authorization", "cookie");
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Map<String, String> variables;

    EndpointReader(Map<String, String> variables) {
        this.variables = variables;
    }

    HttpEndpoint read(YamlNode node, Path file) throws DocumentException {
        node.allowOnly("url", "auth", "tls", "headers", "timeout");
        SecretReader secrets = new SecretReader(variables, file);
        URI base = url(node.require("url"));
        Optional<YamlNode> auth = node.find("auth");
        Optional<YamlNode> tls = node.find("tls");
        Optional<YamlNode> headers = node.find("headers");
        Optional<YamlNode> timeout = node.find("timeout");
        if (tls.isPresent() && base.getScheme().equalsIgnoreCase("http")) {
            throw tls.get().error("tls stands beside an http address", "write https in url, or leave tls away");
        }
        try {
            return new HttpEndpoint(
                    base,
                    auth.isPresent() ? auth(auth.get(), secrets) : Auth.none(),
                    headers.isPresent() ? headers(headers.get()) : Map.of(),
                    tls.isPresent() ? Optional.of(tls(tls.get(), file, secrets)) : Optional.empty(),
                    timeout.isPresent() ? timeout(timeout.get()) : HttpEndpoint.DEFAULT_TIMEOUT);
        } catch (IllegalArgumentException e) {
            throw node.error(
                    "prometheus cannot be used: " + e.getMessage(), "write url: http://HOST:PORT or https://HOST");
        }
    }

    private static URI url(YamlNode node) throws DocumentException {
        String text = node.text();
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw node.error(
                    "url has a character no address can have, at " + (e.getIndex() + 1),
                    "write http://HOST:PORT/PATH or the same with https");
        }
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw node.error("url does not start with http:// or https://", "write http://HOST:PORT/PATH");
        }
        if (Optional.ofNullable(uri.getRawAuthority()).orElse("").contains("@")) {
            throw node.error(
                    "url has a user or password in it",
                    "take them out and write auth: {basic: {user: USER, password: \"env:NAME\"}}");
        }
        if (uri.getHost() == null) {
            throw node.error("url names no host", "write http://HOST:PORT/PATH or the same with https");
        }
        if (uri.getPort() > 65_535 || uri.getPort() == 0) {
            throw node.error("url has port " + uri.getPort(), "write a port from 1 to 65535");
        }
        return uri;
    }

    private static Auth auth(YamlNode node, SecretReader secrets) throws DocumentException {
        node.allowOnly("bearer", "basic");
        Optional<YamlNode> bearer = node.find("bearer");
        Optional<YamlNode> basic = node.find("basic");
        if (bearer.isPresent() == basic.isPresent()) {
            throw node.error(
                    bearer.isPresent() ? "auth has both bearer and basic" : "auth is empty",
                    "write one of {bearer: \"env:NAME\"} and {basic: {user: USER, password: \"env:NAME\"}}");
        }
        if (bearer.isPresent()) {
            return new Auth.Bearer(secrets.read(bearer.get()));
        }
        YamlNode pair = basic.orElseThrow();
        pair.allowOnly("user", "password");
        String user = pair.require("user").text();
        if (user.indexOf(':') >= 0) {
            throw pair.require("user").error("a user name of basic auth has no colon", "write the name alone");
        }
        return new Auth.Basic(user, secrets.read(pair.require("password")));
    }

    private static Map<String, String> headers(YamlNode node) throws DocumentException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Map.Entry<String, YamlNode> entry : node.entries().entrySet()) {
            String name = entry.getKey();
            if (AUTH_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                throw entry.getValue()
                        .error("header " + name + " carries a secret", "use auth, which reads it from env: or file:");
            }
            headers.put(name, entry.getValue().text());
        }
        return headers;
    }

    private static Tls tls(YamlNode node, Path file, SecretReader secrets) throws DocumentException {
        node.allowOnly("ca", "cert", "key", "key-password");
        Optional<Path> cert = file(node.find("cert"), file);
        Optional<Path> key = file(node.find("key"), file);
        if (cert.isPresent() != key.isPresent()) {
            throw node.error(
                    "tls has " + (cert.isPresent() ? "cert without key" : "key without cert"), "name both files");
        }
        Optional<YamlNode> password = node.find("key-password");
        Optional<Secret> keyPassword =
                password.isPresent() ? Optional.of(secrets.read(password.get())) : Optional.empty();
        return new Tls(file(node.find("ca"), file), cert, key, keyPassword);
    }

    private static Optional<Path> file(Optional<YamlNode> node, Path relativeTo) throws DocumentException {
        if (node.isEmpty()) {
            return Optional.empty();
        }
        Path path = SecretReader.resolve(node.get(), node.get().text(), relativeTo);
        if (!Files.isReadable(path)) {
            throw node.get().error("the file " + path + " does not exist or cannot be read", "name a PEM file");
        }
        return Optional.of(path);
    }

    private static Duration timeout(YamlNode node) throws DocumentException {
        Duration timeout = node.duration();
        if (timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
            throw node.error("timeout is " + node.text(), "write a time above 0 and at most 5m");
        }
        return timeout;
    }
}
