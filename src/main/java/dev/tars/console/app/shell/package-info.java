/**
 * The window around all pages: band, navigation, content, status bar, notifications, action palette, keys.
 *
 * <p>{@link dev.tars.console.app.shell.ShellViewModel} holds what the shell shows; the views paint it. Room is counted
 * in root pixels (pixels of the window divided by the scale), so that 200 % behaves as half the window.
 */
@NullMarked
package dev.tars.console.app.shell;

import org.jspecify.annotations.NullMarked;
