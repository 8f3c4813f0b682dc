package dev.tars.console.connect.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.connect.http.Auth;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.connect.http.Secret;
import dev.tars.console.connect.http.Tls;
import dev.tars.console.connect.prometheus.PrometheusException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bad peers are refused, in both directions, and there is no way around it. */
@Timeout(30)
class TlsTest extends ServerTest {
    private static final HeldCertificate AUTHORITY = new HeldCertificate.Builder()
            .commonName("good authority")
            .certificateAuthority(1)
            .build();
    private static final HeldCertificate OTHER_AUTHORITY = new HeldCertificate.Builder()
            .commonName("other authority")
            .certificateAuthority(1)
            .build();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static HeldCertificate.Builder peer(HeldCertificate authority) {
        return new HeldCertificate.Builder()
                .signedBy(authority)
                .commonName("peer")
                .addSubjectAlternativeName("127.0.0.1");
    }

    private void serve(HeldCertificate certificate, boolean clientNeeded) {
        HandshakeCertificates handshake = new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .addTrustedCertificate(AUTHORITY.certificate())
                .build();
        server.useHttps(handshake.sslSocketFactory());
        if (clientNeeded) {
            server.requireClientAuth();
        }
        for (int i = 0; i < 4; i++) {
            server.enqueue(Answers.vector("1"));
        }
    }

    private Path file(String name, String pem) {
        try {
            return Files.writeString(folder.resolve(name), pem);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path authorityFile() {
        return file("ca.pem", "Some words before\n" + AUTHORITY.certificatePem());
    }

    private Tls showing(HeldCertificate client, String keyPem) {
        return new Tls(
                Optional.of(authorityFile()),
                Optional.of(file("client.pem", client.certificatePem())),
                Optional.of(file("client.key", keyPem)),
                Optional.empty());
    }

    private PrometheusClient client(Tls tls) {
        return client(new HttpEndpoint(
                URI.create("https://127.0.0.1:" + server.getPort()),
                new Auth.Bearer(Secret.written("a test", "token-value")),
                Map.of(),
                Optional.of(tls),
                Duration.ofSeconds(5)));
    }

    private void refuses(PrometheusClient client) {
        PrometheusException failure = failure(client, "x");
        assertThat(failure.kind()).isEqualTo(Kind.TLS_REFUSED);
        assertThat(failure.problem().toString()).doesNotContain("token-value", "PRIVATE KEY");
        assertThat(server.getRequestCount()).as("requests that got through").isZero();
    }

    @Test
    void aServerOfATrustedAuthorityIsAsked() throws Exception {
        serve(peer(AUTHORITY).build(), false);
        assertThat(ask(client(Tls.trusting(authorityFile())), "x").samples()).hasSize(1);
    }

    @Test
    void bothSidesShowTheirCertificates() throws Exception {
        serve(peer(AUTHORITY).build(), true);
        HeldCertificate ours = peer(AUTHORITY).commonName("console").build();
        assertThat(ask(client(showing(ours, ours.privateKeyPkcs8Pem())), "x").samples())
                .hasSize(1);
        assertThat(server.takeRequest().getHandshake().peerPrincipal().getName())
                .contains("console");
    }

    @Test
    void anRsaKeyInTheOlderFormServesToo() throws Exception {
        serve(peer(AUTHORITY).build(), true);
        HeldCertificate ours = peer(AUTHORITY).rsa2048().build();
        assertThat(ask(client(showing(ours, ours.privateKeyPkcs1Pem())), "x").samples())
                .hasSize(1);
    }

    @Test
    void aServerOfAnUnknownAuthorityIsRefused() {
        serve(peer(OTHER_AUTHORITY).build(), false);
        refuses(client(Tls.trusting(authorityFile())));
    }

    @Test
    void aSelfSignedServerIsRefused() {
        serve(
                new HeldCertificate.Builder()
                        .addSubjectAlternativeName("127.0.0.1")
                        .build(),
                false);
        refuses(client(Tls.trusting(authorityFile())));
    }

    @Test
    void anAuthorityThatOnlyTheSystemDoesNotKnowIsRefusedWithoutAFile() {
        serve(peer(AUTHORITY).build(), false);
        refuses(client(new Tls(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));
    }

    @Test
    void aCertificateForAnotherHostIsRefused() {
        serve(
                new HeldCertificate.Builder()
                        .signedBy(AUTHORITY)
                        .addSubjectAlternativeName("mon.example")
                        .build(),
                false);
        PrometheusClient client = client(Tls.trusting(authorityFile()));
        assertThat(failure(client, "x").problem().what())
                .isEqualTo("The certificate of Prometheus is for another host.");
        refuses(client);
    }

    @Test
    void anExpiredServerIsRefused() {
        long now = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
        serve(peer(AUTHORITY).validityInterval(now - 86_400_000L, now).build(), false);
        refuses(client(Tls.trusting(authorityFile())));
    }

    @Test
    void aServerNeedsOurCertificateAndGetsNone() {
        serve(peer(AUTHORITY).build(), true);
        assertThat(failure(client(Tls.trusting(authorityFile())), "x").kind()).isIn(Kind.TLS_REFUSED, Kind.UNREACHABLE);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aServerDoesNotAcceptTheCertificateOfAnotherAuthority() {
        serve(peer(AUTHORITY).build(), true);
        HeldCertificate ours = peer(OTHER_AUTHORITY).build();
        assertThat(failure(client(showing(ours, ours.privateKeyPkcs8Pem())), "x")
                        .kind())
                .isIn(Kind.TLS_REFUSED, Kind.UNREACHABLE);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aServerThatSpeaksNoTlsIsRefused() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 8, InetAddress.getByName("127.0.0.1"))) {
            CompletableFuture<byte[]> heard = CompletableFuture.supplyAsync(() -> answerPlainly(plain));
            HttpEndpoint endpoint = new HttpEndpoint(
                    URI.create("https://127.0.0.1:" + plain.getLocalPort()),
                    new Auth.Bearer(Secret.written("a test", "token-value")),
                    Map.of(),
                    Optional.of(Tls.trusting(authorityFile())),
                    Duration.ofSeconds(5));
            assertThat(failure(client(endpoint), "x").kind()).isEqualTo(Kind.TLS_REFUSED);
            assertThat(new String(heard.get(5, TimeUnit.SECONDS), StandardCharsets.ISO_8859_1))
                    .doesNotContain("token-value");
        }
    }

    private static byte[] answerPlainly(ServerSocket plain) {
        try (Socket peer = plain.accept()) {
            byte[] heard = new byte[64 * 1024];
            int n = peer.getInputStream().read(heard);
            peer.getOutputStream().write("HTTP/1.0 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(heard, n);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aKeyOfAnotherCertificateIsNamed() {
        HeldCertificate ours = peer(AUTHORITY).build();
        HeldCertificate theirs = peer(AUTHORITY).build();
        serve(peer(AUTHORITY).build(), true);
        PrometheusException failure = failure(client(showing(ours, theirs.privateKeyPkcs8Pem())), "x");
        assertThat(failure.kind()).isEqualTo(Kind.TLS_REFUSED);
        assertThat(failure.problem().what()).contains("client.key", "does not belong to the certificate");
        assertThat(failure.problem().where()).endsWith("client.key");
    }

    @Test
    void aFileMendedLaterServesWithoutANewClient() throws Exception {
        serve(peer(AUTHORITY).build(), false);
        Path missing = folder.resolve("later.pem");
        PrometheusClient client = client(Tls.trusting(missing));
        PrometheusException failure = failure(client, "x");
        assertThat(failure.kind()).isEqualTo(Kind.TLS_REFUSED);
        assertThat(failure.problem().what()).contains("later.pem", "cannot be read");
        Files.writeString(missing, AUTHORITY.certificatePem());
        assertThat(ask(client, "x").samples()).hasSize(1);
    }
}
