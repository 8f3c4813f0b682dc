/**
 * The append-only, hash-chained record that every state is folded from.
 *
 * <p>{@link dev.tars.console.journal.Journal} appends {@linkplain dev.tars.console.journal.Draft drafts}, which become
 * {@linkplain dev.tars.console.journal.Event events} with a place and a hash; it reads, folds, delivers and verifies them.
 * {@link dev.tars.console.journal.EventStore} is what it needs from outside: {@code journal.client} keeps it in SQLite or
 * PostgreSQL. The written format, which a verifier in another language reads, is in {@code src/docs/journal-format.md}.
 *
 * <h2>Words</h2>
 *
 * <ul>
 *   <li><b>sequence</b>: place of an event, from 1 without a gap; the order is this, never the time
 *   <li><b>head</b>: where the store itself remembers to end, moved in the transaction of each append
 *   <li><b>checkpoint</b>: sequence and hash at a time, kept apart; only it can find an end cut off or a past written anew
 *   <li><b>stopped</b>: the journal takes no events, since it could not promise to keep one
 * </ul>
 *
 * <h2>Decisions</h2>
 *
 * <ul>
 *   <li>The hash is of the exported line itself, so that a verifier needs no canonical form. The payload has one all the
 *       same: equal payloads are equal texts.
 *   <li>One order for all writers: SQLite by BEGIN IMMEDIATE, PostgreSQL by a row lock on the head. The primary key on the
 *       sequence makes a fork impossible even without them.
 *   <li>An append whose outcome is not known is looked up by its id under that lock before it is tried again: by then the
 *       first try has ended, one way or the other.
 *   <li>After a failed write nothing is appended until everything was verified: a later success proves nothing about an
 *       earlier failure (PostgreSQL and fsync, 2018).
 *   <li>The triggers against UPDATE and DELETE keep honest hands from a mistake. Who owns the database can drop them; the
 *       chain and checkpoints kept elsewhere are what finds that out.
 *   <li>Secrets are masked by whoever makes the draft: what is in a chain cannot be taken out again.
 * </ul>
 */
@NullMarked
package dev.tars.console.journal;

import org.jspecify.annotations.NullMarked;
