/**
 * The HTTP API of a Prometheus server.
 */
@NullMarked
package dev.tars.console.connect.prometheus;

import org.jspecify.annotations.NullMarked;
