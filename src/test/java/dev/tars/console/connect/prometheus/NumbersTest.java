package dev.tars.console.connect.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    private static double value(String text) {
        // Inside other characters, as in a parser's buffer.
        char[] buffer = ("9e" + text + "7.5").toCharArray();
        return Numbers.value(buffer, 2, text.length());
    }

    private static long millis(String text) {
        char[] buffer = ("9e" + text + "7.5").toCharArray();
        return Numbers.millis(buffer, 2, text.length());
    }

    @ParameterizedTest
    @CsvSource({"+Inf,Infinity", "-Inf,-Infinity", "Inf,Infinity", "inf,Infinity", "-infinity,-Infinity", "NaN,NaN"})
    void theSpecialValuesAreRead(String text, Double expected) {
        assertThat(value(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "1",
                "+1",
                "1e3",
                "1E3",
                "0.0007628829906666",
                "0.1",
                "0.3",
                "14.399999999999986",
                "1e-7",
                "1.7976931348623157e+308",
                "4.9e-324",
                "2.2250738585072014e-308",
                "9007199254740993",
                "1.",
                ".5",
                "123456789012345",
                "1234567890123456",
                "0.000000000000000000000001",
                "0000000000000000000001.5",
                "1e400",
                "1e-400",
                "100000000000000000000000",
                "8.41e+21",
                "3.5e-45",
                "000",
                "00.00"
            })
    void decimalsAreTheDoublesJavaReads(String text) {
        assertThat(Double.doubleToRawLongBits(value(text)))
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    @Test
    void anyDoubleInAnySpellingIsReadBackBitForBit() {
        Random random = new Random(7);
        for (int i = 0; i < 60_000; i++) {
            double number = switch (i % 4) {
                case 0 -> Double.longBitsToDouble(random.nextLong());
                case 1 -> random.nextInt(2_000_000) / 1000.0;
                case 2 -> random.nextDouble();
                default -> random.nextGaussian() * 1e9;
            };
            if (!Double.isFinite(number)) {
                continue;
            }
            requireEqual(Double.toString(number), number);
            if (i % 16 == 0) {
                String plain = new BigDecimal(number).toPlainString();
                requireEqual(plain, Double.parseDouble(plain));
            }
        }
    }

    private static void requireEqual(String text, double expected) {
        if (Double.doubleToRawLongBits(value(text)) != Double.doubleToRawLongBits(expected)) {
            throw new AssertionError(text + " was read as " + value(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "+", "-", ".", "abc", "1,5", "1 ", " 1", "1d", "1f", "0x10", "0x1p3", "1e", "1e+", "--1", "1.2.3",
                "١٢", "1_000", "nano", "e5", ".e1", "1e5x", "In", "NaNN"
            })
    void whatPrometheusNeverSendsIsRefused(String text) {
        assertThatThrownBy(() -> value(text)).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1763978400,1763978400000",
        "1763978400.283,1763978400283",
        "1795569687.990,1795569687990",
        "1763978400.1,1763978400100",
        "1763978400.2834,1763978400283",
        "1.7639784e9,1763978400000",
        "0,0",
        "-1.5,-1500",
        "-0.001,-1",
        "9999999999999.999,9999999999999999"
    })
    void timesAreExactMilliseconds(String text, long expected) {
        assertThat(millis(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG", "tr-TR"})
    void noLocaleBendsANumber(String tag) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            assertThat(value("0.0144")).isEqualTo(0.0144);
            assertThat(value("+INF")).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(RangeSplit.seconds(1_763_978_400_283L)).isEqualTo("1763978400.283");
        } finally {
            Locale.setDefault(before);
        }
    }
}
