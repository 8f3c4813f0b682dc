/**
 * PromQL: lexer, parser with source spans, printer and evaluation.
 */
@NullMarked
package dev.tars.console.promql;

import org.jspecify.annotations.NullMarked;
