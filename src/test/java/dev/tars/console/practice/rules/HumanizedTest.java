package dev.tars.console.practice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HumanizedTest {

    @Test
    void durationsAreWrittenAsPrometheusWritesThem() {
        assertThat(Humanized.duration(0.1534)).isEqualTo("153.4ms");
        assertThat(Humanized.duration(0)).isEqualTo("0s");
        assertThat(Humanized.duration(42.5)).isEqualTo("42.5s");
        assertThat(Humanized.duration(600)).isEqualTo("10m 0s");
        assertThat(Humanized.duration(93_784)).isEqualTo("1d 2h 3m 4s");
        assertThat(Humanized.duration(Double.NaN)).isEqualTo("NaN");
    }

    @Test
    void figuresHaveFourDigitsAndAPrefix() {
        assertThat(Humanized.decimal(1_234_567)).isEqualTo("1.235M");
        assertThat(Humanized.decimal(0.00042)).isEqualTo("420u");
        assertThat(Humanized.binary(1536)).isEqualTo("1.5ki");
        assertThat(Humanized.binary(3.0 * 1024 * 1024 * 1024)).isEqualTo("3Gi");
        assertThat(Humanized.four(2.3456)).isEqualTo("2.346");
    }
}
