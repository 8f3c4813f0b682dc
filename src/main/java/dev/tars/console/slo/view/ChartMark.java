package dev.tars.console.slo.view;

import java.time.Instant;

/** A moment that is written on the chart. @param words what began then: "v1.0.1 starts" */
record ChartMark(Instant at, String words) {}
