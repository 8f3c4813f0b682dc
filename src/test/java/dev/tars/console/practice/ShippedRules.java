package dev.tars.console.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The release's own rule files, from the class path. */
public final class ShippedRules {

    private ShippedRules() {}

    public static String recording() {
        return read("/release/rules/recording_rules.yaml");
    }

    public static String alerts() {
        return read("/release/rules/alerts.yaml");
    }

    public static String objectives() {
        return read("/release/rules/slos.yaml");
    }

    private static String read(String name) {
        try (InputStream in = ShippedRules.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where PostgreSQL's programs are unpacked for tests, once a build folder. */
    public static Path programs() {
        return Path.of("target", "programs").toAbsolutePath();
    }
}
