package dev.tars.console.migration.preflight;

import dev.tars.console.migration.DatabaseFacts;
import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.Migration;
import java.util.List;

/** Looks at a database before a migration runs on it. */
public final class Preflight {
    private static final List<PreflightRule> RULES = List.of(
            new ServerVersion(),
            new ServerIdentity(),
            new Writable(),
            new Pooler(),
            new Tables(),
            new Partitioned(),
            new Columns(),
            new Privileges(),
            new NameTaken(),
            new ExistingIndex(),
            new CoveringIndex(),
            new ForeignInvalid(),
            new UniqueBuild(),
            new WideColumns(),
            new LongTransactions(),
            new PreparedTransactions(),
            new RunningBuilds(),
            new Vacuums(),
            new ReplicationSlots(),
            new ReplicationLag(),
            new DiskSpace());

    private Preflight() {}

    /**
     * What was found, in the order of the rules.
     *
     * @param isRollback whether the rollback's script is to run
     */
    public static List<Finding> findings(Migration migration, boolean isRollback, DatabaseFacts facts) {
        Flight flight = new Flight(migration, isRollback, facts);
        return RULES.stream().flatMap(rule -> rule.findings(flight).stream()).toList();
    }

    /** Whether a run may start: nothing blocks. What is unknown or warned of is for a person to decide. */
    public static boolean mayRun(List<Finding> findings) {
        return findings.stream().noneMatch(finding -> finding.weight() == Weight.BLOCKS);
    }
}
