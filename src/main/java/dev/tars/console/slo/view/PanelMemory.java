package dev.tars.console.slo.view;

import java.util.Optional;

/** Where the panel keeps what a person arranged: dividers, column widths and order. */
public interface PanelMemory {

    /** The value kept under a key, if any. */
    Optional<String> recall(String key);

    /** Keeps a value; it may be written later, the last one wins. */
    void remember(String key, String value);

    /** The numbers kept under a key, comma separated; empty where nothing usable is kept. */
    default double[] recallNumbers(String key) {
        try {
            return recall(key).stream()
                    .flatMap(text -> java.util.Arrays.stream(text.split(",")))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            return new double[0];
        }
    }
}
