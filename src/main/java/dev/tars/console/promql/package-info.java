/**
 * PromQL: lexer, parser with source spans, printer and evaluation, in the language of Prometheus 2.42.
 *
 * <p>{@link dev.tars.console.promql.PromqlParser} reads a text into an {@link dev.tars.console.promql.Expr} or refuses it
 * with the place and the words of Prometheus; {@link dev.tars.console.promql.PromqlPrinter} writes it back on one line;
 * {@link dev.tars.console.promql.PromqlEngine} computes it over a {@link dev.tars.console.promql.SeriesSource}.
 *
 * <p>Words: a <em>selector</em> picks series by {@link dev.tars.console.promql.LabelMatcher}s; the <em>lookback</em> is how
 * old a sample may be to count at an instant; a <em>staleness marker</em> ends a series; a <em>column</em> is one series of
 * an intermediate result over all steps of a query.
 *
 * <p>Sources: the Prometheus documentation (querying basics, operators, functions) and the behaviour of the server of
 * version 2.42.0, to which the tests put every query of their corpus.
 *
 * <p>Decisions: windows and lookback include both ends, as in 2.x (3.0 leaves the start out). All steps are computed at
 * once, a series at a time. Different from 2.42 on purpose: {@code predict_linear} over a window fixed by {@code @} keeps
 * that window at every step of a range query, where 2.42 lets it slide; the date functions give NaN for what is no date;
 * among equals {@code topk} over a range is stable, where 2.42 may change its mind. The source holds plain numbers only, so
 * functions of native histograms give nothing, as they do in Prometheus over such samples.
 */
@NullMarked
package dev.tars.console.promql;

import org.jspecify.annotations.NullMarked;
