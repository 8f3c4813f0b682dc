package dev.tars.console.app.settings;

import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that is remembered between two starts.
 *
 * @param scale percent of the text's size, 100 to 200
 * @param zone times are written in it, and it is written beside them
 * @param environment the one that was active last
 * @param panels what screens keep: dividers, columns; keys are theirs
 */
public record Settings(
        Appearance appearance,
        int scale,
        Density density,
        ZoneId zone,
        Optional<String> environment,
        Optional<WindowPlace> window,
        Map<String, String> panels) {

    public static final Settings DEFAULT = new Settings(
            Appearance.SYSTEM, 100, Density.STANDARD, ZoneId.of("UTC"), Optional.empty(), Optional.empty(), Map.of());

    public Settings {
        Objects.requireNonNull(zone, "zone");
        if (scale < 100 || scale > 200) {
            throw new IllegalArgumentException("scale is 100 to 200 %, was " + scale);
        }
        panels = Map.copyOf(panels);
    }

    public Settings withAppearance(Appearance value) {
        return new Settings(value, scale, density, zone, environment, window, panels);
    }

    public Settings withScale(int value) {
        return new Settings(appearance, value, density, zone, environment, window, panels);
    }

    public Settings withDensity(Density value) {
        return new Settings(appearance, scale, value, zone, environment, window, panels);
    }

    public Settings withZone(ZoneId value) {
        return new Settings(appearance, scale, density, value, environment, window, panels);
    }

    public Settings withEnvironment(String name) {
        return new Settings(appearance, scale, density, zone, Optional.of(name), window, panels);
    }

    public Settings withWindow(WindowPlace place) {
        return new Settings(appearance, scale, density, zone, environment, Optional.of(place), panels);
    }

    public Settings withPanel(String key, String value) {
        Map<String, String> all = new TreeMap<>(panels);
        if (value.isBlank()) {
            all.remove(key);
        } else {
            all.put(key, value);
        }
        return new Settings(appearance, scale, density, zone, environment, window, all);
    }
}
