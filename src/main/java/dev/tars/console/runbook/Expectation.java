package dev.tars.console.runbook;

import dev.tars.console.base.Verdict;
import dev.tars.console.base.Verdict.Met;
import dev.tars.console.base.Verdict.Unknown;
import dev.tars.console.document.DocumentException;

/**
 * What an answer has to be. One small grammar, read by {@link #read}:
 *
 * <pre>
 * [all|any|max|min|sum|count] OP NUMBER[UNIT]       OP is &lt; &lt;= = != &gt;= &gt;
 * [all|any|max|min|sum|count] between NUMBER[UNIT] and NUMBER[UNIT]
 * none given=QUERY        nothing found, and QUERY proves that there was something to see
 * matches /PATTERN/       RE2; each value has it somewhere
 * exit NUMBER             status NUMBER or status 2xx
 * </pre>
 *
 * Units are ms s min h d, B KiB MiB GiB, % and /s. A bound is converted, never guessed: a value is held against it only
 * where its own unit is known and of the same sort. Without a first word it is {@code all}. Nothing, NaN, an infinite
 * value and a text where a number belongs are {@link Unknown} and never {@link Met}; only {@code all}, {@code max} and
 * {@code min} can be missed beside them, where another value is out of bounds already.
 */
public sealed interface Expectation permits Compare, NoneGiven, Matches, Code {

    /** As it is written. */
    String text();

    /** What an answer with at least one value says. */
    Verdict test(Answer answer);

    /** What an answer says: of kinds that judge themselves their own verdict; a partial answer is never met. */
    default Verdict judge(Answer answer) {
        Verdict verdict = answer.verdict().orElseGet(() -> test(answer));
        if (verdict instanceof Met && !answer.warnings().isEmpty()) {
            return new Unknown("partial", "the answer is partial: " + String.join("; ", answer.warnings()));
        }
        return verdict;
    }

    /**
     * Reads one.
     *
     * @param at where the text begins, for errors
     * @throws DocumentException where it is none, or one that cannot fail or cannot be met
     */
    static Expectation read(String text, Position at) throws DocumentException {
        return new ExpectationReader(text, at).read();
    }
}
