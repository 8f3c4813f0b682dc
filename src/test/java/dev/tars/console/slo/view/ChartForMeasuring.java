package dev.tars.console.slo.view;

import dev.tars.console.base.Unit;
import dev.tars.console.ui.Texts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.scene.layout.Region;

/** The detail's chart by itself, with its axes and its objective. For measuring. */
public final class ChartForMeasuring {

    private final IndicatorChart chart =
            new IndicatorChart(new LiveWords(new Texts(), ZoneOffset.UTC), (from, to) -> {});

    public Region node() {
        return chart;
    }

    /** @param millis ascending; @param values as many */
    public void show(double[] millis, double[] values) {
        Instant from = Instant.ofEpochMilli((long) millis[0]);
        Instant to = Instant.ofEpochMilli((long) millis[millis.length - 1]);
        chart.show(
                new ChartFigure(
                        Unit.COUNT,
                        List.of(new ChartLine("x", millis, values)),
                        0,
                        ChartScale.of(Unit.COUNT, DoubleStream.of(-4, 4)),
                        3,
                        "≤ 3",
                        from,
                        to,
                        List.of(),
                        List.of(),
                        List.of()),
                to);
    }
}
