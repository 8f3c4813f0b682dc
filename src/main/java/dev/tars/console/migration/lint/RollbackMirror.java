package dev.tars.console.migration.lint;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.StatementKind;
import dev.tars.console.migration.lint.Builds.Build;
import dev.tars.console.migration.sql.QualifiedName;
import dev.tars.console.migration.sql.SqlReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The rollback takes back what the forward script makes, all of it, nothing else, the last first. */
final class RollbackMirror implements LintRule {
    @Override
    public List<Finding> findings(Migration migration) {
        List<Finding> findings = new ArrayList<>();
        List<Build> builds = Builds.of(migration.forward()).stream()
                .filter(build -> Builds.name(build).isPresent())
                .toList();
        List<Statement> drops = migration.rollback().statements().stream()
                .filter(RollbackMirror::isDrop)
                .toList();
        List<Integer> order = new ArrayList<>();
        for (Statement drop : drops) {
            for (QualifiedName name : SqlReader.objects(drop)) {
                int place = place(builds, name);
                if (place >= 0) {
                    order.add(place);
                } else {
                    findings.add(foreign(migration, drop, name));
                }
            }
        }
        List<QualifiedName> dropped =
                drops.stream().flatMap(drop -> SqlReader.objects(drop).stream()).toList();
        List<Build> left = builds.stream()
                .filter(build -> dropped.stream().noneMatch(name -> isOf(build, name)))
                .toList();
        if (!left.isEmpty()) {
            findings.add(left(migration, left));
        }
        List<Integer> reversed = new ArrayList<>(order);
        reversed.sort(Collections.reverseOrder());
        if (!order.equals(reversed)) {
            findings.add(new Finding(
                    Weight.WARNS,
                    "rollback-order",
                    StatementRule.where(migration.rollback(), drops.get(0)),
                    "The rollback does not drop in reverse order of the builds.",
                    "Drop the last index first, so that a rollback that stops half-way leaves what a run that stops"
                            + " half-way would."));
        }
        return findings;
    }

    private static boolean isDrop(Statement statement) {
        return statement.kind() == StatementKind.DROP_CONCURRENTLY
                || statement.kind() == StatementKind.OTHER_LOCKING
                        && SqlReader.words(statement.text()).get(0).equals("drop");
    }

    private static int place(List<Build> builds, QualifiedName name) {
        for (int i = 0; i < builds.size(); i++) {
            if (Builds.name(builds.get(i))
                    .filter(own -> Builds.isSame(own, name))
                    .isPresent()) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isOf(Build build, QualifiedName name) {
        return Builds.name(build).filter(own -> Builds.isSame(own, name)).isPresent();
    }

    private static Finding foreign(Migration migration, Statement drop, QualifiedName name) {
        return new Finding(
                Weight.BLOCKS,
                "rollback-drops-foreign",
                StatementRule.where(migration.rollback(), drop),
                "The rollback drops " + name + ", which " + migration.forward().file() + " does not make.",
                "Delete the line: a rollback takes back its own migration only.");
    }

    private static Finding left(Migration migration, List<Build> left) {
        String names = left.stream()
                .map(build -> build.name() + " (line " + build.statement().line() + ")")
                .collect(Collectors.joining(", "));
        List<Build> lastFirst = new ArrayList<>(left);
        Collections.reverse(lastFirst);
        String drops = lastFirst.stream()
                .flatMap(build -> Builds.name(build).stream())
                .map(name -> "DROP INDEX CONCURRENTLY IF EXISTS " + name + ";")
                .collect(Collectors.joining(" "));
        return new Finding(
                Weight.BLOCKS,
                "rollback-incomplete",
                migration.rollback().file(),
                "The rollback does not drop what " + migration.forward().file() + " makes: " + names + ".",
                "Add " + drops);
    }
}
