package dev.tars.console.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * An event as one line of JSON, the written format of exports and of the hash (package documentation). The hashed form is
 * the line without its member {@code hash}, so that a verifier needs no canonical form of its own: it cuts the end off,
 * closes the brace and hashes.
 */
public final class EventText {

    /** Version of the written format. */
    public static final int FORMAT = 1;

    private static final int TYPICAL = 512;

    private EventText() {}

    /** The line of an export, without line end. */
    public static String line(Event event) {
        StringBuilder text = body(event);
        return text.append(",\"hash\":\"").append(event.hash()).append("\"}").toString();
    }

    /** The text whose UTF-8 bytes are hashed. */
    public static String hashed(Event event) {
        return body(event).append('}').toString();
    }

    private static StringBuilder body(Event event) {
        StringBuilder text = new StringBuilder(TYPICAL);
        text.append("{\"v\":").append(FORMAT).append(",\"seq\":").append(event.sequence());
        member(text, "id", event.id());
        text.append(",\"at\":\"");
        time(text, event.at());
        text.append('"');
        member(text, "actor", event.actor());
        member(text, "environment", event.environment());
        member(text, "kind", event.kind());
        text.append(",\"payload\":").append(event.payload().text());
        member(text, "prev", event.prev());
        return text;
    }

    private static void member(StringBuilder text, String name, String value) {
        text.append(",\"").append(name).append("\":");
        CanonicalJson.string(text, value);
    }

    /** {@code 2026-08-18T14:32:19.000123Z}, always six digits: what sorts as text sorts in time. */
    static void time(StringBuilder text, Instant at) {
        ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
        int year = utc.getYear();
        if (year < 0 || year > 9999) {
            // Only a tampered event has such a time; it is shown, and its hash is another one.
            text.append(at);
            return;
        }
        digits(text, year, 1000);
        digits(text.append('-'), utc.getMonthValue(), 10);
        digits(text.append('-'), utc.getDayOfMonth(), 10);
        digits(text.append('T'), utc.getHour(), 10);
        digits(text.append(':'), utc.getMinute(), 10);
        digits(text.append(':'), utc.getSecond(), 10);
        digits(text.append('.'), utc.getNano() / 1000, 100_000);
        text.append('Z');
    }

    private static void digits(StringBuilder text, int value, int highest) {
        for (int unit = highest; unit > 0; unit /= 10) {
            text.append((char) ('0' + value / unit % 10));
        }
    }
}
