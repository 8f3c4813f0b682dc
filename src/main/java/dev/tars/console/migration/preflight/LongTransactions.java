package dev.tars.console.migration.preflight;

import dev.tars.console.base.Figures;
import dev.tars.console.migration.Blocker;
import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.SessionFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A concurrent statement waits for every older transaction that could still see the table as it was. */
final class LongTransactions implements PreflightRule {
    private static final String RULE = "long-transactions";

    /** Shorter ones end while the build is still reading the table. */
    private static final Duration LONG = Duration.ofSeconds(5);

    private static final int SHOWN = 80;

    @Override
    public List<Finding> findings(Flight flight) {
        String database = "database " + flight.facts().server().database();
        if (!flight.hasConcurrent()) {
            return List.of(PreflightRule.fine(RULE, database, "No statement waits for transactions."));
        }
        return flight.facts()
                .sessions()
                .match(
                        sessions -> judged(flight, database, sessions),
                        why -> List.of(PreflightRule.unknown(RULE, database, why, grant(flight))));
    }

    private static List<Finding> judged(Flight flight, String database, List<SessionFacts> sessions) {
        List<Finding> findings = new ArrayList<>();
        for (SessionFacts session : sessions) {
            if (!session.isHidden() && isHolding(session)) {
                Optional<Duration> age = session.who()
                        .openSince()
                        .map(since -> Duration.between(since, flight.facts().readAt()));
                if (age.isEmpty() || age.get().compareTo(LONG) >= 0) {
                    findings.add(holding(session, age));
                }
            }
        }
        long hidden = sessions.stream().filter(SessionFacts::isHidden).count();
        if (hidden > 0) {
            findings.add(PreflightRule.unknown(
                    RULE,
                    database,
                    "the server hides what " + hidden + " sessions do from "
                            + flight.facts().server().user(),
                    grant(flight)));
        }
        return PreflightRule.orFine(
                findings, RULE, database, "No transaction is open longer than " + Figures.duration(LONG) + ".");
    }

    private static boolean isHolding(SessionFacts session) {
        return session.holdsSnapshot() || !session.lockedTables().isEmpty();
    }

    private static Finding holding(SessionFacts session, Optional<Duration> age) {
        Blocker who = session.who();
        String query = who.query().replaceAll("\\s+", " ").strip();
        String shown = query.length() > SHOWN ? query.substring(0, SHOWN) + "…" : query;
        return new Finding(
                Weight.WARNS,
                RULE,
                "session " + who.pid(),
                "Session " + who.pid() + " of " + who.user() + " (" + who.application() + ", " + who.state()
                        + ") has a transaction open "
                        + age.map(open -> "for " + Figures.duration(open)).orElse("since a time that is not told")
                        + "; a build waits for its end. Its last statement: " + shown,
                session.isOurs()
                        ? "It is the console's own: let it finish first."
                        : "Let it end, or end it: SELECT pg_terminate_backend(" + who.pid() + ").");
    }

    private static String grant(Flight flight) {
        return "GRANT pg_read_all_stats TO " + flight.facts().server().user() + ".";
    }
}
