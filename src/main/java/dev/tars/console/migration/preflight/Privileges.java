package dev.tars.console.migration.preflight;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.TableFacts;
import dev.tars.console.migration.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** Only a table's owner may index, comment and analyse it, and only with CREATE on the schema (42501). */
final class Privileges implements PreflightRule {
    private static final String RULE = "privileges";

    @Override
    public List<Finding> findings(Flight flight) {
        List<Finding> findings = new ArrayList<>();
        String user = flight.facts().server().user();
        for (QualifiedName name : flight.tables()) {
            flight.facts().relation(name.schema(), name.name()).ifPresent(table -> {
                if (!table.isOwned()) {
                    findings.add(refused(
                            table,
                            "User " + user + " does not own " + table.shown() + ", so the server refuses to index it.",
                            "Run as the owner, or GRANT the owner's role TO " + user + "."));
                } else if (!table.mayCreate() && !flight.isRollback()) {
                    findings.add(refused(
                            table,
                            "User " + user + " may not create anything in schema " + table.schema() + ".",
                            "GRANT CREATE ON SCHEMA " + table.schema() + " TO " + user + "."));
                }
            });
        }
        return PreflightRule.orFine(findings, RULE, "user " + user, "User " + user + " may do all of it.");
    }

    private static Finding refused(TableFacts table, String sentence, String mend) {
        return new Finding(Weight.BLOCKS, RULE, table.shown(), sentence, mend);
    }
}
