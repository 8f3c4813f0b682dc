package dev.tars.console.migration;

import java.util.Map;

/** What a failure means, and what to do about it (PostgreSQL 15 manual, appendix A, error codes). */
final class FaultWords {

    /** What is so, and the mend; {@code %s} in it is the object. */
    private record Words(String sentence, String mend) {}

    private static final Words LOST = new Words(
            "The line was lost: the server may still be at it, have done it or have given it up.",
            "Run again: the console looks for the build before it begins one.");

    private static final Map<String, Words> WORDS = Map.ofEntries(
            Map.entry(
                    "23505",
                    new Words(
                            "Two rows have the same key, so the index cannot be unique.",
                            "Mend the rows or take UNIQUE out; then repair drops the invalid index and builds it again.")),
            Map.entry(
                    "53100",
                    new Words(
                            "The server's disk is full.",
                            "Drop the invalid index first, which gives its room back; make room; then build again.")),
            Map.entry(
                    "53200",
                    new Words("The server has no memory left.", "Lower maintenance_work_mem, then build again.")),
            Map.entry(
                    "53300", new Words("The server takes no more connections.", "End idle sessions, then run again.")),
            Map.entry(
                    "40P01",
                    new Words(
                            "The server ended it to break a deadlock.",
                            "Look who else changes this table; repair drops the invalid index and builds it again.")),
            Map.entry(
                    "57014",
                    new Words(
                            "It was cancelled, or its time ran out.",
                            "If nobody cancelled it, look for a statement_timeout of the user or the database: ALTER ROLE"
                                    + " … RESET statement_timeout.")),
            Map.entry(
                    "55P03",
                    new Words(
                            "It did not get its lock in time.", "See who holds %s, wait for its end, then run again.")),
            Map.entry(
                    "42P07",
                    new Words(
                            "The name %s is taken.",
                            "Preflight tells whether it is the same index, an invalid leftover or another one.")),
            Map.entry(
                    "25001",
                    new Words(
                            "It was sent inside a transaction, which CONCURRENTLY refuses.",
                            "Take BEGIN and COMMIT out of the file, and a pooler out of the way.")),
            Map.entry(
                    "42501",
                    new Words(
                            "The user may not do this.", "Run as the owner of the table, or grant the owner's role.")),
            Map.entry(
                    "25006",
                    new Words(
                            "The server takes no changes here: a standby, or a read-only user.",
                            "Connect to the primary as the migration's user.")),
            Map.entry(
                    "57P01",
                    new Words(
                            "An administrator ended the session, or the server shuts down.",
                            "Run again when the server is up: the console looks first at what is left.")),
            Map.entry(
                    "57P02",
                    new Words("The server crashed and ended every session.", "See the server's log before you go on.")),
            Map.entry("57P03", new Words("The server is starting or shutting down.", "Run again when it is up.")),
            Map.entry(
                    "42P17",
                    new Words(
                            "A function in the index is not IMMUTABLE, such as NOW().",
                            "Take the condition out of the index and leave it in the query.")),
            Map.entry(
                    "54000",
                    new Words(
                            "A row is too large for an index entry.",
                            "Leave the large column out, or index a hash or a part of it.")),
            Map.entry(
                    "0A000",
                    new Words(
                            "The server does not do this on such a table; on a partitioned one it builds nothing"
                                    + " concurrently.",
                            "Preflight offers the statements that do it partition by partition.")),
            Map.entry("42P01", new Words("The table is not there.", "Check the database and the schema in the file.")),
            Map.entry("42703", new Words("A column is not there.", "Check the columns in the file.")),
            Map.entry("42704", new Words("%s is not there.", "Check the name in the file.")),
            Map.entry(
                    "42601",
                    new Words("The server does not read this statement.", "Check the statement in the file.")));

    private FaultWords() {}

    /** What is so, and what to do about it: sentences that a person reads. */
    static String of(DatabaseFault fault, Statement statement) {
        Words words = words(fault);
        String object = statement.object().isEmpty() ? "it" : statement.object();
        String detail = fault.detail().isBlank() ? "" : " " + fault.detail().strip();
        return words.sentence().formatted(object) + detail + " " + words.mend().formatted(object);
    }

    private static Words words(DatabaseFault fault) {
        Words known = WORDS.get(fault.sqlState());
        if (known != null) {
            return known;
        }
        if (fault.kind() != DatabaseFault.Kind.REFUSED) {
            return LOST;
        }
        return new Words(
                "The server refused it: " + fault.problem().what().replace("%", "%%") + ".",
                "Look up SQLSTATE " + fault.sqlState() + " in the PostgreSQL manual, appendix A.");
    }
}
