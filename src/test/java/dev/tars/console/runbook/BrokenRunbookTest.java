package dev.tars.console.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tars.console.document.DocumentException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are refused, each with line, column, cause and mend. */
class BrokenRunbookTest {

    private static final String CHECK = "  ```promql expect=\"all < 1\"\n  up\n  ```\n";

    private static List<DocumentException> errors(String text) {
        return catchThrowableOfType(BrokenRunbook.class, () -> new RunbookReader().read(text, "x.md"))
                .errors();
    }

    private static Arguments broken(String name, String text, String... errors) {
        return Arguments.of(name, text, List.of(errors));
    }

    static List<Arguments> files() {
        return List.of(
                broken("empty", "  \n", "1:1 the file is empty; write at least one item: - [ ] TITLE"),
                broken(
                        "front matter without end",
                        "---\nrelease: v1\n# x\n",
                        "1:1 the front matter is not closed; end it with a line ---"),
                broken(
                        "front matter no YAML",
                        "---\na: 1\na: 2\n---\n# x\n",
                        "3:1 key \"a\" stands twice in the file, first in line 2; keep one of them"),
                broken(
                        "not UTF-8",
                        "# x\n- [ ] caf\ufffd\n",
                        "2:10 a character that is no text; save the file as UTF-8"),
                broken(
                        "hidden direction",
                        "- [ ] rm \u202etxt\n",
                        "1:10 an invisible mark that turns the direction of text; delete it"),
                broken(
                        "id twice",
                        "- [ ] a {#a}\n- [ ] b {#a}\n",
                        "2:11 id \"a\" is taken, by line 1; give each an id of its own"),
                broken(
                        "id of a section taken by an item",
                        "# s {#a}\n- [ ] b {#a}\n",
                        "2:11 id \"a\" is taken, by line 1; give each an id of its own"),
                broken("bad id", "- [ ] a {#A b}\n", "1:11 \"A\" is no id; write small letters, digits, - . and _"),
                broken(
                        "attributes open",
                        "- [ ] a {#a owner=x\n",
                        "1:20 the attributes are not closed; end them with }"),
                broken(
                        "attributes not at the end",
                        "- [ ] a {#a} and more\n",
                        "1:13 text after the attributes; end the title with the attributes"),
                broken(
                        "attributes without id",
                        "- [ ] a {owner=x}\n",
                        "1:9 attributes do not begin with an id; write {#id NAME=VALUE}"),
                broken(
                        "unknown attribute",
                        "- [ ] a {#a onwer=x}\n",
                        "1:13 unknown attribute \"onwer\"; did you mean \"owner\"? known here: gate, owner, labels,"
                                + " about, fresh, four-eyes, needs, watch, every, on-miss, on-unknown"),
                broken(
                        "attribute twice",
                        "- [ ] a {#a owner=x owner=y}\n",
                        "1:21 \"owner\" is given twice; keep one of them"),
                broken("quote open", "- [ ] a {#a owner=\"x}\n", "1:19 the quote is not closed; end the value with \""),
                broken(
                        "no duration",
                        "- [ ] a {#a fresh=1day}\n",
                        "1:19 fresh is \"1day\", not a duration above zero; write a number and ms, s, m, h, d or w, as in 15m"),
                broken(
                        "flag with value",
                        "- [ ] a {#a four-eyes=yes}\n",
                        "1:23 four-eyes takes no value; write four-eyes alone, or leave it out"),
                broken("no title", "- [ ] {#a}\n", "1:6 there is no title; say in a few words what has to be true"),
                broken(
                        "needs nobody",
                        "- [ ] a {#tests}\n- [ ] b {#b needs=test}\n",
                        "2:19 no item has the id \"test\"; did you mean \"tests\"? known here: tests, b"),
                broken(
                        "needs in a circle",
                        "- [ ] a {#a needs=b}\n- [ ] b {#b needs=a}\n",
                        "1:19 these items need each other: a > b > a; take one of the needs away"),
                broken(
                        "watch without check",
                        "- [ ] a {#a watch=24h}\n",
                        "1:19 watch without a check; add a block that can be asked again and again"),
                broken(
                        "every without watch",
                        "- [ ] a {#a every=1m}\n" + CHECK,
                        "1:19 every without watch; add watch=24h, or leave every out"),
                broken(
                        "fence open",
                        "- [ ] a\n  ```promql expect=\"all < 1\"\n  up\n- [ ] b\n",
                        "2:3 the fence is never closed, so all below it would be its text; close it with a line of as"
                                + " many characters, indented like the first"),
                broken(
                        "check in the margin",
                        "- [ ] a\n\n" + CHECK.replace("  ", ""),
                        "3:1 this check stands under no item: the list above has ended; indent it like the text of its item"),
                broken(
                        "check indented as code",
                        "- [ ] a\n\n      ```promql expect=\"all < 1\"\n      up\n      ```\n",
                        "3:7 this fence is no fence to Markdown, so its check would be lost; indent it like the text of"
                                + " its item, by no more"),
                broken(
                        "check under no box",
                        "- a\n" + CHECK,
                        "2:3 this check stands under a list item without a box; give the item a box: - [ ]"),
                broken(
                        "no expectation",
                        "- [ ] a\n  ```promql\n  up\n  ```\n",
                        "2:3 this promql block does not say what the answer has to be; add expect=\"...\", or call it"
                                + " text where it is only to be read"),
                broken(
                        "kind misspelt",
                        "- [ ] a\n  ```bash expect=\"exit 0\"\n  ls\n  ```\n",
                        "2:6 \"bash\" is no kind of probe; write shell"),
                broken(
                        "block empty",
                        "- [ ] a\n  ```promql expect=\"all < 1\"\n  ```\n",
                        "2:3 the block is empty; write what to ask, or leave the block out"),
                broken(
                        "for without expect",
                        "# a\n```promql for=5m\nup\n```\n",
                        "2:15 for without expect; say with expect=\"...\" what has to hold so long"),
                broken(
                        "no unit",
                        "- [ ] a\n  ```promql expect=\"all < 1s\" unit=msec\n  up\n  ```\n",
                        "2:36 \"msec\" is no unit; did you mean \"ms\"? known here: ms, s, min, h, d, B, KiB, MiB, GiB, %, /s"),
                broken(
                        "item in a quotation",
                        "> - [ ] a\n",
                        "1:3 an item inside a quotation is not run; take away the > before it"),
                broken(
                        "three at once, in order",
                        "- [ ] a {#a fresh=x}\n- [ ] b {#b}\n  ```promql expect=\"al < 1\"\n  up\n  ```\n- [ ] c {#b}\n",
                        "1:19 fresh is \"x\", not a duration above zero; write a number and ms, s, m, h, d or w, as in 15m",
                        "3:21 \"al\" is none of the words for several values; did you mean \"all\"? known here: all, any,"
                                + " max, min, sum, count",
                        "6:11 id \"b\" is taken, by line 2; give each an id of its own"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aBrokenFileIsRefusedWithPlaceAndMend(String name, String text, List<String> expected) {
        assertThat(errors(text))
                .extracting(e -> e.line() + ":" + e.column() + " " + e.reason() + "; " + e.mend())
                .containsExactlyElementsOf(expected);
    }

    @Test
    void theProblemNamesTheFirstAndUnfoldsTheOthers() {
        BrokenRunbook broken = catchThrowableOfType(
                BrokenRunbook.class,
                () -> new RunbookReader().read("- [ ] a {#a}\n- [ ] b {#a}\n- [ ] c {#a}\n", "x.md"));

        assertThat(broken.problem().where()).isEqualTo("x.md:2:11");
        assertThat(broken.problem().details()).contains("x.md:3");
    }
}
