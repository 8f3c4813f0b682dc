package dev.tars.console.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a journal was at a time: kept apart from it, it proves a later cut or a rewritten past. A chain alone cannot know
 * that its end is missing.
 *
 * @param sequence of the last event at that time
 * @param hash of that event
 * @param at when the checkpoint was taken
 */
public record Checkpoint(long sequence, String hash, Instant at) {

    private static final Pattern LINE =
            Pattern.compile("\\{\"v\":1,\"seq\":(\\d{1,18}),\"hash\":\"([0-9a-f]{64})\",\"at\":\"([-0-9T:.]+Z)\"}");

    /** One line of JSON, so that a file of them can be appended to. */
    public String line() {
        StringBuilder text = new StringBuilder("{\"v\":1,\"seq\":").append(sequence);
        text.append(",\"hash\":\"").append(hash).append("\",\"at\":\"");
        EventText.time(text, at);
        return text.append("\"}").toString();
    }

    /** Empty where the line is none of a checkpoint. */
    public static Optional<Checkpoint> read(String line) {
        Matcher parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Checkpoint(Long.parseLong(parts.group(1)), parts.group(2), Instant.parse(parts.group(3))));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }
}
