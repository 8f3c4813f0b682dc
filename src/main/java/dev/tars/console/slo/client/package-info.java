/**
 * Objectives asked of a Prometheus server.
 */
@NullMarked
package dev.tars.console.slo.client;

import org.jspecify.annotations.NullMarked;
