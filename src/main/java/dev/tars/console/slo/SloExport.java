package dev.tars.console.slo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A board as CSV (RFC 4180: CRLF, quotes doubled). Times are ISO 8601 in UTC, figures plain numbers in the base unit with
 * a point, so that any program reads them in any locale. A text that a spreadsheet would run as a formula is led by an
 * apostrophe.
 */
public final class SloExport {

    private static final List<String> HEAD = List.of(
            "environment",
            "board_at",
            "objective",
            "title",
            "scope",
            "state",
            "no_data",
            "severity",
            "since",
            "value_1m",
            "value_5m",
            "value_1h",
            "unit",
            "target",
            "values_at",
            "values_are_old",
            "partial",
            "budget_left_percent",
            "budget_left_seconds",
            "burn_rate_1h",
            "budget_gone_in_seconds",
            "release_began",
            "release_cost_seconds",
            "release_cost_percent",
            "sentence",
            "query");

    private SloExport() {}

    /** @param environment whose figures these are: an export from practice says so in every row */
    public static String csv(SloBoard board, String environment) {
        StringBuilder csv = new StringBuilder();
        row(csv, HEAD);
        for (SloReading reading : board.readings()) {
            Slo slo = reading.slo();
            Optional<ErrorBudget> budget = reading.budget().flatMap(BudgetReading::budget);
            Optional<ReleaseCost> cost = reading.budget().flatMap(BudgetReading::cost);
            row(
                    csv,
                    List.of(
                            text(environment),
                            time(Optional.of(board.at())),
                            text(slo.id()),
                            text(slo.title()),
                            text(slo.scope()),
                            reading.state().name(),
                            reading.noData().map(NoData::name).orElse(""),
                            reading.severity().map(Severity::name).orElse(""),
                            time(Optional.of(reading.since())),
                            number(reading, Window.ONE_MINUTE),
                            number(reading, Window.FIVE_MINUTES),
                            number(reading, Window.ONE_HOUR),
                            slo.unit().name().toLowerCase(Locale.ROOT),
                            text(slo.objective().text()),
                            time(reading.valuesAt()),
                            String.valueOf(reading.valuesAreOld()),
                            String.valueOf(!board.health().warnings().isEmpty()),
                            budget.map(b -> percent(b.left())).orElse(""),
                            seconds(budget.map(ErrorBudget::timeLeft)),
                            reading.budget()
                                    .flatMap(BudgetReading::burn)
                                    .flatMap(BurnRate::rate)
                                    .map(BigDecimal::toPlainString)
                                    .orElse(""),
                            seconds(reading.budget().flatMap(BudgetReading::goneIn)),
                            time(cost.map(c -> c.mark().at())),
                            seconds(cost.flatMap(ReleaseCost::spent)),
                            cost.flatMap(ReleaseCost::ofBudget)
                                    .map(SloExport::percent)
                                    .orElse(""),
                            text(reading.sentence()),
                            text(slo.judgingQuery())));
        }
        return csv.toString();
    }

    private static void row(StringBuilder csv, List<String> cells) {
        csv.append(cells.stream().map(SloExport::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Only texts: a negative number is a number. */
    private static String text(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String time(Optional<Instant> at) {
        return at.map(Instant::toString).orElse("");
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).toPlainString();
    }

    /** With milliseconds; nothing where it is not known. */
    private static String seconds(Optional<Duration> time) {
        return time.map(t -> BigDecimal.valueOf(t.toMillis(), 3).toPlainString())
                .orElse("");
    }

    /** Infinities and NaN as Prometheus writes them; nothing where there is no sample. */
    private static String number(SloReading reading, Window window) {
        Double value = reading.values().get(window);
        if (value == null) {
            return "";
        }
        if (value.isNaN()) {
            return "NaN";
        }
        if (value.isInfinite()) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return BigDecimal.valueOf(value).toPlainString();
    }
}
