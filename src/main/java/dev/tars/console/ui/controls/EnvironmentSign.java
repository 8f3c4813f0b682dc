package dev.tars.console.ui.controls;

import org.kordamp.ikonli.Ikon;

/**
 * How an environment is shown on everything that is about it.
 *
 * @param name the environment's name in capitals
 * @param where where it is and what protects it
 * @param styleClass its colour
 */
public record EnvironmentSign(Ikon icon, String name, String where, String styleClass) {}
