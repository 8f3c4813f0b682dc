package dev.tars.console.slo.view;

import org.kordamp.ikonli.Ikon;

/**
 * What a wall speaks of, in the band at its top.
 *
 * @param icon of the environment
 * @param name of the environment, as its band writes it
 * @param where it is
 * @param styleClass of its colours, as {@code env-ink}
 * @param release in words; empty where none is known
 * @param drill the drill that is on, in words; empty where none is
 */
public record WallPlace(Ikon icon, String name, String where, String styleClass, String release, String drill) {}
