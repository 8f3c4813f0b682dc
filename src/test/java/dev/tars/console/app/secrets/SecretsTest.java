package dev.tars.console.app.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Fifty planted secrets, a session that uses all of them, and a search through everything it left behind. */
class SecretsTest {

    private static final int PLANTED = 50;

    @TempDir
    private Path folder;

    private final List<String> secrets = new ArrayList<>();
    private final AtomicInteger authorized = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String sent = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            if (sent.startsWith("Bearer planted") || sent.startsWith("Basic ")) {
                authorized.incrementAndGet();
            }
            // A rude server repeats what it was told.
            byte[] body = ("<html>401: no right with " + sent + "</html>").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer error=\"" + sent + "\"");
            exchange.sendResponseHeaders(401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    @Timeout(60)
    void noneIsFoundAnywhere() throws Exception {
        Path left = Files.createDirectory(folder.resolve("left"));
        Path kept = Files.createDirectory(folder.resolve("kept"));
        ProcessBuilder session = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.tars.console.app.secrets.SecretSession",
                left.toString());
        plant(session, left, kept);
        Process process = session.redirectErrorStream(true)
                .redirectOutput(left.resolve("terminal.txt").toFile())
                .start();
        try {
            assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as(Files.readString(left.resolve("terminal.txt")))
                    .isZero();
        } finally {
            process.destroyForcibly();
        }
        assertThat(authorized.get()).isGreaterThanOrEqualTo(PLANTED);
        assertThat(left.resolve("export.jsonl")).content().contains("Read e49", "action.outcome");
        assertThat(left.resolve("child.txt")).content().contains("PATH=");
        assertThat(found(left)).isEmpty();
        // The search itself finds what is there.
        Files.writeString(left.resolve("control.txt"), "x" + secrets.get(7) + "x");
        assertThat(found(left)).containsExactly("control.txt has secret 7");
    }

    /** Two in three as variables, the rest as files; one in two as a password. */
    private void plant(ProcessBuilder session, Path left, Path kept) throws IOException {
        StringBuilder yaml = new StringBuilder("version: 1\nenvironments:\n");
        for (int i = 0; i < PLANTED; i++) {
            String secret = "planted-" + i + "-" + UUID.randomUUID();
            secrets.add(secret);
            String reference = "env:PLANTED_" + i;
            if (i % 3 == 0) {
                Path file = kept.resolve("secret-" + i);
                Files.writeString(file, secret + "\n");
                reference = "file:" + file;
            } else {
                session.environment().put("PLANTED_" + i, secret);
            }
            String auth = i % 2 == 0
                    ? "{bearer: \"" + reference + "\"}"
                    : "{basic: {user: ops, password: \"" + reference + "\"}}";
            yaml.append("  - name: e").append(i).append("\n    prometheus: {url: \"http://127.0.0.1:");
            yaml.append(server.getAddress().getPort())
                    .append("\", auth: ")
                    .append(auth)
                    .append("}\n");
        }
        Files.writeString(left.resolve("environments.yaml"), yaml);
    }

    private List<String> found(Path place) throws IOException {
        Set<String> hits = new LinkedHashSet<>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (int i = 0; i < PLANTED; i++) {
                    String basic = Base64.getEncoder()
                            .encodeToString(("ops:" + secrets.get(i)).getBytes(StandardCharsets.UTF_8));
                    if (content.contains(secrets.get(i)) || content.contains(basic)) {
                        hits.add(place.relativize(file) + " has secret " + i);
                    }
                }
            }
        }
        return List.copyOf(hits);
    }
}
