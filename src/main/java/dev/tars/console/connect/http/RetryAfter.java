package dev.tars.console.connect.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** HTTP's times: {@code Retry-After} in seconds or as a date (RFC 9110, 10.2.3), and the {@code Date} header. */
final class RetryAfter {

    /** A server that asks for more is asked again after this. */
    static final Duration MOST = Duration.ofHours(1);

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

    private RetryAfter() {}

    /**
     * How long to wait.
     *
     * @param value the header; null where there is none
     * @param serverNow the server's own time, against which a date counts
     */
    static Optional<Duration> parse(@Nullable String value, Instant serverNow) {
        if (value == null) {
            return Optional.empty();
        }
        String text = value.strip();
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            long seconds = text.length() > 9 ? MOST.toSeconds() : Long.parseLong(text);
            return Optional.of(bounded(Duration.ofSeconds(seconds)));
        }
        return date(text).map(at -> bounded(Duration.between(serverNow, at)));
    }

    /** An HTTP date. */
    static Optional<Instant> date(@Nullable String value) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZonedDateTime.parse(value.strip(), HTTP_DATE).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(MOST) > 0 ? MOST : wait;
    }
}
