package dev.tars.console.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tars.console.base.Unit;
import dev.tars.console.base.Verdict;
import dev.tars.console.base.Verdict.Met;
import dev.tars.console.base.Verdict.Missed;
import dev.tars.console.base.Verdict.Unknown;
import dev.tars.console.document.DocumentException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every line of the grammar, with units and with emptiness. */
class ExpectationTest {

    private static final Position AT = new Position("x.md", 1, 1);

    private static Expectation expect(String text) throws DocumentException {
        return Expectation.read(text, AT);
    }

    private static Answer answer(Unit unit, double... numbers) {
        List<Value> values = new ArrayList<>();
        for (double number : numbers) {
            values.add(Value.of("v" + values.size(), number, unit));
        }
        return Answer.of("q", "s", "", values);
    }

    private static String word(Verdict verdict) {
        return verdict.match(met -> "met", missed -> "missed", unknown -> "unknown", waived -> "waived");
    }

    @ParameterizedTest(name = "{0} of {2}")
    @CsvSource(delimiter = '|', textBlock = """
            all < 100ms          | SECONDS    | 0.05 0.0999        | met
            all < 100ms          | SECONDS    | 0.05 0.1           | missed
            all <= 100ms         | SECONDS    | 0.1                | met
            < 100ms              | SECONDS    | 0.1                | missed
            all < 2min           | SECONDS    | 119.9              | met
            all >= 30d           | SECONDS    | 2592000            | met
            all < 5s             | SECONDS    | 5                  | missed
            all < 2h             | SECONDS    | 7199               | met
            all < 1GiB           | BYTES      | 1073741823         | met
            all < 1GiB           | BYTES      | 1073741824         | missed
            max < 5MiB           | BYTES      | 1 5242879          | met
            max < 5KiB           | BYTES      | 1 5120             | missed
            all < 64B            | BYTES      | 63                 | met
            all > 99%            | RATIO      | 0.9900001          | met
            all > 99%            | RATIO      | 0.99               | missed
            all = 100%           | RATIO      | 1                  | met
            all != 0%            | RATIO      | 0                  | missed
            all < 0.01/s         | PER_SECOND | 0.005              | met
            all = 0              | COUNT      | 0 0                | met
            all = 0              | COUNT      | 0 1                | missed
            all != 3             | COUNT      | 1 2                | met
            all > -5             | COUNT      | -4.5               | met
            any > 10             | COUNT      | 1 11               | met
            any > 10             | COUNT      | 1 10               | missed
            min >= 2             | COUNT      | 2 3                | met
            min >= 2             | COUNT      | 1 3                | missed
            sum = 0.3            | COUNT      | 0.1 0.2            | met
            sum < 10             | COUNT      | 5 5                | missed
            count = 3            | COUNT      | 7 8 9              | met
            count = 3            | COUNT      | 7 8                | missed
            count = 2            | SECONDS    | 7 8                | met
            count between 2 and 3| COUNT      | 7 8 9 9            | missed
            all between 1 and 5  | COUNT      | 1 5                | met
            all between 1 and 5  | COUNT      | 0.99               | missed
            between 90% and 100% | RATIO      | 0.95               | met
            all < 100ms          | COUNT      | 0.05               | unknown
            all < 100            | SECONDS    | 0.05               | unknown
            all < 100%           | BYTES      | 0.05               | unknown
            all < 1              | COUNT      | NaN                | unknown
            all < 1              | COUNT      | 0.5 NaN            | unknown
            all < 1              | COUNT      | 2 NaN              | missed
            any < 1              | COUNT      | 0.5 NaN            | met
            any < 1              | COUNT      | 2 NaN              | unknown
            max < 1              | COUNT      | 0.5 NaN            | unknown
            max < 1              | COUNT      | 2 NaN              | missed
            max > 1              | COUNT      | 0.5 NaN            | unknown
            min > 1              | COUNT      | 0.5 NaN            | missed
            min > 1              | COUNT      | 2 NaN              | unknown
            min < 1              | COUNT      | NaN                | unknown
            sum > 1              | COUNT      | 2 NaN              | unknown
            count >= 1           | COUNT      | NaN                | unknown
            all > 99%            | RATIO      | Infinity           | unknown
            all < 1              | COUNT      | Infinity           | unknown
            all != 1             | COUNT      | NaN                | unknown
            """)
    void aComparisonSays(String expectation, Unit unit, String numbers, String expected) throws Exception {
        double[] values = List.of(numbers.split(" ")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();

        assertThat(word(expect(expectation).judge(answer(unit, values)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all < 1",
                "any < 1",
                "max < 1",
                "min > 1",
                "sum = 0",
                "count >= 1",
                "all between 0 and 1",
                "all != 1",
                "none given=up",
                "matches /x/",
                "exit 0",
                "status 200",
                "status 2xx",
                "all >= 1ms",
                "all < 1%"
            })
    void anEmptyAnswerIsUnknown(String expectation) throws Exception {
        assertThat(expect(expectation).judge(answer(Unit.COUNT))).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"all < 1", "any < 1", "max < 1", "min > 1", "sum = 0", "all between 0 and 1", "all != 1"})
    void aTextWhereANumberBelongsIsUnknown(String expectation) throws Exception {
        Answer text = Answer.of("q", "s", "", List.of(Value.of("v", "deployed")));

        assertThat(expect(expectation).judge(text)).isInstanceOf(Unknown.class);
    }

    @Test
    void noneIsMetOnlyWithProofThatThereWasSomethingToSee() throws Exception {
        Expectation none = expect("none given=up");
        List<Value> proof = List.of(Value.of("up", 1, Unit.COUNT));

        assertThat(none.judge(answer(Unit.COUNT).given(proof))).isInstanceOf(Met.class);
        assertThat(none.judge(answer(Unit.COUNT).given(List.of()))).isInstanceOf(Unknown.class);
        assertThat(none.judge(answer(Unit.COUNT).given(List.of(Value.of("up", Double.NaN, Unit.COUNT)))))
                .isInstanceOf(Unknown.class);
        assertThat(none.judge(answer(Unit.COUNT, 1).given(proof))).isEqualTo(new Missed("1 found: v0"));
        assertThat(none.judge(answer(Unit.COUNT, Double.NaN).given(proof))).isInstanceOf(Missed.class);
    }

    @Test
    void aPatternHasToMatchEachText() throws Exception {
        Expectation deployed = expect("matches /^deployed$/");

        assertThat(deployed.judge(texts("deployed"))).isInstanceOf(Met.class);
        assertThat(deployed.judge(texts("deployed", "failed"))).isInstanceOf(Missed.class);
        assertThat(deployed.judge(texts("", " "))).isInstanceOf(Unknown.class);
        assertThat(expect("matches /^15\\.\\d+/").judge(texts("15.18"))).isInstanceOf(Met.class);
    }

    private static Answer texts(String... texts) {
        return Answer.of(
                "q", "s", "", List.of(texts).stream().map(t -> Value.of("", t)).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "exit 0, exit, 0, met",
        "exit 0, exit, 1, missed",
        "exit 3, exit, 3, met",
        "exit 0, status, 0, unknown",
        "status 200, status, 200, met",
        "status 200, status, 204, missed",
        "status 2xx, status, 204, met",
        "status 2xx, status, 300, missed",
        "status 401, status, 401, met"
    })
    void aCodeIsTheWholeCode(String expectation, String name, int code, String expected) throws Exception {
        Answer answer = Answer.of("q", "s", "", List.of(Value.of(name, code, Unit.COUNT)));

        assertThat(word(expect(expectation).judge(answer))).isEqualTo(expected);
    }

    @Test
    void aPartialAnswerIsNeverMetAndMayBeMissed() throws Exception {
        List<String> warnings = List.of("one store did not answer");

        assertThat(expect("all < 1").judge(answer(Unit.COUNT, 0).warnings(warnings)))
                .isInstanceOf(Unknown.class);
        assertThat(expect("all < 1").judge(answer(Unit.COUNT, 2).warnings(warnings)))
                .isInstanceOf(Missed.class);
        assertThat(expect("all < 1")
                        .judge(answer(Unit.COUNT).judged(new Met("fine", false)).warnings(warnings)))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void theSentenceNamesTheWorstWithTheirUnits() throws Exception {
        assertThat(expect("all < 100ms").judge(answer(Unit.SECONDS, 0.05, 0.25)))
                .isEqualTo(new Missed("v1: 250\u00a0ms"));
        assertThat(expect("all > 99%")
                        .judge(answer(Unit.RATIO, 0.98, 0.97, 0.96, 0.95).headline("4 regions")))
                .isEqualTo(new Missed("4 regions; v0: 98.00\u00a0%, v1: 97.00\u00a0%, v2: 96.00\u00a0% and 1 more"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            all < 100msec        | 10 | "msec" is no unit
            all < 100 m          | 11 | "m" is no unit
            all < 1GB            | 8  | "GB" is no unit
            all < fast           | 7  | "fast" is no number
            all <                | 6  | "" is no number
            every < 5            | 1  | "every" is none of the words for several values
            all == 5             | 5  | "==" is no comparison
            all =~ 5             | 5  | "=~" is no comparison
            5                    | 1  | "5" is no expectation
            exits 0              | 5  | "s 0" is no exit
            exit                 | 5  | "" is no exit
            exit 256             | 6  | "256" is no exit
            status 20            | 8  | "20" is no status
            status 6xx           | 8  | "6xx" is no status
            none                 | 1  | none says that nothing found is good, and not what proves that there was anything to see
            none given=          | 1  | none says that nothing found is good, and not what proves that there was anything to see
            matches x            | 9  | a pattern stands between two slashes
            matches /(/          | 10 | not an RE2 pattern: missing closing )
            all between 5 and 1  | 13 | the first bound is above the second
            between 5ms and 1    | 9  | the two bounds have different units
            count < 5ms          | 1  | how many there are has no unit
            count >= 0           | 1  | "count >= 0" cannot fail: a count is never below 0
            count > -1           | 1  | "count > -1" cannot fail: a count is never below 0
            count != 0.5         | 1  | "count != 0.5" cannot fail: a count is never below 0
            all >= 0ms           | 1  | "all >= 0ms" cannot fail: a value with this unit is not below 0
            all > -1%            | 1  | "all > -1%" cannot fail: a value with this unit is not below 0
            matches /.*/         | 9  | /.*/ cannot fail: it matches everything
            matches //           | 9  | // cannot fail: it matches everything
            matches /^/          | 9  | /^/ cannot fail: it matches everything
            count = 0            | 1  | "count = 0" can never be met: an empty answer is no answer, and never 0
            count < 1            | 1  | "count < 1" can never be met: an empty answer is no answer, and never 0
            all < 0ms            | 1  | "all < 0ms" can never be met: a value with this unit is not below 0
            """)
    void anythingElseIsRefusedWithItsColumn(String text, int column, String reason) {
        DocumentException refused = catchThrowableOfType(DocumentException.class, () -> expect(text));

        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.column()).as("column").isEqualTo(column);
        assertThat(refused.mend()).isNotEmpty();
    }

    @Test
    void nothingIsNoExpectation() {
        assertThatThrownBy(() -> expect(" ")).hasMessageContaining("the expectation is empty");
    }
}
