package dev.tars.console.release.view;

import org.kordamp.ikonli.Ikon;

/**
 * How the dialog shows where it is.
 *
 * @param name the environment's name in capitals
 * @param where where it is and what protects it
 * @param styleClass its colour
 */
public record GuardPlace(Ikon icon, String name, String where, String styleClass) {}
