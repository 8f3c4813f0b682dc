package dev.tars.console.migration.client;

import dev.tars.console.connect.postgres.PostgresFault;
import dev.tars.console.migration.DatabaseFault;
import dev.tars.console.migration.DatabaseFault.Kind;

/** What a fault of the connection means for a migration. */
final class DatabaseFaults {

    private DatabaseFaults() {}

    /** Of a question, or of a try to connect: nothing that changes anything was sent. */
    static DatabaseFault asking(PostgresFault fault) {
        return fault.kind() == PostgresFault.Kind.REFUSED ? of(Kind.REFUSED, fault) : of(Kind.UNREACHABLE, fault);
    }

    /** Of a statement that was sent. */
    static DatabaseFault sent(PostgresFault fault) {
        return fault.kind() == PostgresFault.Kind.REFUSED ? of(Kind.REFUSED, fault) : of(Kind.LOST, fault);
    }

    private static DatabaseFault of(Kind kind, PostgresFault fault) {
        return new DatabaseFault(kind, fault.problem(), fault.sqlState(), fault.detail(), fault);
    }
}
