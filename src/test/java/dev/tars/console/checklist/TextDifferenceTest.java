package dev.tars.console.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDifferenceTest {

    private static String shown(String before, String after) {
        return TextDifference.of(before, after).stream()
                .map(line -> switch (line.kind()) {
                            case SAME -> " ";
                            case GONE -> "-";
                            case NEW -> "+";
                        }
                        + line.text())
                .collect(Collectors.joining("|"));
    }

    @ParameterizedTest
    @CsvSource({
        "'a\nb\nc', 'a\nb\nc', ' a| b| c'",
        "'a\nb\nc', 'a\nx\nc', ' a|-b|+x| c'",
        "'', 'a', '+a'",
        "'a', '', '-a'",
        "'a\nb', 'b\na', '-a| b|+a'",
        "'a\nb', 'a\nb\nc', ' a| b|+c'",
    })
    void linesAreGoneNewOrTheSame(String before, String after, String expected) {
        assertThat(shown(before, after)).isEqualTo(expected);
    }

    @Test
    void theSameTextHasNoDifference() {
        assertThat(TextDifference.of("one\ntwo", "one\ntwo")).allMatch(line -> line.kind() == TextDifference.Kind.SAME);
    }
}
