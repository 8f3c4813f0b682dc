package dev.tars.console.checklist.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.checklist.Hall;
import dev.tars.console.ui.background.ManualBackground;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five thousand items: what the FX thread does when a person types. Figures of the machine, so by hand. */
@Tag("long")
class LongListTest {

    @TempDir
    Path folder;

    private static long millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    @Test
    void aFilterTakesLessThanAFewFrames() {
        ManualBackground background = new ManualBackground();
        try (Hall hall = new Hall(folder, SampleList.of(5_000));
                ChecklistViewModel model = new ChecklistViewModel(hall, hall.desk, background, hall.clock)) {
            hall.publish();
            background.crank();
            // Cold classes are the start's, not the filter's.
            long read = millis(hall::publish);
            long shown = millis(background::crank);
            List<Long> filters = new ArrayList<>();
            for (String words : List.of("item", "item 4", "holds 49", "section 7 every", "nothing", "")) {
                for (int i = 0; i < 5; i++) {
                    String typed = words + " ".repeat(i);
                    filters.add(millis(() -> model.filter(typed)));
                }
            }
            Collections.sort(filters);
            String figures = "read %d ms, shown %d ms, filters %s ms".formatted(read, shown, filters);
            assertThat(model.getState().rows()).hasSize(5_050);
            assertThat(filters.get(filters.size() - 1)).as(figures).isLessThan(50);
            assertThat(read + shown).as(figures).isLessThan(1_000);
        }
    }
}
