/**
 * The figures the project claims, each from one command that prints {@code name: value unit} lines; beside a peer, both
 * run in turn and the ratio of their CPU times is printed.
 */
@NullMarked
package dev.tars.console.bench;

import org.jspecify.annotations.NullMarked;
