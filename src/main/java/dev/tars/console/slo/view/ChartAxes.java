package dev.tars.console.slo.view;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.SimpleDateFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;

/** The chart's two axes: few round ticks, no lines of their own. */
final class ChartAxes {

    private static final int TIME_TICKS = 5;
    private static final int[] MINUTES = {
        1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1440, 2880, 5760, 10_080, 20_160, 43_200
    };

    private final ZoneId zone;
    final DateAxis time;
    final NumberAxis value = new NumberAxis();

    ChartAxes(ZoneId zone) {
        this.zone = zone;
        this.time = new DateAxis(null, TimeZone.getTimeZone(zone), Locale.ENGLISH);
        value.setAutoRangeIncludesZero(false);
        value.setAxisLineVisible(false);
        value.setTickMarksVisible(false);
        time.setAxisLineVisible(false);
        time.setTickMarksVisible(false);
        time.setLowerMargin(0);
        time.setUpperMargin(0);
    }

    void show(Instant from, Instant to, ChartScale scale) {
        time.setRange(Date.from(from), Date.from(to));
        Duration span = Duration.between(from, to);
        int minutes = step(span);
        SimpleDateFormat format = new SimpleDateFormat(pattern(span, minutes), Locale.ENGLISH);
        format.setTimeZone(TimeZone.getTimeZone(zone));
        time.setTickUnit(
                minutes % 1440 == 0
                        ? new DateTickUnit(DateTickUnitType.DAY, minutes / 1440, format)
                        : minutes % 60 == 0
                                ? new DateTickUnit(DateTickUnitType.HOUR, minutes / 60, format)
                                : new DateTickUnit(DateTickUnitType.MINUTE, minutes, format));
        value.setRange(scale.low(), scale.high());
        value.setTickUnit(new NumberTickUnit(scale.step(), numbers(scale.step())));
    }

    private static int step(Duration span) {
        double wanted = span.toSeconds() / 60.0 / TIME_TICKS;
        for (int minutes : MINUTES) {
            if (minutes >= wanted) {
                return minutes;
            }
        }
        return MINUTES[MINUTES.length - 1];
    }

    private static String pattern(Duration span, int minutes) {
        if (minutes % 1440 == 0) {
            return "d MMM";
        }
        return span.toHours() > 30 ? "d MMM HH:mm" : "HH:mm";
    }

    private static DecimalFormat numbers(double step) {
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
        boolean quarter = Math.abs(step * Math.pow(10, decimals) - Math.rint(step * Math.pow(10, decimals))) > 1e-6;
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setMinusSign('−');
        DecimalFormat format = new DecimalFormat("0", symbols);
        format.setMinimumFractionDigits(decimals + (quarter ? 1 : 0));
        format.setMaximumFractionDigits(decimals + (quarter ? 1 : 0));
        return format;
    }
}
