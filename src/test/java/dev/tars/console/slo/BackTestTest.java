package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The past, walked tile by tile. 1 % of 30 d; 100 events a tile. */
class BackTestTest {

    private static final Instant TO = Instant.parse("2026-08-18T14:30:00Z");
    private static final Instant FROM = TO.minus(Duration.ofDays(1));
    private static final Map<String, String> EAST = Map.of("region", "us-east-1");
    private static final Slo ERRORS = Slos.of(
            Slos.ERRORS,
            "events: {bad: bad, total: total}",
            "budget: {period: 30d, tiers: [{spend: 2%, within: 1h, severity: critical}]}");

    private static SloSource.Course course(Map<String, String> labels, Duration from, IntToDoubleFunction minutesAgo) {
        List<Long> times = new ArrayList<>();
        for (long ago = from.toMinutes(); ago >= 0; ago -= 5) {
            if (!Double.isNaN(minutesAgo.applyAsDouble((int) ago))) {
                times.add(ago);
            }
        }
        long[] millis = times.stream()
                .mapToLong(ago -> TO.minus(Duration.ofMinutes(ago)).toEpochMilli())
                .toArray();
        double[] values = times.stream()
                .mapToDouble(ago -> minutesAgo.applyAsDouble(ago.intValue()))
                .toArray();
        return new SloSource.Course(labels, millis, values);
    }

    private static BackTest.Result walk(IntToDoubleFunction bad, IntToDoubleFunction total) {
        Duration all = Duration.ofHours(25);
        return new BackTest(ERRORS).of(List.of(course(EAST, all, bad)), List.of(course(EAST, all, total)), FROM, TO);
    }

    @Test
    void aTierFiresWhileBothItsWindowsBurnAtItsFactor() {
        // From 600 to 541 min ago all fail: 14.4 % of an hour are 1.728 tiles, so the second failing tile fires it.
        BackTest.Result result = walk(ago -> ago <= 600 && ago > 540 ? 100 : 0, ago -> 100);

        assertThat(result.unknownTiles()).isZero();
        assertThat(result.firings()).singleElement().satisfies(firing -> {
            assertThat(firing.from()).isEqualTo(TO.minus(Duration.ofMinutes(595)));
            assertThat(firing.to()).contains(TO.minus(Duration.ofMinutes(540)));
            assertThat(firing.peak().orElseThrow()).isEqualByComparingTo("100");
            assertThat(firing.labels()).isEqualTo(EAST);
        });
    }

    @Test
    void itFiresExactlyAtItsFactor() {
        // 14.4 of 100 in each tile is 14.4 times 1 %; a hair less is not.
        assertThat(walk(ago -> 14.4, ago -> 100).firings()).hasSize(1);
        assertThat(walk(ago -> 14.399999, ago -> 100).firings()).isEmpty();
    }

    @Test
    void oneThatStillBurnsHasNoEnd() {
        assertThat(walk(ago -> ago <= 20 ? 90 : 0, ago -> 100).firings())
                .singleElement()
                .satisfies(firing -> assertThat(firing.to()).isEmpty());
    }

    @Test
    void quietTilesWeighLittle() {
        // All of 10 events fail in one tile of an hour of 1,210.
        assertThat(walk(ago -> ago == 300 ? 10 : 0, ago -> ago == 300 ? 10 : 100)
                        .firings())
                .isEmpty();
    }

    @Test
    void ofAHoleNothingIsSaid() {
        // Two hours are missing, then it burns: the hour after the hole lacks its tenths.
        IntToDoubleFunction total = ago -> ago < 420 && ago >= 300 ? Double.NaN : 100;
        BackTest.Result result = walk(ago -> ago < 300 && ago > 250 ? 50 : 0, total);

        assertThat(result.unknownTiles()).isGreaterThan(24);
        assertThat(result.firings())
                .allSatisfy(firing -> assertThat(firing.from()).isAfter(TO.minus(Duration.ofMinutes(260))));
    }

    @Test
    void whereTheBadEventsAreNotRecordedNothingIsKnown() {
        BackTest.Result without =
                new BackTest(ERRORS).of(List.of(), List.of(course(EAST, Duration.ofHours(25), ago -> 100)), FROM, TO);
        assertThat(without.isAllUnknown()).isTrue();
        BackTest.Result holed = walk(ago -> ago < 600 && ago >= 400 ? Double.NaN : 0, ago -> 100);
        assertThat(holed.unknownTiles()).isGreaterThan(40);
    }

    @Test
    void aServerThatHoldsNothingMakesAllOfItUnknown() {
        BackTest.Result result = new BackTest(ERRORS).of(List.of(), List.of(), FROM, TO);
        assertThat(result.held()).isEmpty();
        assertThat(result.unknownTiles()).isEqualTo(289);
        assertThat(result.firings()).isEmpty();
    }

    @Test
    void theWalkAgreesWithThePollAtEveryTile() throws Exception {
        // The poll's own verdict at each tile, from the sums that the server would answer.
        java.util.Random random = new java.util.Random(3);
        double[] share = new double[301];
        for (int i = 0; i < share.length; i++) {
            share[i] = i % 40 < 15 ? random.nextInt(60) : 0;
        }
        BackTest.Result result = walk(ago -> share[ago / 5], ago -> 100);
        BurnTier tier = ERRORS.budget().orElseThrow().tiers().get(0);
        for (int tile = 0; tile <= 288; tile++) {
            BurnRate longBurn = burn(share, tile, 12);
            BurnRate shortBurn = burn(share, tile, 1);
            Instant at = TO.minus(Duration.ofMinutes(5L * tile));
            boolean fired = result.firings().stream()
                    .anyMatch(f -> !f.from().isAfter(at)
                            && f.to().map(end -> end.isAfter(at)).orElse(true));
            assertThat(fired)
                    .as("%d min ago", 5 * tile)
                    .isEqualTo(BurnRate.fires(longBurn, shortBurn, tier.factor(Duration.ofDays(30))));
        }
        assertThat(result.firings()).hasSizeGreaterThan(5);
    }

    private static BurnRate burn(double[] bad, int tile, int tiles) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = tile; i < tile + tiles; i++) {
            sum = sum.add(BigDecimal.valueOf(bad[i]));
        }
        return new BurnRate(
                sum.divide(BigDecimal.valueOf(100L * tiles), java.math.MathContext.DECIMAL64), new BigDecimal("0.01"));
    }

    @Test
    void theServerIsAskedForTheLongestWindowBefore() throws Exception {
        ScriptedSloSource source = new ScriptedSloSource();
        source.ranges("total", List.of());
        source.ranges("bad", List.of());
        new BackTest(ERRORS).run(source, FROM.plusSeconds(77), TO.plusSeconds(77));
        assertThat(source.rangeQuestions())
                .extracting(ScriptedSloSource.RangeQuestion::expression, ScriptedSloSource.RangeQuestion::from)
                .contains(org.assertj.core.groups.Tuple.tuple("bad", FROM.minus(Duration.ofHours(1))));
        assertThat(Optional.of(source.rangeQuestions().get(0).step())).contains(BudgetPlan.STEP);
    }
}
