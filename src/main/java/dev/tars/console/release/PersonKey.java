package dev.tars.console.release;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of a person's key: {@code ed25519:} and the 32 bytes of RFC 8032 in Base64. Two keys are equal where
 * their texts are; there is one text per key, because anything but canonical Base64 is refused.
 */
public record PersonKey(String text) {

    private static final String KIND = "ed25519:";
    private static final int BYTES = 32;

    /** What RFC 8410 writes before the 32 bytes. */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    public PersonKey {
        if (!text.startsWith(KIND)) {
            throw new IllegalArgumentException("a public key begins with " + KIND);
        }
        byte[] raw = raw(text);
        if (raw.length != BYTES || !text.equals(KIND + Base64.getEncoder().encodeToString(raw))) {
            throw new IllegalArgumentException("a public key is " + KIND + " and 32 bytes in Base64");
        }
    }

    private static byte[] raw(String text) {
        try {
            return Base64.getDecoder().decode(text.substring(KIND.length()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a public key is " + KIND + " and 32 bytes in Base64", e);
        }
    }

    /** Of a key that the JDK made. */
    public static PersonKey of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded.length != X509.length + BYTES || !Arrays.equals(encoded, 0, X509.length, X509, 0, X509.length)) {
            throw new IllegalArgumentException("not an Ed25519 key: " + key.getAlgorithm());
        }
        byte[] raw = Arrays.copyOfRange(encoded, X509.length, encoded.length);
        return new PersonKey(KIND + Base64.getEncoder().encodeToString(raw));
    }

    /** True where {@code signature} is this key's over exactly {@code message}; false for anything else. */
    boolean hasSigned(byte[] message, byte[] signature) {
        byte[] raw = raw(text);
        byte[] encoded = Arrays.copyOf(X509, X509.length + BYTES);
        System.arraycopy(raw, 0, encoded, X509.length, BYTES);
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            // A signature of a wrong length or a key that is no point of the curve: neither proves anything.
            return false;
        }
    }

    /** The first eight characters, for people who compare two of them. */
    public String shown() {
        return text.substring(0, KIND.length() + 8);
    }
}
