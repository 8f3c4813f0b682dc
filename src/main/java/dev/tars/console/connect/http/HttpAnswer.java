package dev.tars.console.connect.http;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import okhttp3.Handshake;
import okhttp3.Response;

/** An answer whose body has not been read yet. */
public final class HttpAnswer {
    private final Response response;
    private final CappedBody body;
    private final Instant sentAt;
    private final Duration roundTrip;

    HttpAnswer(Response response, CappedBody body, Instant sentAt, Duration roundTrip) {
        this.response = response;
        this.body = body;
        this.sentAt = sentAt;
        this.roundTrip = roundTrip;
    }

    public int status() {
        return response.code();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(response.header(name));
    }

    /** The body, unzipped; fails when it passes the cap. */
    public InputStream body() {
        return body;
    }

    /** The beginning of what was read of the body so far, as text. */
    public String head() {
        return body.head();
    }

    /** When the question left, by our clock. */
    public Instant sentAt() {
        return sentAt;
    }

    /** From then to the answer's first line. */
    public Duration roundTrip() {
        return roundTrip;
    }

    /** When the server's certificate ends; empty where the connection is not encrypted. */
    public Optional<Instant> certificateEnds() {
        Handshake handshake = response.handshake();
        return handshake == null
                ? Optional.empty()
                : handshake.peerCertificates().stream()
                        .filter(X509Certificate.class::isInstance)
                        .map(X509Certificate.class::cast)
                        .findFirst()
                        .map(certificate -> certificate.getNotAfter().toInstant());
    }

    static HttpAnswer of(Response response, long cap, Instant sentAt, Duration roundTrip) throws IOException {
        long announced = response.body().contentLength();
        if (announced > cap) {
            throw new CappedBody.Passed(cap);
        }
        InputStream bytes = Objects.requireNonNull(response.body().byteStream(), "body");
        return new HttpAnswer(response, new CappedBody(bytes, cap), sentAt, roundTrip);
    }
}
