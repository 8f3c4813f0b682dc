/**
 * HTTP as every client of the console speaks it: time limits, bounded retry with jitter, a circuit that opens.
 *
 * <p>An {@link dev.tars.console.connect.http.HttpEndpoint} says where and how; {@link
 * dev.tars.console.connect.http.HttpCalls} asks and gives the body, as it streams in, to a {@link
 * dev.tars.console.connect.http.HttpReader}; what goes wrong is an {@link dev.tars.console.connect.http.HttpFault}.
 *
 * <p>Decisions. One time limit spans a whole call, retries and waits included, so that a poll never outlives its
 * interval. A redirect is followed inside its origin only, with the credentials; to any other place never. Bodies are
 * capped after unzipping. There is no switch that trusts every certificate. A secret is read for each call and is in no
 * text this package makes.
 */
@NullMarked
package dev.tars.console.connect.http;

import org.jspecify.annotations.NullMarked;
