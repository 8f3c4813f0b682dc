package dev.tars.console.slo.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyedItemsTest {

    private final KeyedItems<String> items = new KeyedItems<>(row -> row.substring(0, 1));

    @Test
    void whatStaysKeepsItsPlaceObject() {
        items.show(List.of("a1", "b1", "c1"));
        KeyedItem<String> b = items.find("b").orElseThrow();

        items.show(List.of("c2", "b2", "d1"));

        assertThat(items.list()).extracting(KeyedItem::row).containsExactly("c2", "b2", "d1");
        assertThat(items.find("b")).containsSame(b);
        assertThat(items.find("a")).isEmpty();
    }
}
