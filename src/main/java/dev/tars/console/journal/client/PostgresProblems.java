package dev.tars.console.journal.client;

import dev.tars.console.base.Problem;
import dev.tars.console.connect.http.SecretMissing;
import java.sql.SQLException;

/** What PostgreSQL's failures mean for whoever has to act on them (SQLSTATE, PostgreSQL manual, appendix A). */
final class PostgresProblems {

    private static final String CONSEQUENCE =
            "Nothing that must be recorded can be done; what was recorded before is kept.";

    private PostgresProblems() {}

    static Problem of(SQLException failure, String place) {
        if (failure.getCause() instanceof SecretMissing missing) {
            return Problem.of(
                    missing.problem().what(),
                    place,
                    CONSEQUENCE,
                    missing.problem().mend());
        }
        String state = String.valueOf(failure.getSQLState());
        return new Problem(what(state), place, CONSEQUENCE, mend(state), state + ": " + failure.getMessage());
    }

    private static String what(String state) {
        return switch (state) {
            case "53100" -> "The disk of the journal's server is full.";
            case "53300" -> "The journal's server has no room for one more connection.";
            case "25006" -> "The journal's server takes no writes.";
            case "55P03", "57014" -> "Another console holds the journal and did not let go of it in time.";
            case "42501" -> "The journal's server does not let this user write events.";
            case "28000", "28P01" -> "The journal's server does not accept the user.";
            case "3D000" -> "The journal's server has no such database.";
            default ->
                state.startsWith("08") || state.startsWith("57P")
                        ? "The journal's server does not answer."
                        : "The journal cannot be used.";
        };
    }

    private static String mend(String state) {
        return switch (state) {
            case "53100" -> "Free some room on the server's disk, then reopen the journal.";
            case "25006" -> "Point the journal at the primary server, then reopen it.";
            case "55P03", "57014" -> "End the session that holds the table journal_head, then reopen the journal.";
            case "42501" -> "Grant SELECT and INSERT on journal_event, SELECT and UPDATE on journal_head.";
            case "28000", "28P01", "3D000" -> "Mend the journal's URL, then start again.";
            default ->
                state.startsWith("08") || state.startsWith("57P")
                        ? "Look whether the server runs. It is asked again by itself; an event that was under way is"
                                + " looked up first."
                        : "Look at the details, then reopen the journal. An event that was under way is looked up first.";
        };
    }
}
