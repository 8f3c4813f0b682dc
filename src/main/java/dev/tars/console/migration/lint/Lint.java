package dev.tars.console.migration.lint;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Migration;
import java.util.List;

/** All rules over a migration. */
public final class Lint {
    private static final List<LintRule> RULES = List.of(
            new NothingToDo(),
            new ConcurrentInTransaction(),
            new TransactionStatement(),
            new UnreadableBuild(),
            new LockingBuild(),
            new LockingDrop(),
            new SeveralDrops(),
            new MissingName(),
            new NameTooLong(),
            new NameTwice(),
            new MissingSchema(),
            new IfNotExists(),
            new NotImmutable(),
            new TwoNames(),
            new CoveredInFile(),
            new SettingStatement(),
            new ForeignObject(),
            new OtherStatement(),
            new UnusablePredicate(),
            new RollbackMirror());

    private Lint() {}

    /** What is wrong, in the order of the rules; empty for a clean migration. */
    public static List<Finding> findings(Migration migration) {
        return RULES.stream().flatMap(rule -> rule.findings(migration).stream()).toList();
    }
}
