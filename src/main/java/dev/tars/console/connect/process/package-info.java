/**
 * Other programs, started with an argument vector and no shell, bounded in time and output, ended with all they started.
 */
@NullMarked
package dev.tars.console.connect.process;

import org.jspecify.annotations.NullMarked;
