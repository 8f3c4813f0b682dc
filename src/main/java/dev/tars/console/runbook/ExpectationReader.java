package dev.tars.console.runbook;

import com.google.re2j.PatternSyntaxException;
import dev.tars.console.base.Unit;
import dev.tars.console.document.DocumentException;
import dev.tars.console.document.Nearest;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the grammar of {@link Expectation} and refuses what cannot fail or cannot be met. */
final class ExpectationReader {
    private static final Pattern COMPARE =
            Pattern.compile("(?:(?<who>[A-Za-z]+)\\s*)?(?<op><=|>=|!=|==|=~|=|<|>)\\s*(?<bound>.*)");
    private static final Pattern BETWEEN =
            Pattern.compile("(?:(?<who>[A-Za-z]+)\\s+)?between\\s+(?<low>.+?)\\s+and\\s+(?<high>.+)");
    private static final Pattern BOUND = Pattern.compile("(?<number>-?[0-9]+(?:\\.[0-9]+)?)\\s*(?<unit>\\S*)");
    private static final Pattern CODE = Pattern.compile("(?<name>exit|status)\\s*(?<code>.*)");
    private static final String[] WORDS = {
        "all", "any", "max", "min", "sum", "count", "none", "matches", "exit", "status"
    };
    private static final String FORMS =
            "write \"all < 100ms\", \"none given=QUERY\", \"matches /PATTERN/\", \"exit 0\" or \"status 200\"";

    private final String text;
    private final Position at;

    ExpectationReader(String text, Position at) {
        this.text = text;
        this.at = at;
    }

    private record Bound(BigDecimal number, Unit unit) {}

    Expectation read() throws DocumentException {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            throw at.error("the expectation is empty", FORMS);
        }
        if (trimmed.startsWith("none")) {
            return none(trimmed);
        }
        if (trimmed.startsWith("matches")) {
            return matches(trimmed);
        }
        Matcher code = CODE.matcher(trimmed);
        if (code.matches()) {
            return code(code, trimmed);
        }
        Matcher between = BETWEEN.matcher(trimmed);
        if (between.matches()) {
            return between(between, trimmed);
        }
        Matcher compare = COMPARE.matcher(trimmed);
        if (!compare.matches()) {
            String word = trimmed.split("\\s+", 2)[0];
            throw at.error(
                    "\"" + trimmed + "\" is no expectation",
                    Nearest.of(word, WORDS).startsWith("did") ? Nearest.of(word, WORDS) : FORMS);
        }
        return compare(compare, trimmed);
    }

    private Compare compare(Matcher m, String trimmed) throws DocumentException {
        Comparison comparison = null;
        for (Comparison candidate : Comparison.values()) {
            if (candidate.sign().equals(m.group("op"))) {
                comparison = candidate;
            }
        }
        if (comparison == null) {
            throw at.plus(m.start("op")).error("\"" + m.group("op") + "\" is no comparison", "write < <= = != >= or >");
        }
        Bound bound = bound(m.group("bound"), m.start("bound"));
        return sound(new Compare(
                aggregate(Optional.ofNullable(m.group("who"))),
                comparison,
                bound.number(),
                bound.number(),
                bound.unit(),
                trimmed));
    }

    private Compare between(Matcher m, String trimmed) throws DocumentException {
        Bound low = bound(m.group("low"), m.start("low"));
        Bound high = bound(m.group("high"), m.start("high"));
        if (low.unit() != high.unit()) {
            throw at.plus(m.start("low")).error("the two bounds have different units", "give both the same");
        }
        if (low.number().compareTo(high.number()) > 0) {
            throw at.plus(m.start("low")).error("the first bound is above the second", "write the lower one first");
        }
        return sound(new Compare(
                aggregate(Optional.ofNullable(m.group("who"))),
                Comparison.BETWEEN,
                low.number(),
                high.number(),
                low.unit(),
                trimmed));
    }

    private Aggregate aggregate(Optional<String> word) throws DocumentException {
        String name = word.orElse("all");
        for (Aggregate candidate : Aggregate.values()) {
            if (candidate.name().toLowerCase(Locale.ROOT).equals(name)) {
                return candidate;
            }
        }
        throw at.error(
                "\"" + name + "\" is none of the words for several values",
                Nearest.of(name, "all", "any", "max", "min", "sum", "count"));
    }

    private Bound bound(String written, int offset) throws DocumentException {
        Matcher m = BOUND.matcher(written);
        if (!m.matches()) {
            throw at.plus(offset).error("\"" + written + "\" is no number", "write digits and a unit, as in 100ms");
        }
        BigDecimal number = new BigDecimal(m.group("number"));
        if (m.group("unit").isEmpty()) {
            return new Bound(number, Unit.COUNT);
        }
        Units.Scale scale = Units.of(m.group("unit"))
                .orElseThrow(() -> at.plus(offset + m.start("unit"))
                        .error("\"" + m.group("unit") + "\" is no unit", Nearest.of(m.group("unit"), Units.WORDS)));
        return new Bound(number.multiply(scale.factor()), scale.unit());
    }

    /** A check that says the same whatever comes back checks nothing. */
    private Compare sound(Compare c) throws DocumentException {
        boolean isCount = c.aggregate() == Aggregate.COUNT;
        if (isCount && c.unit() != Unit.COUNT) {
            throw at.error(
                    "how many there are has no unit",
                    "write count " + c.comparison().sign() + " NUMBER");
        }
        boolean isNeverNegative = isCount || c.unit() != Unit.COUNT;
        if (!isNeverNegative) {
            return c;
        }
        String zero = isCount ? "a count is never below 0" : "a value with this unit is not below 0";
        boolean always = switch (c.comparison()) {
            case AT_LEAST -> c.low().signum() <= 0;
            case GREATER, NOT_EQUAL -> c.low().signum() < 0;
            case LESS, AT_MOST, EQUAL, BETWEEN -> false;
        };
        if (always || (isCount && c.comparison() == Comparison.NOT_EQUAL && !isWhole(c.low()))) {
            throw at.error("\"" + c.text() + "\" cannot fail: " + zero, "write a bound that a bad answer misses");
        }
        boolean never = switch (c.comparison()) {
            case LESS -> c.low().signum() <= 0 || (isCount && c.low().compareTo(BigDecimal.ONE) <= 0);
            case AT_MOST -> c.low().signum() < 0 || (isCount && c.low().compareTo(BigDecimal.ONE) < 0);
            case EQUAL -> c.low().signum() < 0 || (isCount && (c.low().signum() == 0 || !isWhole(c.low())));
            case BETWEEN -> c.high().signum() < 0 || (isCount && c.high().compareTo(BigDecimal.ONE) < 0);
            case NOT_EQUAL, AT_LEAST, GREATER -> false;
        };
        if (never) {
            throw at.error(
                    "\"" + c.text() + "\" can never be met: "
                            + (isCount ? "an empty answer is no answer, and never 0" : zero),
                    isCount ? "write none given=QUERY where nothing found is good" : "write a bound above 0");
        }
        return c;
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private NoneGiven none(String trimmed) throws DocumentException {
        String rest = trimmed.substring("none".length()).strip();
        if (!rest.startsWith("given=") || rest.length() == "given=".length()) {
            throw at.error(
                    "none says that nothing found is good, and not what proves that there was anything to see",
                    "write none given=QUERY with a query that always finds something");
        }
        return new NoneGiven(rest.substring("given=".length()).strip(), trimmed);
    }

    private Matches matches(String trimmed) throws DocumentException {
        String rest = trimmed.substring("matches".length()).strip();
        int offset = trimmed.length() - rest.length();
        if (rest.length() < 2 || !rest.startsWith("/") || !rest.endsWith("/")) {
            throw at.plus(offset).error("a pattern stands between two slashes", "write matches /PATTERN/");
        }
        String written = rest.substring(1, rest.length() - 1);
        com.google.re2j.Pattern pattern;
        try {
            pattern = com.google.re2j.Pattern.compile(written);
        } catch (PatternSyntaxException e) {
            throw at.plus(offset + 1).error("not an RE2 pattern: " + e.getDescription(), "see the syntax of RE2");
        }
        if (pattern.matcher("").find() && pattern.matcher("\u0001 q\u0002").find()) {
            throw at.plus(offset)
                    .error("/" + written + "/ cannot fail: it matches everything", "say what must stand there");
        }
        return new Matches(pattern, trimmed);
    }

    private Code code(Matcher m, String trimmed) throws DocumentException {
        String name = m.group("name");
        String code = m.group("code").strip();
        if (name.equals(Value.STATUS) && code.matches("[1-5]xx")) {
            int from = (code.charAt(0) - '0') * 100;
            return new Code(name, from, from + 99, trimmed);
        }
        int high = name.equals(Value.EXIT) ? 255 : 599;
        int low = name.equals(Value.EXIT) ? 0 : 100;
        if (!code.matches("[0-9]{1,3}") || Integer.parseInt(code) < low || Integer.parseInt(code) > high) {
            throw at.plus(m.start("code"))
                    .error(
                            "\"" + code + "\" is no " + name,
                            "write " + name + " and a number from " + low + " to " + high);
        }
        int number = Integer.parseInt(code);
        return new Code(name, number, number, trimmed);
    }
}
