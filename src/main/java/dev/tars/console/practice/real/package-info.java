/** A Prometheus of this machine, started in a folder of its own with practice's targets, rules and history. */
@NullMarked
package dev.tars.console.practice.real;

import org.jspecify.annotations.NullMarked;
