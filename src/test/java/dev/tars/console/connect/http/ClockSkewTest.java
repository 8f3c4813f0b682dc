package dev.tars.console.connect.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClockSkewTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00.400Z");
    private static final Duration FAST = Duration.ofMillis(20);

    @Test
    void nothingIsKnownBeforeTheFirstAnswer() {
        assertThat(new ClockSkew().estimate()).isEmpty();
    }

    @Test
    void aDateHeaderIsGoodToASecond() {
        ClockSkew skew = new ClockSkew();
        skew.sawDate(Instant.parse("2026-11-25T12:00:00Z"), NOW, FAST);
        ClockSkew.Estimate estimate = skew.estimate().orElseThrow();
        assertThat(estimate.offset()).isZero();
        assertThat(estimate.within()).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1100));
    }

    @Test
    void halfTheRoundTripIsTakenOut() {
        ClockSkew skew = new ClockSkew();
        skew.sawMillis(NOW.plusMillis(150), NOW, Duration.ofMillis(300));
        assertThat(skew.estimate().orElseThrow().offset()).isZero();
        assertThat(skew.estimate().orElseThrow().within()).isEqualTo(Duration.ofMillis(151));
    }

    @Test
    void theMedianIsNotBentByOneSlowAnswer() {
        ClockSkew skew = new ClockSkew();
        for (int i = 0; i < 6; i++) {
            skew.sawMillis(NOW.plusSeconds(90).plusMillis(i), NOW, FAST);
        }
        skew.sawMillis(NOW.minusSeconds(400), NOW, FAST);
        assertThat(skew.estimate().orElseThrow().offset())
                .isBetween(Duration.ofMillis(89_900), Duration.ofMillis(90_100));
    }

    @Test
    void onlyTheLastMeasurementsCount() {
        ClockSkew skew = new ClockSkew();
        for (int i = 0; i < 50; i++) {
            skew.sawMillis(NOW.plusSeconds(90), NOW, FAST);
        }
        for (int i = 0; i < ClockSkew.KEPT; i++) {
            skew.sawMillis(NOW, NOW, FAST);
        }
        assertThat(skew.estimate().orElseThrow().offset().abs()).isLessThan(Duration.ofMillis(50));
    }

    @Test
    void aTrueOffsetLiesWithinWhatIsSaid() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            Duration offset = Duration.ofMillis(random.nextInt(200_000) - 100_000);
            ClockSkew skew = new ClockSkew();
            Duration roundTrip = Duration.ofMillis(random.nextInt(200));
            for (int i = 0; i < 9; i++) {
                Instant sent = NOW.plusMillis(random.nextInt(1_000_000));
                Instant there = sent.plus(roundTrip.dividedBy(2)).plus(offset);
                skew.sawDate(Instant.ofEpochSecond(there.getEpochSecond()), sent, roundTrip);
            }
            ClockSkew.Estimate estimate = skew.estimate().orElseThrow();
            assertThat(estimate.offset().minus(offset).abs()).isLessThanOrEqualTo(estimate.within());
        }
    }
}
