package dev.tars.console.slo.view;

import java.util.ArrayList;
import java.util.List;

/**
 * Deals rows to pages, worst first. Missed and unknown rows are 118 high, burning ones 94; ok ones stand two in a line of
 * 72. All in the wall's own pixels, of which 1080 are a screen.
 */
final class WallPages {

    static final double LOUD = 118;
    static final double BURNING = 94;
    static final double OK = 72;

    /** Above and below the ok rows. */
    static final double OK_PADDING = 24;

    /** The line that says what is on other pages. */
    static final double FOOTER = 64;

    /** One page. */
    record Page(List<LiveRow> loud, List<LiveRow> ok) {
        static final Page EMPTY = new Page(List.of(), List.of());

        Page {
            loud = List.copyOf(loud);
            ok = List.copyOf(ok);
        }

        /** Its rows, worst first. */
        List<LiveRow> all() {
            List<LiveRow> all = new ArrayList<>(loud);
            all.addAll(ok);
            return all;
        }

        boolean holds(LiveRow row) {
            return loud.contains(row) || ok.contains(row);
        }
    }

    private WallPages() {}

    /** @param rows worst first; @param height of the room for rows. @return one page at least */
    static List<Page> of(List<LiveRow> rows, double height) {
        List<Page> whole = deal(rows, height);
        return whole.size() == 1 ? whole : deal(rows, height - FOOTER);
    }

    private static List<Page> deal(List<LiveRow> rows, double height) {
        List<Page> pages = new ArrayList<>();
        List<LiveRow> loud = new ArrayList<>();
        List<LiveRow> ok = new ArrayList<>();
        for (LiveRow row : rows) {
            boolean isOk = row.group() == StateGroup.OK;
            (isOk ? ok : loud).add(row);
            if (height(loud, ok) > height && loud.size() + ok.size() > 1) {
                (isOk ? ok : loud).remove(row);
                pages.add(new Page(loud, ok));
                loud.clear();
                ok.clear();
                (isOk ? ok : loud).add(row);
            }
        }
        pages.add(new Page(loud, ok));
        return pages;
    }

    private static double height(List<LiveRow> loud, List<LiveRow> ok) {
        double height = 0;
        for (LiveRow row : loud) {
            height += row.group() == StateGroup.BURNING ? BURNING : LOUD;
        }
        int lines = (ok.size() + 1) / 2;
        return height + (lines > 0 ? lines * OK + 2 * OK_PADDING : 0);
    }
}
