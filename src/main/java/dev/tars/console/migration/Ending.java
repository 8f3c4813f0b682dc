package dev.tars.console.migration;

import java.util.Optional;

/** How a statement that was sent came to an end, as far as the line tells; the catalogue is asked afterwards. */
record Ending(Kind kind, Optional<DatabaseFault> fault) {

    enum Kind {
        /** The server confirmed it. */
        ANSWERED,
        /** The server refused it or gave it up. */
        REFUSED,
        /** Its server process works on it no longer; what came of it was not heard. */
        GONE,
        /** Nothing was heard of the database for too long. */
        LOST
    }

    static Ending of(Kind kind) {
        return new Ending(kind, Optional.empty());
    }

    static Ending of(DatabaseFault fault) {
        return new Ending(fault.kind() == DatabaseFault.Kind.REFUSED ? Kind.REFUSED : Kind.LOST, Optional.of(fault));
    }

    boolean isRefused(String sqlState) {
        return kind == Kind.REFUSED
                && fault.filter(each -> each.sqlState().equals(sqlState)).isPresent();
    }
}
