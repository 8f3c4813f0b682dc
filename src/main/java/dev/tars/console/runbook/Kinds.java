package dev.tars.console.runbook;

import java.util.Set;

/**
 * The languages of a fence that name a kind of probe. A kind nobody has registered yet leaves its item to a person; a
 * language that is no kind is text to read.
 */
public final class Kinds {

    /** All kinds the grammar knows. */
    public static final Set<String> ALL = Set.of(
            "promql",
            "sql",
            "http",
            "file",
            "redis",
            "shell",
            "kubectl",
            "helm",
            "report",
            "jaeger",
            "migration",
            "rules",
            "soak",
            "suite");

    /** Kinds that say themselves whether all is well, so that their blocks need no expectation. */
    public static final Set<String> JUDGING_THEMSELVES = Set.of("migration", "rules", "soak", "suite");

    private Kinds() {}
}
