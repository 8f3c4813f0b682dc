package dev.tars.console.migration.lint;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Migration;
import java.util.List;

/** One thing that a migration must not be, or had better not be. */
interface LintRule {

    /** What is wrong; empty where nothing is. */
    List<Finding> findings(Migration migration);
}
