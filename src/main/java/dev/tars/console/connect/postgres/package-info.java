/**
 * PostgreSQL as the console's features ask it: one kept session for short questions, own sessions for statements that
 * may run for hours, named failures, a visible report.
 *
 * <p>A {@link dev.tars.console.connect.postgres.PostgresEndpoint} says where and as whom; {@link
 * dev.tars.console.connect.postgres.PostgresClient} asks and opens {@link
 * dev.tars.console.connect.postgres.PostgresSession sessions}; what goes wrong is a {@link
 * dev.tars.console.connect.postgres.PostgresFault}.
 *
 * <p>Decisions. Parameters of a URL that would bend what is set here (time limits, name, password) are taken out of it:
 * the driver would prefer them. A statement that was sent and whose line was lost is neither done nor failed; it is never
 * sent again from here. The journal has a link of its own, which retries appends by their id; the two share nothing but
 * the driver.
 */
@NullMarked
package dev.tars.console.connect.postgres;

import org.jspecify.annotations.NullMarked;
