package dev.tars.console.slo.view;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A panel memory that forgets with the test. */
final class KeptInMemory implements PanelMemory {

    final Map<String, String> kept = new HashMap<>();

    @Override
    public Optional<String> recall(String key) {
        return Optional.ofNullable(kept.get(key));
    }

    @Override
    public void remember(String key, String value) {
        kept.put(key, value);
    }
}
