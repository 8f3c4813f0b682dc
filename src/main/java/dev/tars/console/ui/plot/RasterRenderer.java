package dev.tars.console.ui.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;

/**
 * Draws curves into a JFreeChart as one image, where the chart's own order puts data: over grid and spans, under the
 * markers of the foreground. The plot is given {@link #dataset()}, one point that says where to draw; the curves come by
 * {@link #show}. The image's pixels are the screen's, also where the two differ by a scale. Belongs to the FX thread.
 */
public final class RasterRenderer extends AbstractXYItemRenderer {

    private static final long serialVersionUID = 1L;

    /**
     * One curve.
     *
     * @param x ascending
     * @param y as many; what is not finite breaks the line
     * @param color opaque
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Curve(double[] x, double[] y, Color color) {}

    private record Picture(
            SeriesRaster raster, SeriesColumns columns, PixelBuffer<IntBuffer> buffer, WritableImage image) {

        static Picture of(int width, int height) {
            SeriesRaster raster = new SeriesRaster(width, height);
            PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(
                    width, height, IntBuffer.wrap(raster.pixels()), PixelFormat.getIntArgbPreInstance());
            return new Picture(raster, new SeriesColumns(width), buffer, new WritableImage(buffer));
        }

        boolean fits(int width, int height) {
            return raster.width() == width && raster.height() == height;
        }
    }

    private final transient GraphicsContext canvas;
    private final transient DoubleSupplier scale;
    private transient List<Curve> curves = List.of();
    private transient Optional<Picture> picture = Optional.empty();
    private double thickness = 1;
    private double dot = 2;

    /** @param canvas what the chart is drawn on; @param scale pixels of the screen to one of the canvas */
    public RasterRenderer(GraphicsContext canvas, DoubleSupplier scale) {
        this.canvas = canvas;
        this.scale = scale;
    }

    /**
     * What to draw from now on, the first uppermost.
     *
     * @param thick of lines, in pixels of the canvas
     * @param radius of samples that stand alone
     */
    public void show(List<Curve> shown, double thick, double radius) {
        curves = List.copyOf(shown);
        thickness = thick;
        dot = radius;
    }

    /** What a plot must hold so that it draws with this: one point, without a value. */
    public static XYDataset dataset(double x) {
        DefaultXYDataset one = new DefaultXYDataset();
        one.addSeries("", new double[][] {{x}, {Double.NaN}});
        return one;
    }

    @Override
    public XYItemRendererState initialise(
            Graphics2D g2, Rectangle2D area, XYPlot plot, XYDataset data, PlotRenderingInfo info) {
        XYItemRendererState state = super.initialise(g2, area, plot, data, info);
        state.setProcessVisibleItemsOnly(false);
        return state;
    }

    @Override
    public void drawItem(
            Graphics2D g2,
            XYItemRendererState state,
            Rectangle2D area,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis across,
            ValueAxis up,
            XYDataset data,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        double s = scale.getAsDouble();
        double left = Math.floor(area.getMinX() * s) / s;
        double top = Math.floor(area.getMinY() * s) / s;
        int width = (int) Math.ceil((area.getMaxX() - left) * s);
        int height = (int) Math.ceil((area.getMaxY() - top) * s);
        if (width < 1 || height < 1) {
            return;
        }
        Picture now = picture.filter(p -> p.fits(width, height)).orElseGet(() -> Picture.of(width, height));
        picture = Optional.of(now);
        double perX = across.getRange().getLength() / area.getWidth();
        double perY = up.getRange().getLength() / area.getHeight();
        double first = across.getLowerBound() - (area.getMinX() - left) * perX;
        double high = up.getUpperBound() + (area.getMinY() - top) * perY;
        now.raster().clear();
        for (int i = curves.size() - 1; i >= 0; i--) {
            Curve curve = curves.get(i);
            now.columns().fold(curve.x(), curve.y(), first, first + width / s * perX);
            now.raster()
                    .draw(
                            now.columns(),
                            high - height / s * perY,
                            high,
                            curve.color().getRGB() | 0xff000000,
                            Math.max(1, thickness * s),
                            dot * s);
        }
        now.buffer().updateBuffer(whole -> null);
        // One pixel of the image is one of the screen: to smooth would only cost.
        canvas.setImageSmoothing(false);
        canvas.drawImage(now.image(), left, top, width / s, height / s);
    }
}
