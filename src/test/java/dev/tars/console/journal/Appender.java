package dev.tars.console.journal;

import dev.tars.console.base.Ticker;
import dev.tars.console.journal.client.Journals;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** A child process that appends until it is killed, and says each event it may rely on. */
final class Appender {

    private Appender() {}

    public static void main(String[] args) throws Exception {
        ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
        PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), false);
        Journal journal =
                Journal.open(Journals.sqlite(Path.of(args[0]), Ticker.system()), Clock.systemUTC(), scheduler);
        String me = UUID.randomUUID().toString();
        boolean first = true;
        for (long i = 0; ; i++) {
            Event event = journal.append(
                    Draft.of("anna", "staging", "test.happened", Payload.of(Map.of("mine", me + "-" + i))));
            out.print(event.sequence() + (first ? "\n" : ".\n"));
            out.flush();
            first = false;
        }
    }
}
