package dev.tars.console.release.client;

import dev.tars.console.release.PersonKey;
import dev.tars.console.release.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A person's key, closed by a passphrase, as text:
 *
 * <pre>
 * tars-console key 1
 * name: L. Okafor
 * public: ed25519:(32 bytes, Base64)
 * kdf: PBKDF2-HMAC-SHA256
 * iterations: 600000
 * salt: (16 bytes, Base64)
 * cipher: AES-256-GCM
 * nonce: (12 bytes, Base64)
 * sealed: (the PKCS #8 form of RFC 8410 and the 16 byte tag, Base64)
 * </pre>
 *
 * <p>The AES key is PBKDF2-HMAC-SHA256 of the passphrase in UTF-8 (RFC 8018; 600,000 iterations is OWASP's figure for
 * it). All lines before {@code sealed}, each with its line feed, are the cipher's additional data: a file whose name,
 * public key or iterations were changed does not open.
 *
 * @param name whose key
 * @param key its public half
 */
public record KeyFile(String name, PersonKey key, int iterations, String text) {

    /** The fewest iterations a file is written or read with. */
    public static final int ITERATIONS = 600_000;

    /** The shortest passphrase a key is closed with. */
    public static final int SHORTEST = 10;

    private static final int MOST_ITERATIONS = 20_000_000;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BITS = 256;
    private static final List<String> FIELDS =
            List.of("name", "public", "kdf", "iterations", "salt", "cipher", "nonce", "sealed");

    /**
     * Closes a key. The passphrase is wiped.
     *
     * @throws KeyProblem where the passphrase is shorter than {@link #SHORTEST} characters
     */
    static KeyFile seal(SigningKey key, char[] passphrase, SecureRandom random) throws KeyProblem {
        try {
            if (passphrase.length < SHORTEST) {
                throw KeyProblem.shortPassphrase();
            }
            byte[] salt = bytes(random, SALT);
            byte[] nonce = bytes(random, NONCE);
            Base64.Encoder base64 = Base64.getEncoder();
            String head = "tars-console key 1\nname: " + key.name() + "\npublic: "
                    + key.publicKey().text() + "\nkdf: PBKDF2-HMAC-SHA256\niterations: " + ITERATIONS + "\nsalt: "
                    + base64.encodeToString(salt) + "\ncipher: AES-256-GCM\nnonce: " + base64.encodeToString(nonce)
                    + "\n";
            byte[] secret = key.encodedSecret();
            byte[] sealed = crypt(Cipher.ENCRYPT_MODE, derive(passphrase, salt, ITERATIONS), nonce, head, secret);
            Arrays.fill(secret, (byte) 0);
            String text = head + "sealed: " + base64.encodeToString(sealed) + "\n";
            return new KeyFile(key.name(), key.publicKey(), ITERATIONS, text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM and PBKDF2", e);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    /** @param file the name to give in errors */
    static KeyFile parse(String text, String file) throws KeyProblem {
        try {
            String[] values = values(text, file);
            int iterations = Integer.parseInt(values[3]);
            if (iterations < ITERATIONS || iterations > MOST_ITERATIONS) {
                throw KeyProblem.damaged(
                        file, "iterations is " + iterations + ", from " + ITERATIONS + " to " + MOST_ITERATIONS);
            }
            if (!values[2].equals("PBKDF2-HMAC-SHA256") || !values[5].equals("AES-256-GCM")) {
                throw KeyProblem.damaged(file, "it is closed by " + values[2] + " and " + values[5]);
            }
            Base64.Decoder base64 = Base64.getDecoder();
            if (base64.decode(values[4]).length != SALT || base64.decode(values[6]).length != NONCE) {
                throw KeyProblem.damaged(file, "salt or nonce have a wrong length");
            }
            base64.decode(values[7]);
            return new KeyFile(values[0], new PersonKey(values[1]), iterations, text);
        } catch (IllegalArgumentException e) {
            throw KeyProblem.damaged(file, String.valueOf(e.getMessage()));
        }
    }

    private static String[] values(String text, String file) throws KeyProblem {
        List<String> lines = text.lines().toList();
        if (lines.size() != FIELDS.size() + 1 || !lines.get(0).equals("tars-console key 1")) {
            throw KeyProblem.damaged(file, "it is not a key of this console");
        }
        String[] values = new String[FIELDS.size()];
        for (int i = 0; i < values.length; i++) {
            String start = FIELDS.get(i) + ": ";
            if (!lines.get(i + 1).startsWith(start)) {
                throw KeyProblem.damaged(file, "line " + (i + 2) + " does not begin with " + start.strip());
            }
            values[i] = lines.get(i + 1).substring(start.length());
        }
        return values;
    }

    /** Opens the key. The passphrase is wiped. */
    SigningKey open(char[] passphrase, String file) throws KeyProblem {
        try {
            String[] values = values(text, file);
            Base64.Decoder base64 = Base64.getDecoder();
            byte[] salt = base64.decode(values[4]);
            byte[] nonce = base64.decode(values[6]);
            String head = text.substring(0, text.indexOf("sealed: "));
            byte[] secret = crypt(
                    Cipher.DECRYPT_MODE, derive(passphrase, salt, iterations), nonce, head, base64.decode(values[7]));
            SigningKey opened = new SigningKey(
                    name, key, KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(secret)));
            Arrays.fill(secret, (byte) 0);
            return opened;
        } catch (AEADBadTagException e) {
            throw KeyProblem.wrongPassphrase(name);
        } catch (GeneralSecurityException e) {
            throw KeyProblem.damaged(file, String.valueOf(e.getMessage()));
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private static byte[] bytes(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static SecretKeySpec derive(char[] passphrase, byte[] salt, int iterations)
            throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, iterations, KEY_BITS);
        byte[] derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
        spec.clearPassword();
        SecretKeySpec key = new SecretKeySpec(derived, "AES");
        Arrays.fill(derived, (byte) 0);
        return key;
    }

    private static byte[] crypt(int direction, SecretKeySpec key, byte[] nonce, String head, byte[] content)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(direction, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(head.getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(content);
    }

    @Override
    public String toString() {
        return "key file of " + name;
    }
}
