package dev.tars.console.journal;

import dev.tars.console.base.Ticker;
import dev.tars.console.journal.client.Journals;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest extends JournalContract {

    @TempDir
    Path folder;

    @Override
    EventStore store() {
        return Journals.sqlite(folder.resolve("journal.db"), Ticker.system());
    }
}
