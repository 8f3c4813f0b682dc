package dev.tars.console.slo.view;

import java.util.Objects;

/**
 * Which environment an exported picture shows.
 *
 * @param name the environment's name as people write it
 * @param isPractice whether nothing in it is production
 */
public record EnvironmentMark(String name, boolean isPractice) {
    public EnvironmentMark {
        Objects.requireNonNull(name, "name");
    }
}
