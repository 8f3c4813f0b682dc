package dev.tars.console.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hashes that chain the events. */
public final class Hashes {

    /** What the first event has in the place of a hash before it. */
    public static final String GENESIS = "0".repeat(64);

    private static final HexFormat HEX = HexFormat.of();

    private Hashes() {}

    /** The hash that the content of an event has, whatever hash it carries. */
    public static String of(Event event) {
        return of(EventText.hashed(event));
    }

    /** SHA-256 of the UTF-8 bytes of a text. */
    public static String of(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HEX.formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
