package dev.tars.console.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static String name(Verdict verdict) {
        return verdict.match(
                m -> "met" + m.warning(), m -> "missed", u -> "unknown " + u.why(), w -> "waived " + w.by());
    }

    @Test
    void everyVerdictHasItsOwnCase() {
        assertThat(name(new Verdict.Met("holds", true))).isEqualTo("mettrue");
        assertThat(name(new Verdict.Missed("does not"))).isEqualTo("missed");
        assertThat(name(new Verdict.Unknown("stale", "too old"))).isEqualTo("unknown stale");
        assertThat(name(new Verdict.Waived("a", "b", Instant.EPOCH))).isEqualTo("waived a");
    }

    @Test
    void evidenceIsNotBentAfterwards() {
        Map<String, String> fingerprints = new HashMap<>(Map.of("rules", "abc"));
        Evidence evidence = evidence(Duration.ofMillis(3), fingerprints);
        fingerprints.put("rules", "def");
        assertThat(evidence.fingerprints()).containsExactly(Map.entry("rules", "abc"));
    }

    @Test
    void anAnswerBeforeItsQuestionIsRefused() {
        assertThatThrownBy(() -> evidence(Duration.ofMillis(-1), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT-0.001S");
    }

    private static Evidence evidence(Duration took, Map<String, String> fingerprints) {
        return new Evidence(
                "up", "Prometheus", Instant.EPOCH, took, "1", "> 0", new Verdict.Met("up", false), fingerprints);
    }

    @Test
    void aProblemIsTakenFromTheExceptionThatCarriesOne() {
        Problem own = Problem.of("what", "where", "consequence", "mend");
        class Carrying extends Exception implements Problem.Carrier {
            private static final long serialVersionUID = 1L;

            @Override
            public Problem problem() {
                return own;
            }
        }
        assertThat(Problem.from("other", new Carrying())).isEqualTo(own);
        assertThat(Problem.from("reading", new IOException("cut off")).details())
                .isEqualTo("cut off");
        assertThat(Problem.from("reading", new IOException()).details()).isEqualTo("IOException");
    }

    @Test
    void unwatchedWorkStopsWhenInterrupted() {
        Progress progress = Progress.ignored();
        progress.report(0.5, "half");
        progress.checkCancelled();
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(progress::checkCancelled).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void theTickerNeverGoesBack() {
        Ticker ticker = Ticker.system();
        long first = ticker.nanos();
        assertThat(ticker.nanos() - first).isNotNegative();
    }

    @Test
    @SuppressWarnings("NullAway")
    void aReportWithoutAStatusIsRefused() {
        assertThatNullPointerException()
                .isThrownBy(() -> new ConnectionReport(
                        "Prometheus",
                        "http://p",
                        null,
                        Instant.EPOCH,
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        "",
                        "",
                        java.util.Optional.empty()))
                .withMessage("status");
    }
}
