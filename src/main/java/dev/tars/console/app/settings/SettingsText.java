package dev.tars.console.app.settings;

import dev.tars.console.document.DocumentException;
import dev.tars.console.document.YamlDocument;
import dev.tars.console.document.YamlNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Settings as YAML text and back. */
final class SettingsText {

    private static final int PIXELS = 100_000;

    private SettingsText() {}

    static String write(Settings settings) {
        StringBuilder text =
                new StringBuilder("# Kept by the console; may be edited while it is closed.\nversion: 1\n");
        line(text, "appearance", word(settings.appearance()));
        line(text, "scale", String.valueOf(settings.scale()));
        line(text, "density", word(settings.density()));
        line(text, "zone", quoted(settings.zone().getId()));
        settings.environment().ifPresent(name -> line(text, "environment", quoted(name)));
        settings.window()
                .ifPresent(w -> line(
                        text,
                        "window",
                        "{x: " + w.x() + ", y: " + w.y() + ", width: " + w.width() + ", height: " + w.height()
                                + ", maximised: " + w.maximised() + "}"));
        if (!settings.panels().isEmpty()) {
            text.append("panels:\n");
            new TreeMap<>(settings.panels()).forEach((key, value) -> line(text, "  " + quoted(key), quoted(value)));
        }
        return text.toString();
    }

    static Settings read(String text, String file) throws DocumentException {
        YamlNode root = YamlDocument.parse(text, file);
        root.allowOnly("version", "appearance", "scale", "density", "zone", "environment", "window", "panels");
        root.require("version").integer(1, 1);
        Optional<YamlNode> appearance = root.find("appearance");
        Optional<YamlNode> scale = root.find("scale");
        Optional<YamlNode> density = root.find("density");
        Optional<YamlNode> zone = root.find("zone");
        Optional<YamlNode> environment = root.find("environment");
        Optional<YamlNode> window = root.find("window");
        Optional<YamlNode> panels = root.find("panels");
        Settings normal = Settings.DEFAULT;
        return new Settings(
                appearance.isPresent() ? appearance.get().oneOf(Appearance.class) : normal.appearance(),
                scale.isPresent() ? scale.get().integer(100, 200) : normal.scale(),
                density.isPresent() ? density.get().oneOf(Density.class) : normal.density(),
                zone.isPresent() ? zone(zone.get()) : normal.zone(),
                environment.isPresent() ? Optional.of(environment.get().text()) : Optional.empty(),
                window.isPresent() ? Optional.of(window(window.get())) : Optional.empty(),
                panels.isPresent() ? panels(panels.get()) : Map.of());
    }

    private static ZoneId zone(YamlNode node) throws DocumentException {
        try {
            return ZoneId.of(node.text());
        } catch (DateTimeException e) {
            throw node.error("zone is \"" + node.text() + "\"", "write UTC or a name as in Europe/Berlin");
        }
    }

    private static WindowPlace window(YamlNode node) throws DocumentException {
        node.allowOnly("x", "y", "width", "height", "maximised");
        return new WindowPlace(
                node.require("x").integer(-PIXELS, PIXELS),
                node.require("y").integer(-PIXELS, PIXELS),
                node.require("width").integer(100, PIXELS),
                node.require("height").integer(100, PIXELS),
                node.require("maximised").bool());
    }

    private static Map<String, String> panels(YamlNode node) throws DocumentException {
        Map<String, String> panels = new LinkedHashMap<>();
        for (Map.Entry<String, YamlNode> entry : node.entries().entrySet()) {
            panels.put(entry.getKey(), entry.getValue().text());
        }
        return panels;
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append(": ").append(value).append('\n');
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
