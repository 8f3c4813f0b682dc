/**
 * A small Prometheus: scrapes, evaluates rules and alerts, answers the HTTP API. Its words, numbers and status codes
 * are those of Prometheus 2.42, against which it is tested.
 */
@NullMarked
package dev.tars.console.practice.server;

import org.jspecify.annotations.NullMarked;
