package dev.tars.console.bench;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.renderer.LineStyle;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;
import io.fair_acc.dataset.spi.DoubleDataSet;
import javafx.scene.layout.Region;

/** chart-fx with its own reduction of points. Its data set is locked, so a writer beside the FX thread feeds it. */
public final class ChartFxPeer implements ChartPeer {

    private final XYChart chart = new XYChart(new DefaultNumericAxis(), new DefaultNumericAxis());
    private final DoubleDataSet data = new DoubleDataSet("x");

    /** Makes the chart; on the FX thread. */
    public ChartFxPeer() {
        ErrorDataSetRenderer renderer = new ErrorDataSetRenderer();
        renderer.setPolyLineStyle(LineStyle.NORMAL);
        renderer.setDrawMarker(false);
        renderer.getDatasets().add(data);
        chart.getRenderers().setAll(renderer);
        chart.setLegendVisible(false);
    }

    @Override
    public String name() {
        return "chart-fx";
    }

    @Override
    public Region node() {
        return chart;
    }

    @Override
    public void show(double[] x, double[] y) {
        data.set(x, y);
    }

    @Override
    public boolean isFedByWriter() {
        return true;
    }
}
