package dev.tars.console.release;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The bytes that are hashed and signed: the UTF-8 text of each field after its length in bytes and a colon (as
 * bencode and netstrings do), so that no two lists of fields have the same bytes.
 */
final class Canonical {

    private Canonical() {}

    static byte[] bytes(List<String> fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String field : fields) {
            byte[] text = field.getBytes(StandardCharsets.UTF_8);
            out.writeBytes((text.length + ":").getBytes(StandardCharsets.UTF_8));
            out.writeBytes(text);
        }
        return out.toByteArray();
    }

    /** SHA-256 in lower-case hexadecimal. */
    static String hash(List<String> fields) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(fields)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
