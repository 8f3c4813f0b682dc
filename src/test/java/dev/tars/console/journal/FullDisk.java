package dev.tars.console.journal;

import dev.tars.console.base.Ticker;
import dev.tars.console.journal.client.Journals;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** A child process whose files may not grow for ever: says what the journal says when the disk takes no more. */
final class FullDisk {

    private FullDisk() {}

    public static void main(String[] args) throws Exception {
        Journal journal = Journal.open(
                Journals.sqlite(Path.of(args[0]), Ticker.system()),
                Clock.systemUTC(),
                new ScheduledThreadPoolExecutor(1));
        Payload large = Payload.of(Map.of("words", "x".repeat(200_000)));
        long kept = 0;
        try {
            while (kept < 1000) {
                kept = journal.append(Draft.of("anna", "staging", "test.happened", large))
                        .sequence();
            }
        } catch (JournalUnavailable e) {
            System.out.println(kept);
            System.out.println(e.problem().what());
            System.out.println(journal.state().isOpen());
            try {
                System.out.println(journal.append(Draft.of("anna", "staging", "test.small", Payload.empty())));
            } catch (JournalUnavailable again) {
                System.out.println("refused: " + again.problem().what());
            }
        }
        System.exit(0);
    }
}
