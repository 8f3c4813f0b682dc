package dev.tars.console.app.shell;

import dev.tars.console.ui.UiAction;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the band offers; asked anew whenever a menu opens.
 *
 * @param environments one a known environment: makes it the active one
 * @param drills one a drill of practice; empty in any other environment
 * @param endDrills ends every drill
 */
public record ShellMenus(Supplier<List<UiAction>> environments, Supplier<List<UiAction>> drills, Runnable endDrills) {}
