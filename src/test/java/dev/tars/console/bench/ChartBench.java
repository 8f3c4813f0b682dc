package dev.tars.console.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.tars.console.slo.view.ChartForMeasuring;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * CPU of the whole process for one redraw of a chart of 1080 by 740 with other samples, axes and grid included. The
 * samples swing slowly with a little noise and a few spikes, as a latency does. The detail's chart beside JFreeChart's default renderer and, with the profile {@code bench-chartfx}, beside chart-fx. Each
 * in turn, several times over.
 */
final class ChartBench {

    private static final int KINDS = 4;

    /** The slowest peers take seconds for a few redraws; four at least are measured. */
    private static final Duration MOST = Duration.ofSeconds(2);

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private ChartBench() {}

    static void run() throws Exception {
        Stage[] stage = new Stage[1];
        List<ChartPeer> peers = new ArrayList<>();
        CountDownLatch shown = new CountDownLatch(1);
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            peers.add(new Ours());
            peers.add(new PlainJFreeChart());
            ServiceLoader.load(ChartPeer.class).forEach(peers::add);
            stage[0] = new Stage();
            stage[0].setScene(new Scene(new StackPane(), 1080, 740));
            stage[0].getScene()
                    .getStylesheets()
                    .add("data:text/css,.chart-ink{-ink-ground:white;-ink-grid:lightgray;-ink-text:black;"
                            + "-ink-objective:black;-ink-violation:pink;-ink-series-1:navy;}");
            stage[0].show();
            shown.countDown();
        });
        shown.await();
        measure(stage[0], peers, 100_000, 3, 30);
        measure(stage[0], peers, 1_000_000, 2, 15);
        Platform.exit();
    }

    private static void measure(Stage stage, List<ChartPeer> peers, int points, int rounds, int redraws)
            throws InterruptedException {
        double[] x = new double[points];
        double[][] y = new double[KINDS][points];
        Random random = new Random(points);
        for (int i = 0; i < points; i++) {
            x[i] = 1_763_978_400_000.0 + i * 1000.0;
            for (int k = 0; k < KINDS; k++) {
                double spike = random.nextInt(2_000) == 0 ? 2 : 0;
                y[k][i] = Math.sin(k + 20.0 * i / points) + 0.02 * random.nextGaussian() + spike;
            }
        }
        double[] cpu = new double[peers.size()];
        for (int round = -1; round < rounds; round++) {
            for (int p = 0; p < peers.size(); p++) {
                double took = redraws(stage, peers.get(p), x, y, redraws);
                cpu[p] += round < 0 ? 0 : took;
            }
        }
        for (int p = 0; p < peers.size(); p++) {
            Bench.figure("redraw of " + points + " points, " + peers.get(p).name() + ", CPU", cpu[p] / rounds, "ms");
        }
        for (int p = 1; p < peers.size(); p++) {
            Bench.figure(
                    "redraw of " + points + " points, CPU, " + peers.get(p).name() + " / "
                            + peers.get(0).name(),
                    cpu[p] / cpu[0],
                    "x");
        }
    }

    /** CPU of one redraw, in ms. */
    private static double redraws(Stage stage, ChartPeer peer, double[] x, double[][] y, int count)
            throws InterruptedException {
        onFx(() -> stage.getScene().setRoot(new StackPane(peer.node())));
        redraw(stage, peer, x, y[0]);
        redraw(stage, peer, x, y[1]);
        System.gc();
        long end = System.nanoTime() + MOST.toNanos();
        long before = PROCESS.getProcessCpuTime();
        int done = 0;
        for (; done < 4 || done < count && System.nanoTime() < end; done++) {
            redraw(stage, peer, x, y[done % KINDS]);
        }
        return (PROCESS.getProcessCpuTime() - before) / 1e6 / done;
    }

    /** Three pulses: a pulse begins only when the picture of the one before the last is painted. */
    private static void redraw(Stage stage, ChartPeer peer, double[] x, double[] y) throws InterruptedException {
        if (peer.isFedByWriter()) {
            peer.show(x, y);
        } else {
            onFx(() -> peer.show(x, y));
        }
        for (int i = 0; i < 3; i++) {
            CountDownLatch pulsed = new CountDownLatch(1);
            Runnable[] listener = new Runnable[1];
            onFx(() -> {
                listener[0] = () -> {
                    stage.getScene().removePostLayoutPulseListener(listener[0]);
                    pulsed.countDown();
                };
                stage.getScene().addPostLayoutPulseListener(listener[0]);
                Platform.requestNextPulse();
            });
            if (!pulsed.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException(peer.name() + " has not been painted within a minute");
            }
        }
    }

    private static void onFx(Runnable work) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            work.run();
            done.countDown();
        });
        done.await();
    }

    private static final class Ours implements ChartPeer {
        private final ChartForMeasuring chart = new ChartForMeasuring();

        @Override
        public String name() {
            return "console";
        }

        @Override
        public Region node() {
            return chart.node();
        }

        @Override
        public void show(double[] x, double[] y) {
            chart.show(x, y);
        }
    }

    private static final class PlainJFreeChart implements ChartPeer {
        private final DefaultXYDataset data = new DefaultXYDataset();
        private final StackPane pane;

        PlainJFreeChart() {
            ChartCanvas canvas = new ChartCanvas(new JFreeChart(
                    null,
                    null,
                    new XYPlot(data, new DateAxis(), new NumberAxis(), new XYLineAndShapeRenderer(true, false)),
                    false));
            pane = new StackPane(canvas);
            canvas.widthProperty().bind(pane.widthProperty());
            canvas.heightProperty().bind(pane.heightProperty());
        }

        @Override
        public String name() {
            return "JFreeChart's default renderer";
        }

        @Override
        public Region node() {
            return pane;
        }

        @Override
        public void show(double[] x, double[] y) {
            data.addSeries("x", new double[][] {x, y});
        }
    }
}
