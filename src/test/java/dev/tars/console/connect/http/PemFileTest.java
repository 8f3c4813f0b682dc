package dev.tars.console.connect.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PemFileTest {
    private static final HeldCertificate RSA =
            new HeldCertificate.Builder().rsa2048().build();
    private static final HeldCertificate EC =
            new HeldCertificate.Builder().ecdsa256().build();

    /** A key made for this test, as openssl 3 writes it, open and with a password (PBES2, AES-256). */
    private static final String OPEN = """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg9QhcXbLH3hyu6JAy
            nVLStWKczSI0Jm0fYzsR9u0ubq2hRANCAATWra1lqxhlwVMrg367O/D5UzArqTTt
            M2eESWbZtuQ/iPysxVhrCRpTCOnzOuZ7mIrsK+F5GjagOKnN1q69HoBE
            -----END PRIVATE KEY-----
            """;

    private static final String SEALED_BY_OPENSSL = """
            -----BEGIN ENCRYPTED PRIVATE KEY-----
            MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAh8xuVSVGZg3AICCAAw
            DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEJVI6Vnreh35HoamOtn+35EEgZBn
            PQCssHrw3CvTHUJWXjXQB1nsNAh+pjqcTsV9W5jyPv93Coh2Ruvdulr5tvnoDZ0z
            PywdzXUka48dqH5Z2eQCDTHQAk0SP3ZKbv2NbJBmkF8tUsLk8RS/E/DV6kAgkLor
            7Rn8+Pa5BtnpcXYuFYGkkyiitNmn6NJUN4BlnDJciDIhAPgNVycSulw5YY/31i4=
            -----END ENCRYPTED PRIVATE KEY-----
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("some.pem"), text, StandardCharsets.UTF_8);
    }

    private static String sealed(String algorithm, String password) throws Exception {
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password.toCharArray())));
        byte[] der = new EncryptedPrivateKeyInfo(
                        cipher.getParameters(),
                        cipher.doFinal(RSA.keyPair().getPrivate().getEncoded()))
                .getEncoded();
        return "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END ENCRYPTED PRIVATE KEY-----\n";
    }

    @Test
    void allCertificatesOfAFileAreReadInOrder() throws Exception {
        Path file = file("Bag Attributes\r\n" + RSA.certificatePem() + "\n# next\n" + EC.certificatePem());
        assertThat(PemFile.certificates(file)).containsExactly(RSA.certificate(), EC.certificate());
    }

    @Test
    void keysAreReadInTheirForms() throws Exception {
        assertThat(PemFile.privateKey(file(RSA.privateKeyPkcs8Pem()), Optional.empty()))
                .isEqualTo(RSA.keyPair().getPrivate());
        assertThat(PemFile.privateKey(file(RSA.privateKeyPkcs1Pem()), Optional.empty()))
                .isEqualTo(RSA.keyPair().getPrivate());
        assertThat(PemFile.privateKey(file(EC.privateKeyPkcs8Pem()), Optional.empty()))
                .isEqualTo(EC.keyPair().getPrivate());
        assertThat(PemFile.privateKey(file(EC.certificatePem() + EC.privateKeyPkcs8Pem()), Optional.empty()))
                .isEqualTo(EC.keyPair().getPrivate());
    }

    @Test
    void anEncryptedKeyOpensWithItsPasswordOnly() throws Exception {
        opensWithItsPasswordOnly(SEALED_BY_OPENSSL, PemFile.privateKey(file(OPEN), Optional.empty()));
        opensWithItsPasswordOnly(
                sealed("PBEWithSHA1AndDESede", "pass"), RSA.keyPair().getPrivate());
    }

    private void opensWithItsPasswordOnly(String pem, PrivateKey key) throws Exception {
        Path file = file(pem);
        assertThat(PemFile.privateKey(file, Optional.of(Secret.written("a test", "pass"))))
                .isEqualTo(key);
        assertThatThrownBy(() -> PemFile.privateKey(file, Optional.of(Secret.written("a test", "wrong"))))
                .isInstanceOf(TlsUnusable.class)
                .hasMessage("its key does not open with the password given");
        assertThatThrownBy(() -> PemFile.privateKey(file, Optional.empty()))
                .isInstanceOf(TlsUnusable.class)
                .hasMessage("its key is encrypted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing|it holds no private key",
                "-----BEGIN PRIVATE KEY-----\\nAAAA\\n-----END PRIVATE KEY-----|its key is of no known kind",
                "-----BEGIN EC PRIVATE KEY-----\\nAAAA\\n-----END EC PRIVATE KEY-----|its key is in the older form EC PRIVATE KEY",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\\nAAAA\\n-----END ENCRYPTED PRIVATE KEY-----|its key is encrypted"
            })
    void anUnusableKeyIsNamed(String text, String why) throws Exception {
        Path file = file(text.replace("\\n", "\n"));
        assertThatThrownBy(() -> PemFile.privateKey(file, Optional.empty()))
                .isInstanceOfSatisfying(TlsUnusable.class, e -> {
                    assertThat(e).hasMessage(why);
                    assertThat(e.mend()).isNotEmpty();
                    assertThat(e.file()).isEqualTo(file);
                });
    }

    @Test
    void anUnusableCertificateIsNamed() throws Exception {
        Path none = file(RSA.privateKeyPkcs8Pem());
        assertThatThrownBy(() -> PemFile.certificates(none)).hasMessage("it holds no certificate");
        Path damaged = file("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----");
        assertThatThrownBy(() -> PemFile.certificates(damaged)).hasMessage("it holds a damaged certificate");
        Path large = file("x".repeat(2_000_000));
        assertThatThrownBy(() -> PemFile.certificates(large)).hasMessage("it is larger than 1 MiB");
        assertThatThrownBy(() -> PemFile.certificates(folder.resolve("absent"))).hasMessage("it cannot be read");
    }

    @Test
    void aCertificateStandsTogetherWithItsKey() {
        assertThatThrownBy(() -> new Tls(Optional.empty(), Optional.of(folder), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Tls.trusting(folder.resolve("ca.pem")).toString()).contains("ca.pem");
    }
}
