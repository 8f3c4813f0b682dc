package dev.tars.console.migration.preflight;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import java.util.List;

/**
 * PostgreSQL 14.0 to 14.3 could leave rows out of an index built concurrently while writes went on (release notes of
 * 14.4); before 12 a build tells no progress.
 */
final class ServerVersion implements PreflightRule {
    private static final String RULE = "server-version";
    private static final int PROGRESS = 120_000;
    private static final int BROKEN_FROM = 140_000;
    private static final int BROKEN_TO = 140_004;
    private static final int TRIED = 150_000;

    @Override
    public List<Finding> findings(Flight flight) {
        int number = flight.facts().server().versionNumber();
        String words = "PostgreSQL " + flight.facts().server().version();
        if (number < PROGRESS) {
            return List.of(new Finding(
                    Weight.BLOCKS,
                    RULE,
                    "server",
                    words + " tells nothing of a build's progress, so nobody could see what it waits for.",
                    "Use PostgreSQL 12 or newer; 15 is what T.A.R.S. runs."));
        }
        if (number >= BROKEN_FROM && number < BROKEN_TO) {
            return List.of(new Finding(
                    Weight.BLOCKS,
                    RULE,
                    "server",
                    words + " can leave rows out of an index that is built concurrently.",
                    "Update the server to 14.4 or newer first."));
        }
        if (number < TRIED) {
            return List.of(new Finding(
                    Weight.WARNS,
                    RULE,
                    "server",
                    words + " is older than any that the console was tried with.",
                    "Rehearse on a copy of this version first."));
        }
        return List.of(PreflightRule.fine(RULE, "server", words + "."));
    }
}
