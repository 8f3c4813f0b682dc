package dev.tars.console.practice.model;

/** The moving part of one labelled metric. */
public sealed interface Cell permits Counter, Gauge, Histogram {}
