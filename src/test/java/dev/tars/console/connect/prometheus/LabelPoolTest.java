package dev.tars.console.connect.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelPoolTest {
    private final LabelPool pool = new LabelPool();

    private String text(String of) {
        char[] buffer = ("x" + of + "y").toCharArray();
        return pool.text(buffer, 1, of.length());
    }

    @Test
    void equalTextsAreOneObject() {
        assertThat(text("node-1")).isEqualTo("node-1").isSameAs(text("node-1"));
    }

    @Test
    void equalLabelSetsAreOneObject() {
        Map<String, String> first = pool.labels(new String[] {"a", "1", "b", "2"}, 4);
        assertThat(first).containsOnly(Map.entry("a", "1"), Map.entry("b", "2"));
        assertThat(pool.labels(new String[] {"a", "1", "b", "2"}, 4)).isSameAs(first);
        assertThat(pool.labels(new String[] {"a", "1", "b", "3"}, 4)).containsEntry("b", "3");
        assertThat(pool.labels(new String[] {"a", "1", "b", "2"}, 2)).containsOnly(Map.entry("a", "1"));
    }

    @Test
    void aNameGivenTwiceCountsOnceAndTheLastWins() {
        assertThat(pool.labels(new String[] {"a", "1", "a", "2"}, 4)).containsOnly(Map.entry("a", "2"));
    }

    @Test
    void collisionsNeverMixTexts() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 50_000; i++) {
                String expected = "pod-" + i;
                assertThat(text(expected)).isEqualTo(expected);
                assertThat(pool.labels(new String[] {"pod", expected}, 2)).isEqualTo(Map.of("pod", expected));
            }
        }
    }

    @Test
    void longTextsAreNotKept() {
        String expected = "e".repeat(5000);
        assertThat(text(expected)).isEqualTo(expected).isNotSameAs(text(expected));
    }
}
