package dev.tars.console.runbook;

import dev.tars.console.base.Evidence;
import dev.tars.console.base.Verdict;
import dev.tars.console.base.Verdict.Met;
import dev.tars.console.base.Verdict.Missed;
import dev.tars.console.base.Verdict.Unknown;
import java.util.List;
import java.util.Objects;

/**
 * A check that was asked.
 *
 * @param answerHash SHA-256 of the whole answer, before it was masked and cut
 * @param answerSize how many characters it had
 */
public record Probed(Check check, Evidence evidence, String answerHash, long answerSize) {
    public Probed {
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(answerHash, "answerHash");
    }

    /** What several checks of one item say together: missed before unknown before met; without any, unknown. */
    public static Verdict together(List<Probed> all) {
        Verdict worst = new Unknown("not run", "nothing was checked");
        int rank = -1;
        for (Probed one : all) {
            Verdict verdict = one.evidence().verdict();
            int own = verdict instanceof Missed ? 3 : verdict instanceof Unknown ? 2 : verdict instanceof Met ? 1 : 0;
            if (own > rank) {
                rank = own;
                worst = verdict;
            }
        }
        return worst;
    }
}
