/**
 * The HTTP API of a Prometheus server (v1), and of servers that speak the same.
 *
 * <p>{@link dev.tars.console.connect.prometheus.PrometheusClient} asks; every failure is a {@link
 * dev.tars.console.connect.prometheus.PrometheusException} of a kind that says what a caller may do about it.
 *
 * <p>Decisions. Only an answer in the API's own form counts: anything else with status 200 is a failure and never "no
 * data". An empty vector is a true answer. Warnings make an answer partial. Values are read from the wire into columns of
 * primitives; native histograms are left out, counted and named in the answer. Source: the API's documentation, and
 * answers recorded from version 2.42.
 */
@NullMarked
package dev.tars.console.connect.prometheus;

import org.jspecify.annotations.NullMarked;
