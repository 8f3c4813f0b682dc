/**
 * Curves of any length, drawn fast and without hiding anything: samples are folded to the lowest and highest value of each
 * pixel column ({@link dev.tars.console.ui.plot.SeriesColumns}), the columns are written into an image
 * ({@link dev.tars.console.ui.plot.SeriesRaster}), and JFreeChart draws that image between its own grid and markers
 * ({@link dev.tars.console.ui.plot.RasterRenderer}). So the cost is one pass over the samples and one over the pixels.
 */
@NullMarked
package dev.tars.console.ui.plot;

import org.jspecify.annotations.NullMarked;
