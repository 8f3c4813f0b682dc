package dev.tars.console.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class YamlDocumentTest {

    private enum Colour {
        TEAL,
        DARK_INK
    }

    private static YamlNode parse(String text) throws DocumentException {
        return YamlDocument.parse(text, "f.yaml");
    }

    private interface Reading {
        void read(YamlNode root) throws DocumentException;
    }

    private static DocumentException refusal(String text, Reading reading) {
        return catchThrowableOfType(DocumentException.class, () -> reading.read(parse(text)));
    }

    private static DocumentException refusal(String text) {
        return refusal(text, root -> {});
    }

    @Test
    void valuesKnowTheirPlace() throws DocumentException {
        YamlNode root = parse("a: 1\nb:\n  - x\n  -   y\n");
        YamlNode second = root.require("b").items().get(1);
        assertThat(second.text()).isEqualTo("y");
        assertThat(second.line()).isEqualTo(4);
        assertThat(second.column()).isEqualTo(7);
        assertThat(root.isMap()).isTrue();
        assertThat(root.require("b").isList()).isTrue();
        assertThat(root.file()).isEqualTo("f.yaml");
        assertThat(root.entries()).containsOnlyKeys("a", "b");
    }

    @Test
    void readersGetTypedValues() throws DocumentException {
        YamlNode root = parse("on: true\nn: 12\nd: 5m\nc: dark-ink\n");
        assertThat(root.require("on").bool()).isTrue();
        assertThat(root.require("n").integer(1, 12)).isEqualTo(12);
        assertThat(root.require("c").oneOf(Colour.class)).isEqualTo(Colour.DARK_INK);
        assertThat(root.find("nothing")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "15s, PT15S", "5m, PT5M", "1h, PT1H", "2d, PT48H", "1w, PT168H"})
    void durationsAreWrittenAsPrometheusWritesThem(String text, Duration duration) throws DocumentException {
        assertThat(parse("d: " + text).require("d").duration()).isEqualTo(duration);
    }

    static List<Arguments> refusals() {
        return List.of(
                refused("", 1, 1, "empty", "at least one key", root -> {}),
                refused("# nothing\n", 1, 1, "empty", "at least one key", root -> {}),
                refused("a: 1\n b: 2\n", 2, 3, "not YAML", "indentation", root -> {}),
                refused("a: [1, 2\n", 2, 1, "not YAML", "quotes", root -> {}),
                refused("a: \"x\nb: 1\n", 3, 1, "not YAML", "quotes", root -> {}),
                refused("a: 1\n---\nb: 2\n", 2, 1, "not YAML", "", root -> {}),
                refused(
                        "a: 1\nb: 2\na: 3\n",
                        3,
                        1,
                        "\"a\" stands twice in the file, first in line 1",
                        "one",
                        root -> {}),
                refused("b: 1\n? [x, y]\n: 2\n", 2, 3, "a key is not a plain word", "KEY: VALUE", root -> {}),
                refused("a: &x {b: 1}\nc:\n  <<: *x\n", 3, 3, "merge keys", "write the merged keys out", root -> {}),
                refused(
                        "a:\n  - 1\nhostt: x\n",
                        3,
                        1,
                        "\"hostt\" in the file",
                        "mean \"host\"?",
                        r -> r.allowOnly("a", "host")),
                refused("a: 1\nqqqq:\n  - 1\n", 2, 1, "\"qqqq\"", "known here: a, host", r -> r.allowOnly("a", "host")),
                refused("a: 1\nb: 2", 1, 1, "the file has no \"c\"", "add a line \"c: ...\"", r -> r.require("c")),
                refused(
                        "x:\n  - a: 1\n",
                        2,
                        5,
                        "item 1 of x has no \"b\"",
                        "add",
                        r -> r.require("x").items().get(0).require("b")),
                refused(
                        "a: 1\nb:",
                        2,
                        3,
                        "b is empty",
                        "leave the line out",
                        r -> r.require("b").text()),
                refused(
                        "a: ~\n",
                        1,
                        4,
                        "a is empty",
                        "leave the line out",
                        r -> r.require("a").text()),
                refused(
                        "a: null\n",
                        1,
                        4,
                        "a is empty",
                        "leave the line out",
                        r -> r.require("a").text()),
                refused(
                        "a:\nb: 1",
                        1,
                        3,
                        "a is empty, not a map",
                        "KEY: VALUE",
                        r -> r.require("a").entries()),
                refused(
                        "a: x\n",
                        1,
                        4,
                        "a is the text \"x\", not a list",
                        "dash",
                        r -> r.require("a").items()),
                refused(
                        "a: [1]\n",
                        1,
                        4,
                        "a is a list, not a text",
                        "one value",
                        r -> r.require("a").text()),
                refused(
                        "a: {b: 1}\n",
                        1,
                        4,
                        "a is a map, not a list",
                        "dash",
                        r -> r.require("a").items()),
                refused("- 1\n", 1, 1, "the file is a list, not a map", "KEY: VALUE", r -> r.require("a")),
                refused(
                        "a: yes\n",
                        1,
                        4,
                        "a is \"yes\"",
                        "true or false",
                        r -> r.require("a").bool()),
                refused(
                        "a: 13\n",
                        1,
                        4,
                        "a is 13",
                        "from 1 to 12",
                        r -> r.require("a").integer(1, 12)),
                refused(
                        "a: 1.5\n",
                        1,
                        4,
                        "a is \"1.5\"",
                        "whole number",
                        r -> r.require("a").integer(1, 12)),
                refused(
                        "a: 99999999999\n",
                        1,
                        4,
                        "a is \"99999999999\"",
                        "whole",
                        r -> r.require("a").integer(1, 12)),
                refused(
                        "a: 5 minutes\n",
                        1,
                        4,
                        "not a duration",
                        "15s",
                        r -> r.require("a").duration()),
                refused(
                        "a: 99999999999999999999d\n",
                        1,
                        4,
                        "longer than",
                        "shorter",
                        r -> r.require("a").duration()),
                refused(
                        "a: 9999999999999999w\n",
                        1,
                        4,
                        "longer than",
                        "shorter",
                        r -> r.require("a").duration()),
                refused(
                        "a: teel\n",
                        1,
                        4,
                        "a is \"teel\"",
                        "mean \"teal\"?",
                        r -> r.require("a").oneOf(Colour.class)));
    }

    private static Arguments refused(String text, int line, int column, String cause, String mend, Reading reading) {
        return Arguments.of(text, line, column, cause, mend, reading);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalNamesPlaceCauseAndMend(String text, int line, int column, String cause, String mend, Reading reading) {
        DocumentException e = refusal(text, reading);
        assertThat(e).isNotNull();
        assertThat(e.file()).isEqualTo("f.yaml");
        assertThat(e.line()).isEqualTo(line);
        assertThat(e.column()).isEqualTo(column);
        assertThat(e.reason()).contains(cause);
        assertThat(e.mend()).contains(mend);
        assertThat(e.getMessage()).startsWith("f.yaml:" + line + ": ");
        assertThat(e.problem().where()).isEqualTo("f.yaml:" + line);
    }

    @Test
    void anAliasIsTheValueItNames() throws DocumentException {
        YamlNode root = parse("a: &x {b: 1}\nc: *x\n");
        assertThat(root.require("c").require("b").text()).isEqualTo("1");
    }

    @Test
    void tagsMakeNoObjects() throws DocumentException {
        assertThat(parse("a: !!java.net.URL http://x\n").require("a").text()).isEqualTo("http://x");
    }

    @Test
    @Timeout(20)
    void aBombOfAliasesIsRefusedBeforeItUnfolds() {
        StringBuilder bomb = new StringBuilder("l0: &l0 [x]\n");
        for (int i = 1; i <= 24; i++) {
            bomb.append("l%d: &l%d [*l%d, *l%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(refusal(bomb.toString()).reason()).contains("unfold to more than");
    }

    @Test
    void manyAliasesAreRefused() {
        String text = "a: &x [1]\nb: [" + "*x, ".repeat(60) + "1]\n";
        assertThat(refusal(text).reason()).contains("aliases");
    }

    @Test
    @Timeout(20)
    void anAliasOfItselfIsRefused() {
        assertThat(refusal("a: &x [*x, *x]\n")).isNotNull();
    }

    @Test
    @Timeout(20)
    void deepNestingIsRefusedAndDoesNotOverflow() {
        DocumentException e = refusal("a:\n  " + "[".repeat(200_000));
        assertThat(e.line()).isEqualTo(2);
        assertThat(e.reason()).contains("nested deeper than 64");
    }

    @Test
    void aHugeFileIsRefusedUnread() {
        assertThat(refusal("a: " + "x".repeat(4_000_001)).reason()).contains("4000004 characters");
    }

    @Test
    void anErrorAtAKeyThatIsNotThereStandsAtTheMap() throws DocumentException {
        YamlNode map = parse("a:\n  b: 1\n").require("a");
        assertThat(map.errorAtKey("c", "cause", "mend").line()).isEqualTo(2);
        assertThat(map.errorAtKey("b", "cause", "mend").column()).isEqualTo(3);
    }
}
