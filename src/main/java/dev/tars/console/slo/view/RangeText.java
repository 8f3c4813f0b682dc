package dev.tars.console.slo.view;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** A range as a person types it: {@code 2026-11-25 14:00}, in the zone that stands beside the fields. */
final class RangeText {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private RangeText() {}

    static String write(Instant at, ZoneId zone) {
        return FORM.format(at.atZone(zone));
    }

    static Optional<Instant> read(String text, ZoneId zone) {
        try {
            return Optional.of(
                    LocalDateTime.parse(text.strip(), FORM).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
