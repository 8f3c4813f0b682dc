package dev.tars.console.app.settings;

/**
 * Where the window was, in screen pixels; position and size are those of the window when it is not maximised.
 *
 * @param width 100 or more
 * @param height 100 or more
 */
public record WindowPlace(int x, int y, int width, int height, boolean maximised) {}
