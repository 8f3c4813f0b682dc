/**
 * The validation checklist: what stands between here and go.
 *
 * <p>A {@link dev.tars.console.checklist.ChecklistBoard} is a pure function of the file ({@link
 * dev.tars.console.checklist.Checklist}), the fold over the journal ({@link dev.tars.console.checklist.ChecklistBook}) and what
 * is true now ({@link dev.tars.console.checklist.Facts}). {@link dev.tars.console.checklist.GoNoGo} is a pure function of the board.
 *
 * <h2>Words</h2>
 *
 * <ul>
 *   <li><b>tick</b>: what an item passes by; a machine's, a watch's and a person's are different types
 *   <li><b>statement</b>: what a person says of an item: signed, waived, not applicable; under the words it had then
 *   <li><b>stale</b>: there was a tick, and its text, what it is about or its time has changed since
 *   <li><b>hold</b>: of a watch, the time that is proven; gaps are not in it
 * </ul>
 *
 * <h2>Decisions</h2>
 *
 * <ul>
 *   <li>Nothing is folded: only met, signed, waived in time and not applicable pass. A gate without items is no go.
 *   <li>Running is only what this console is doing now. A run that was begun and not answered by another console, or by
 *       one that ended, is unknown: nobody here can know that it goes on. An item that a cancelled run did not reach is
 *       what it was before.
 *   <li>A signature is one of the guard's: Ed25519 over a plan that names item, text, the machine's answer and the note. Who
 *       signs first is the requester and never the second person. Each is checked against the people file whenever the
 *       board is made, so a person who is taken out of that file has signed nothing.
 *   <li>What an item is about ({@code about=}) must be known again to stay a tick: a database that cannot be asked might be
 *       another one.
 *   <li>A watch holds from answer to answer. What lies between the last answer of one console and the first of the next is
 *       a gap. It is kept at every change and every five minutes, so that a day of it is some hundred events, and a crash
 *       costs five minutes at most.
 *   <li>A journal entry of the list that cannot be read stands in the way of go: it may have taken a tick back.
 * </ul>
 */
@NullMarked
package dev.tars.console.checklist;

import org.jspecify.annotations.NullMarked;
