package dev.tars.console.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GrammarTest {

    record Case(String query, String expected) {}

    private static Stream<Case> cases(String file) {
        return Corpus.table(file).entrySet().stream().map(entry -> new Case(entry.getKey(), entry.getValue()));
    }

    static Stream<Case> refused() {
        return Stream.concat(cases("refused.txt"), cases("tars-refused.txt"));
    }

    static Stream<Case> accepted() {
        return Stream.concat(cases("accepted.txt"), cases("tars-accepted.txt"));
    }

    static Stream<String> evaluated() {
        return Corpus.lines("evaluated.txt").stream().filter(query -> !query.contains("group_left(instance)"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWithTheWordsOfPrometheus(Case refused) {
        PromqlException thrown = catchThrowableOfType(PromqlException.class, () -> PromqlParser.parse(refused.query()));
        assertThat(thrown).as(refused.query()).isNotNull();
        assertThat(thrown).hasMessage(refused.expected());
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void printsOnOneLineAsPrometheusDoes(Case accepted) throws PromqlException {
        assertThat(PromqlPrinter.print(PromqlParser.parse(accepted.query()))).isEqualTo(accepted.expected());
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void whatIsPrintedParsesAndPrintsTheSame(Case accepted) throws PromqlException {
        String printed = PromqlPrinter.print(PromqlParser.parse(accepted.query()));
        assertThat(PromqlPrinter.print(PromqlParser.parse(printed))).isEqualTo(printed);
    }

    @ParameterizedTest
    @MethodSource("evaluated")
    void printingKeepsTheMeaningOfEveryEvaluatedQuery(String query) throws PromqlException {
        String printed = PromqlPrinter.print(PromqlParser.parse(query));
        assertThat(PromqlPrinter.print(PromqlParser.parse(printed))).isEqualTo(printed);
    }

    @Test
    void twentyOfTheFortySixRulesOfTarsAreNotPromql() {
        Map<String, String> refused = Corpus.table("tars-refused.txt");
        assertThat(refused).hasSize(20);
        assertThat(refused.values()).allMatch(reason -> reason.endsWith("parse error: unexpected <by>"));
        assertThat(Corpus.table("tars-accepted.txt")).hasSize(26);
    }

    @Test
    void nestingThatWouldBreakTheStackIsRefused() {
        assertThatExceptionOfType(PromqlException.class)
                .isThrownBy(() -> PromqlParser.parse("(".repeat(100_000) + "x" + ")".repeat(100_000)))
                .withMessage("1:501: parse error: expression nested deeper than 500 levels");
        assertThatExceptionOfType(PromqlException.class)
                .isThrownBy(() -> PromqlParser.parse("x" + "+x".repeat(100_000)))
                .withMessage("1:2002: parse error: more than 1000 operators in a row");
    }

    @Test
    void anExpressionAsDeepAsAllowedIsPrintedAndEvaluated() throws PromqlException {
        Expr nested = PromqlParser.parse("-(".repeat(249) + "1" + ")".repeat(249));
        Expr chained = PromqlParser.parse("1" + "+1".repeat(1000));
        PromqlEngine engine = new PromqlEngine((matchers, from, to) -> List.of());
        assertThat(PromqlPrinter.print(nested)).hasSize(3 * 249 + 1);
        assertThat(engine.instant(nested, 0)).isEqualTo(new Value.Scalar(-1, 0));
        assertThat(engine.instant(chained, 0)).isEqualTo(new Value.Scalar(1001, 0));
    }

    @Test
    void groupingWithoutLabelsToIncludeIsStillPrinted() throws PromqlException {
        assertThat(PromqlPrinter.print(PromqlParser.parse("a + ignoring() group_left b")))
                .isEqualTo("a + ignoring () group_left () b");
    }

    @Test
    void anErrorNamesLineColumnAndStretch() {
        String query = "sum(\n  rate(x)\n) by (a)";
        PromqlException thrown = catchThrowableOfType(PromqlException.class, () -> PromqlParser.parse(query));
        assertThat(thrown.line()).isEqualTo(2);
        assertThat(thrown.column()).isEqualTo(8);
        assertThat(thrown.span().of(query)).isEqualTo("x");
        assertThat(thrown.query()).isEqualTo(query);
        assertThat(thrown.reason())
                .isEqualTo("expected type range vector in call to function \"rate\", got instant vector");
        assertThat(thrown.problem().where()).isEqualTo("query line 2, column 8");
        assertThat(thrown.problem().mend()).contains(query);
    }

    @Test
    void everyFunctionOfTheVersionIsKnown() {
        assertThat(Functions.names()).hasSize(70).contains("rate", "histogram_quantile", "present_over_time");
        assertThat(Functions.named("sort_by_label")).isEmpty();
    }

    @Test
    void everyFunctionIsAmongTheQueriesThatARealPrometheusAnswersToo() {
        String corpus = String.join("\n", Corpus.lines("evaluated.txt"));
        assertThat(Functions.names()).allSatisfy(name -> assertThat(corpus).contains(name + "("));
    }
}
