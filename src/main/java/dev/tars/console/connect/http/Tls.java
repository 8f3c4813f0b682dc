package dev.tars.console.connect.http;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What a TLS connection trusts and shows beyond the Java defaults. There is no way to trust everything.
 *
 * @param caFile PEM with the certificates to trust instead of the system's
 * @param clientCert PEM with our certificate, its chain after it; stands together with {@code clientKey}
 * @param clientKey PEM with our private key: PKCS#8, encrypted PKCS#8, or PKCS#1 RSA
 * @param keyPassword the password of an encrypted key
 */
public record Tls(
        Optional<Path> caFile, Optional<Path> clientCert, Optional<Path> clientKey, Optional<Secret> keyPassword) {

    public Tls {
        Objects.requireNonNull(caFile, "caFile");
        Objects.requireNonNull(keyPassword, "keyPassword");
        if (clientCert.isPresent() != clientKey.isPresent()) {
            throw new IllegalArgumentException("a client certificate and its key are given together or not at all");
        }
    }

    /** Trusts the certificates of one PEM file and shows nothing. */
    public static Tls trusting(Path caFile) {
        return new Tls(Optional.of(caFile), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
        return "Tls[caFile=" + caFile + ", clientCert=" + clientCert + ", clientKey=" + clientKey + "]";
    }
}
