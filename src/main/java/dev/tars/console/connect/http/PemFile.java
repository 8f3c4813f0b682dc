package dev.tars.console.connect.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Certificates and private keys in PEM, as openssl writes them. */
final class PemFile {
    private static final long LARGEST = 1 << 20;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----");
    /** AlgorithmIdentifier of rsaEncryption (RFC 8017) after version 0: what PKCS#8 puts before a PKCS#1 key. */
    private static final byte[] RSA_HEADER = {
        2, 1, 0, 0x30, 13, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 13, 1, 1, 1, 5, 0
    };

    @SuppressWarnings("ArrayRecordComponent")
    private record Block(String type, byte[] der) {}

    private PemFile() {}

    /** All certificates of a file, in order; at least one. */
    static List<X509Certificate> certificates(Path file) throws TlsUnusable {
        List<X509Certificate> found = new ArrayList<>();
        try {
            CertificateFactory x509 = CertificateFactory.getInstance("X.509");
            for (Block block : blocks(file)) {
                if (block.type().endsWith("CERTIFICATE")) {
                    found.add((X509Certificate) x509.generateCertificate(new ByteArrayInputStream(block.der())));
                }
            }
        } catch (GeneralSecurityException e) {
            throw new TlsUnusable(file, "it holds a damaged certificate", "Export the certificate again as PEM.", e);
        }
        if (found.isEmpty()) {
            throw new TlsUnusable(
                    file, "it holds no certificate", "A PEM file has a line -----BEGIN CERTIFICATE-----.", null);
        }
        return found;
    }

    /**
     * The private key of a file.
     *
     * @param password for an encrypted key
     */
    static PrivateKey privateKey(Path file, Optional<Secret> password) throws TlsUnusable, SecretMissing {
        for (Block block : blocks(file)) {
            if (block.type().endsWith("PRIVATE KEY")) {
                return key(file, pkcs8(file, block, password));
            }
        }
        throw new TlsUnusable(
                file, "it holds no private key", "A PEM file has a line -----BEGIN PRIVATE KEY-----.", null);
    }

    private static byte[] pkcs8(Path file, Block block, Optional<Secret> password) throws TlsUnusable, SecretMissing {
        return switch (block.type()) {
            case "PRIVATE KEY" -> block.der();
            case "RSA PRIVATE KEY" -> wrapped(block.der());
            case "ENCRYPTED PRIVATE KEY" -> decrypted(file, block.der(), password);
            default ->
                throw new TlsUnusable(
                        file,
                        "its key is in the older form " + block.type(),
                        "Convert it: openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW",
                        null);
        };
    }

    private static PrivateKey key(Path file, byte[] pkcs8) throws TlsUnusable {
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException e) {
                // The form does not say its kind in plain, so the next kind is tried.
            } catch (GeneralSecurityException e) {
                throw new TlsUnusable(file, "its key cannot be read", "Use an RSA, EC or Ed25519 key.", e);
            }
        }
        throw new TlsUnusable(file, "its key is of no known kind", "Use an RSA, EC or Ed25519 key.", null);
    }

    private static byte[] decrypted(Path file, byte[] der, Optional<Secret> password)
            throws TlsUnusable, SecretMissing {
        if (password.isEmpty()) {
            throw new TlsUnusable(file, "its key is encrypted", "Name the key's password in the settings.", null);
        }
        PBEKeySpec phrase = new PBEKeySpec(password.get().resolve().toCharArray());
        try {
            EncryptedPrivateKeyInfo sealed = new EncryptedPrivateKeyInfo(der);
            // For PBES2 only the parameters name the algorithm in full.
            String algorithm =
                    sealed.getAlgName().equals("PBES2") || sealed.getAlgName().startsWith("1.2")
                            ? sealed.getAlgParameters().toString()
                            : sealed.getAlgName();
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(algorithm).generateSecret(phrase),
                    sealed.getAlgParameters());
            return sealed.getKeySpec(cipher).getEncoded();
        } catch (GeneralSecurityException | IOException e) {
            throw new TlsUnusable(
                    file, "its key does not open with the password given", "Check the password's reference.", e);
        } finally {
            phrase.clearPassword();
        }
    }

    /** PKCS#1 inside PKCS#8: SEQUENCE { 0, rsaEncryption, OCTET STRING { key } }. */
    private static byte[] wrapped(byte[] pkcs1) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(RSA_HEADER);
        tlv(body, 4, pkcs1);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        tlv(whole, 0x30, body.toByteArray());
        return whole.toByteArray();
    }

    private static void tlv(ByteArrayOutputStream out, int tag, byte[] value) {
        out.write(tag);
        int n = value.length;
        if (n < 128) {
            out.write(n);
        } else {
            int bytes = n < 256 ? 1 : n < 65536 ? 2 : 3;
            out.write(0x80 | bytes);
            for (int i = bytes - 1; i >= 0; i--) {
                out.write(n >> (8 * i));
            }
        }
        out.writeBytes(value);
    }

    private static List<Block> blocks(Path file) throws TlsUnusable {
        List<Block> blocks = new ArrayList<>();
        try {
            if (Files.size(file) > LARGEST) {
                throw new TlsUnusable(file, "it is larger than 1 MiB", "Name a PEM file.", null);
            }
            Matcher m = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            while (m.find()) {
                blocks.add(new Block(m.group(1), Base64.getMimeDecoder().decode(m.group(2))));
            }
        } catch (IOException e) {
            throw new TlsUnusable(file, "it cannot be read", "Check that the file exists and that you may read it.", e);
        } catch (IllegalArgumentException e) {
            throw new TlsUnusable(file, "it is not whole", "Export it again as PEM.", e);
        }
        return blocks;
    }
}
