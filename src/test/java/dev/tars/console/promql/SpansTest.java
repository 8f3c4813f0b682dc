package dev.tars.console.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {

    /** The text of every node, outer before inner, left before right. */
    private static List<String> stretches(String query) throws PromqlException {
        List<String> stretches = new ArrayList<>();
        collect(PromqlParser.parse(query), query, stretches);
        return stretches;
    }

    private static void collect(Expr expr, String query, List<String> stretches) {
        stretches.add(expr.span().of(query));
        for (Expr child : children(expr)) {
            collect(child, query, stretches);
        }
    }

    private static List<Expr> children(Expr expr) {
        return expr.match(new ExprCases<>() {
            @Override
            public List<Expr> number(Expr.NumberLiteral number) {
                return List.of();
            }

            @Override
            public List<Expr> string(Expr.StringLiteral string) {
                return List.of();
            }

            @Override
            public List<Expr> vectorSelector(Expr.VectorSelector selector) {
                return List.of();
            }

            @Override
            public List<Expr> matrixSelector(Expr.MatrixSelector selector) {
                return List.of(selector.selector());
            }

            @Override
            public List<Expr> subquery(Expr.Subquery subquery) {
                return List.of(subquery.expr());
            }

            @Override
            public List<Expr> call(Expr.Call call) {
                return call.args();
            }

            @Override
            public List<Expr> aggregation(Expr.Aggregation aggregation) {
                List<Expr> children =
                        new ArrayList<>(aggregation.parameter().stream().toList());
                children.add(aggregation.expr());
                return children;
            }

            @Override
            public List<Expr> binary(Expr.BinaryOp binary) {
                return List.of(binary.left(), binary.right());
            }

            @Override
            public List<Expr> unary(Expr.Unary unary) {
                return List.of(unary.expr());
            }

            @Override
            public List<Expr> paren(Expr.Paren paren) {
                return List.of(paren.expr());
            }
        });
    }

    @Test
    void everyNodeKnowsItsOwnStretch() throws PromqlException {
        assertThat(stretches(" sum( rate(x{a=\"b\"} [5m] offset 1m) ) by (a)  / -( y + 1.5 ) # end"))
                .containsExactly(
                        "sum( rate(x{a=\"b\"} [5m] offset 1m) ) by (a)  / -( y + 1.5 )",
                        "sum( rate(x{a=\"b\"} [5m] offset 1m) ) by (a)",
                        "rate(x{a=\"b\"} [5m] offset 1m)",
                        "x{a=\"b\"} [5m] offset 1m",
                        "x{a=\"b\"}",
                        "-( y + 1.5 )",
                        "( y + 1.5 )",
                        "y + 1.5",
                        "y",
                        "1.5");
    }

    @Test
    void modifiersAndSubqueriesBelongToTheirNode() throws PromqlException {
        assertThat(stretches("topk by (a) (3, max_over_time(x[5m:1m] @ end()) > bool {b='c'} offset -1h)"))
                .containsExactly(
                        "topk by (a) (3, max_over_time(x[5m:1m] @ end()) > bool {b='c'} offset -1h)",
                        "3",
                        "max_over_time(x[5m:1m] @ end()) > bool {b='c'} offset -1h",
                        "max_over_time(x[5m:1m] @ end())",
                        "x[5m:1m] @ end()",
                        "x",
                        "{b='c'} offset -1h");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a + b * c             | (a + (b * c))",
                "a * b + c             | ((a * b) + c)",
                "a - b - c             | ((a - b) - c)",
                "a ^ b ^ c             | (a ^ (b ^ c))",
                "a * b ^ c             | (a * (b ^ c))",
                "a == b + c            | (a == (b + c))",
                "a and b or c          | ((a and b) or c)",
                "a or b and c          | (a or (b and c))",
                "a unless b and c      | ((a unless b) and c)",
                "a > b and c           | ((a > b) and c)",
                "a atan2 b * c         | ((a atan2 b) * c)",
                "-a ^ b                | (-(a ^ b))",
                "-a * b                | ((-a) * b)",
                "a ^ -b * c            | ((a ^ (-b)) * c)"
            })
    void operatorsBindAsInPrometheus(String query, String grouped) throws PromqlException {
        assertThat(grouped(PromqlParser.parse(query))).isEqualTo(grouped);
    }

    private static String grouped(Expr expr) {
        if (expr instanceof Expr.BinaryOp binary) {
            return "(" + grouped(binary.left()) + " " + binary.op().sign() + " " + grouped(binary.right()) + ")";
        }
        if (expr instanceof Expr.Unary unary) {
            return "(-" + grouped(unary.expr()) + ")";
        }
        return PromqlPrinter.print(expr);
    }

    @Test
    void aSpanThatEndsBeforeItStartsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(3, 2)).withMessageContaining("3..2");
    }
}
