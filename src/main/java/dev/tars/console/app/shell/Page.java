package dev.tars.console.app.shell;

import dev.tars.console.ui.Screen;
import org.kordamp.ikonli.Ikon;

/**
 * A page in the navigation.
 *
 * @param id stable name
 * @param name as the navigation says it
 * @param footer whether it stands at the foot, apart from the pages of the release
 */
public record Page(String id, String name, Ikon icon, boolean footer, Screen screen) {}
