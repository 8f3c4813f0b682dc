package dev.tars.console.promql;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToIntFunction;

/** Parts of a date in UTC. The value is seconds since 1970; what is no date gives NaN. */
final class DateFunctions {
    private static final double LIMIT = 1e15;

    private static final Map<String, ToIntFunction<LocalDateTime>> ALL = Map.of(
            "minute", LocalDateTime::getMinute,
            "hour", LocalDateTime::getHour,
            "day_of_week", date -> date.getDayOfWeek().getValue() % 7,
            "day_of_month", LocalDateTime::getDayOfMonth,
            "day_of_year", LocalDateTime::getDayOfYear,
            "days_in_month", date -> date.toLocalDate().lengthOfMonth(),
            "month", LocalDateTime::getMonthValue,
            "year", LocalDateTime::getYear);

    private DateFunctions() {}

    static Optional<DoubleUnaryOperator> named(String name) {
        return Optional.ofNullable(ALL.get(name)).map(part -> seconds -> part(part, seconds));
    }

    private static double part(ToIntFunction<LocalDateTime> part, double seconds) {
        if (Double.isNaN(seconds) || Math.abs(seconds) > LIMIT) {
            return Double.NaN;
        }
        return part.applyAsInt(LocalDateTime.ofEpochSecond((long) seconds, 0, ZoneOffset.UTC));
    }
}
