package dev.tars.console.migration;

/** What a failure of the server means (SQLSTATE, PostgreSQL 15 manual, appendix A), one sentence. */
final class FailureWords {

    private FailureWords() {}

    static String of(DatabaseFault fault) {
        String detail = fault.detail().isEmpty() ? "" : " " + fault.detail();
        return switch (fault.sqlState()) {
            case "23505" -> "Two rows have the same key, so the index cannot be unique." + detail;
            case "53100" -> "The disk of the server is full.";
            case "53200" -> "The server has no memory left.";
            case "40P01" -> "The server ended it to break a deadlock." + detail;
            case "55P03" -> "It did not get its lock in time.";
            case "57014" -> "It was cancelled.";
            case "57P01", "57P02" -> "The server ended the session.";
            case "42501" -> "The user may not do this: " + fault.problem().what() + ".";
            case "42P07" -> "The name is taken by something that this run did not make.";
            default -> "The server says: " + fault.problem().what() + "." + detail;
        };
    }
}
