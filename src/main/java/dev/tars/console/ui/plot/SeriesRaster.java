package dev.tars.console.ui.plot;

import java.util.Arrays;

/**
 * An image that curves are written into, column by column: each column's span, made as thick as the line above and below
 * and soft at its two ends. A span never gets thinner than the line, so its every pixel is lit. Colours are premultiplied
 * ARGB. Not thread-safe.
 */
public final class SeriesRaster {

    private final int width;
    private final int height;
    private final int[] pixels;

    /** @param width in pixels, at least 1; @param height likewise */
    public SeriesRaster(int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(width + " x " + height + " pixels, at least 1 x 1 is needed");
        }
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The image itself, row by row from the top. */
    int[] pixels() {
        return pixels;
    }

    /** Makes all pixels transparent. */
    public void clear() {
        Arrays.fill(pixels, 0);
    }

    /** Which row of pixels a value lies in, as a fraction: 0 is the upper edge of the image. */
    double row(double value, double low, double high) {
        return (high - value) / (high - low) * height;
    }

    /**
     * Draws a curve over what is there.
     *
     * @param columns as many as the image is wide
     * @param low value at the lower edge
     * @param high value at the upper edge, above {@code low}
     * @param color opaque, {@code 0xFFrrggbb}
     * @param thickness of the line, at least 1 pixel
     * @param dot radius of a sample that stands alone, in pixels
     */
    public void draw(SeriesColumns columns, double low, double high, int color, double thickness, double dot) {
        if (columns.width() != width || !(low < high) || thickness < 1) {
            throw new IllegalArgumentException(columns.width() + " columns on " + width + " pixels, from " + low
                    + " to " + high + ", thickness " + thickness + ": as many, rising, and at least 1");
        }
        double half = thickness / 2;
        // A thick line is as thick where it is steep: its columns reach into those beside them.
        int reach = (int) ((thickness - 1) / 2);
        for (int c = 0; c < width; c++) {
            if (columns.isCovered(c)) {
                double top = row(columns.high(c), low, high);
                double bottom = row(columns.low(c), low, high);
                for (int k = -reach; k <= reach; k++) {
                    double around = Math.sqrt(half * half - (double) k * k);
                    span(c + k, top - around, bottom + around, color);
                }
                if (columns.isAlone(c)) {
                    dot(c, top, dot, color);
                    dot(c, bottom, dot, color);
                }
            }
        }
    }

    private void dot(int column, double row, double radius, int color) {
        int reach = (int) Math.floor(radius);
        for (int k = -reach; k <= reach; k++) {
            double half = Math.sqrt(radius * radius - (double) k * k);
            span(column + k, row - half, row + half, color);
        }
    }

    private void span(int column, double top, double bottom, int color) {
        double from = Math.max(0, top);
        double to = Math.min(height, bottom);
        if (from >= to || column < 0 || column >= width) {
            return;
        }
        int first = (int) from;
        int last = (int) Math.ceil(to) - 1;
        if (first == last) {
            blend(first * width + column, color, to - from);
            return;
        }
        blend(first * width + column, color, first + 1 - from);
        int at = (first + 1) * width + column;
        for (int r = first + 1; r < last; r++, at += width) {
            pixels[at] = color;
        }
        blend(last * width + column, color, to - last);
    }

    private void blend(int at, int color, double coverage) {
        int a = (int) Math.round(coverage * 255);
        if (a >= 255) {
            pixels[at] = color;
            return;
        }
        int under = pixels[at];
        int keep = 255 - a;
        pixels[at] = part(under, color, 24, a, keep)
                | part(under, color, 16, a, keep)
                | part(under, color, 8, a, keep)
                | part(under, color, 0, a, keep);
    }

    private static int part(int under, int over, int shift, int a, int keep) {
        int sum = (over >>> shift & 0xff) * a + (under >>> shift & 0xff) * keep;
        return (sum + 127) / 255 << shift;
    }
}
