package dev.tars.console.connect.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Gives a client the trust and the certificate that a {@link Tls} names; checks host, dates and use stay Java's. */
final class TlsSockets {
    private static final char[] IN_MEMORY = new char[0];

    private TlsSockets() {}

    static void give(OkHttpClient.Builder client, Tls tls) throws TlsUnusable, SecretMissing {
        Path file = tls.caFile().or(tls::clientCert).orElse(Path.of(""));
        try {
            X509TrustManager trust = trust(tls.caFile());
            KeyManager[] keys = tls.clientCert().isPresent()
                    ? keys(tls.clientCert().get(), tls.clientKey().orElseThrow(), tls.keyPassword())
                    : new KeyManager[0];
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {trust}, null);
            client.sslSocketFactory(context.getSocketFactory(), trust);
        } catch (GeneralSecurityException | IOException e) {
            throw new TlsUnusable(file, "it cannot be used for TLS", "Check the certificates of this server.", e);
        }
    }

    private static X509TrustManager trust(Optional<Path> caFile)
            throws TlsUnusable, GeneralSecurityException, IOException {
        @Nullable KeyStore store = null;
        if (caFile.isPresent()) {
            store = emptyStore();
            int n = 0;
            for (X509Certificate certificate : PemFile.certificates(caFile.get())) {
                store.setCertificateEntry("ca-" + n++, certificate);
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("no X.509 trust manager");
    }

    private static KeyManager[] keys(Path certFile, Path keyFile, Optional<Secret> password)
            throws TlsUnusable, SecretMissing, GeneralSecurityException, IOException {
        List<X509Certificate> chain = PemFile.certificates(certFile);
        PrivateKey key = PemFile.privateKey(keyFile, password);
        if (!fits(key, chain.get(0))) {
            throw new TlsUnusable(
                    keyFile,
                    "its key does not belong to the certificate in " + certFile,
                    "Name the key that the certificate was made with.",
                    null);
        }
        KeyStore store = emptyStore();
        store.setKeyEntry("client", key, IN_MEMORY, chain.toArray(new X509Certificate[0]));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, IN_MEMORY);
        return factory.getKeyManagers();
    }

    private static boolean fits(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
            return false;
        }
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        byte[] words = "the same pair".getBytes(StandardCharsets.UTF_8);
        Signature signer = Signature.getInstance(algorithm);
        signer.initSign(key);
        signer.update(words);
        byte[] signature = signer.sign();
        signer.initVerify(certificate.getPublicKey());
        signer.update(words);
        try {
            return signer.verify(signature);
        } catch (SignatureException e) {
            // A signature of another key's length.
            return false;
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
