package dev.tars.console.migration.preflight;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import java.util.List;

/** One thing to look at. Never empty: what is fine is said, too. */
interface PreflightRule {
    List<Finding> findings(Flight flight);

    static Finding fine(String rule, String where, String sentence) {
        return new Finding(Weight.FINE, rule, where, sentence, "");
    }

    static Finding unknown(String rule, String where, String why, String mend) {
        return new Finding(Weight.UNKNOWN, rule, where, "Could not be looked at: " + bare(why) + ".", mend);
    }

    /** Without the full stop that a reason may bring along. */
    static String bare(String why) {
        return why.endsWith(".") ? why.substring(0, why.length() - 1) : why;
    }

    /** The findings, or that all is fine. */
    static List<Finding> orFine(List<Finding> findings, String rule, String where, String sentence) {
        return findings.isEmpty() ? List.of(fine(rule, where, sentence)) : findings;
    }
}
