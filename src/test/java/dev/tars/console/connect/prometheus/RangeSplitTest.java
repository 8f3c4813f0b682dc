package dev.tars.console.connect.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.connect.prometheus.PrometheusException.Kind;
import dev.tars.console.connect.prometheus.RangeSplit.Piece;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

class RangeSplitTest extends ServerTest {
    private static final Instant START = Instant.ofEpochMilli(1_763_978_400_283L);

    @Test
    void noPointIsLostOrDoubled() {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            long step = 1 + random.nextInt(60_000);
            long length = Math.abs(random.nextLong() % (step * 40_000));
            Instant end = START.plusMillis(length);
            List<Long> whole = new ArrayList<>();
            for (long t = START.toEpochMilli(); t <= end.toEpochMilli(); t += step) {
                whole.add(t);
            }
            List<Long> joined = new ArrayList<>();
            List<Piece> pieces = RangeSplit.pieces(START, end, Duration.ofMillis(step));
            for (Piece piece : pieces) {
                int before = joined.size();
                for (long t = piece.start(); t <= piece.end(); t += step) {
                    joined.add(t);
                }
                assertThat(joined.size() - before).isBetween(1, RangeSplit.PIECE);
            }
            assertThat(joined).isEqualTo(whole);
            assertThat(RangeSplit.points(START, end, Duration.ofMillis(step))).isEqualTo(whole.size());
        }
    }

    @Test
    void elevenThousandPointsAreOnePieceAndOneMoreAreTwo() {
        Duration step = Duration.ofSeconds(15);
        Instant last = START.plus(step.multipliedBy(10_999));
        assertThat(RangeSplit.pieces(START, last, step)).hasSize(1);
        assertThat(RangeSplit.pieces(START, last.plus(step), step)).hasSize(2);
        assertThat(RangeSplit.pieces(START, START, step))
                .containsExactly(new Piece(START.toEpochMilli(), START.toEpochMilli()));
    }

    @Test
    void aRangeThatIsNoneIsRefused() {
        assertThatThrownBy(() -> RangeSplit.points(START, START.minusMillis(1), Duration.ofSeconds(1)))
                .hasMessageContaining("before it starts");
        assertThatThrownBy(() -> RangeSplit.points(START, START, Duration.ZERO)).hasMessageContaining("PT0S");
        assertThatThrownBy(() -> RangeSplit.points(START, START, Duration.ofNanos(1_500_000)))
                .hasMessageContaining("whole milliseconds");
    }

    @Test
    void seriesOfSeveralPiecesAreJoinedByTheirLabelsAndWarningsKept() throws Exception {
        List<String> targets = new ArrayList<>();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                targets.add(request.getTarget());
                String start = request.getUrl().queryParameter("start");
                String late =
                        targets.size() == 2 ? ",{\"metric\":{\"a\":\"2\"},\"values\":[[" + start + ",\"9\"]]}" : "";
                return Answers.json(
                        200,
                        "{\"status\":\"success\",\"warnings\":[\"slow store\"],\"data\":{\"resultType\":\"matrix\",\"result\":["
                                + "{\"metric\":{\"a\":\"1\"},\"values\":[[" + start + ",\"1\"]]}" + late + "]}}");
            }
        });
        Duration step = Duration.ofSeconds(1);
        RangeAnswer answer = client().queryRange("x", START, START.plusSeconds(25_000), step);
        long begin = START.toEpochMilli();
        assertThat(answer.series())
                .containsExactly(
                        new RangeSeries(
                                Map.of("a", "1"),
                                new long[] {begin, begin + 11_000_000, begin + 22_000_000},
                                new double[] {1, 1, 1}),
                        new RangeSeries(Map.of("a", "2"), new long[] {begin + 11_000_000}, new double[] {9}));
        assertThat(answer.warnings()).containsExactly("slow store");
        assertThat(answer.isPartial()).isTrue();
        assertThat(targets).hasSize(3);
        assertThat(targets.get(2)).endsWith("start=1764000400.283&end=1764003400.283&step=1.000");
    }

    @Test
    void aQueryThatNamesTheRangesEndsIsNotCut() {
        assertThatThrownBy(() ->
                        client().queryRange("x @ end ()", START, START.plusSeconds(20_000), Duration.ofSeconds(1)))
                .isInstanceOfSatisfying(
                        PrometheusException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BAD_QUERY));
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aRangeWithoutEndIsTooLarge() {
        assertThatThrownBy(() -> client().queryRange("x", Instant.EPOCH, START, Duration.ofMillis(1)))
                .isInstanceOfSatisfying(
                        PrometheusException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE));
    }

    @Test
    void aVectorIsNoAnswerToARange() {
        server.enqueue(Answers.empty());
        assertThatThrownBy(() -> client().queryRange("x", START, START, Duration.ofSeconds(1)))
                .isInstanceOfSatisfying(
                        PrometheusException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_PROMETHEUS));
    }

    @Test
    void histogramsOfARangeAreCounted() throws Exception {
        server.enqueue(Answers.data("{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"a\":\"1\"},"
                + "\"values\":[[1,\"1\"]],\"histograms\":[[2,{\"count\":\"1\"}],[3,{}]]},"
                + "{\"metric\":{\"a\":\"2\"},\"histograms\":[[2,{}]]}]}"));
        RangeAnswer answer = client().queryRange("x", START, START, Duration.ofSeconds(1));
        assertThat(answer.series()).hasSize(1);
        assertThat(answer.infos())
                .containsExactly("3 native histogram samples were left out: this client reads plain values.");
    }
}
