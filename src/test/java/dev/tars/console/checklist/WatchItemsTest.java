package dev.tars.console.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Items that have to hold for a time. */
class WatchItemsTest {

    private static final String TEXT = """
            - [ ] **p95 stays below 150 ms for 2 h** {#p95 watch=2h every=1m}

              ```promql expect="all < 150ms"
              api_p95
              ```

            - [ ] **No alert for 2 h** {#alerts watch=2h every=1m on-miss=fail}

              ```promql expect="all < 150ms"
              alerts
              ```
            """;

    private final Ledger ledger = new Ledger(TEXT);

    @Test
    void itIsMetWhenItHeldLongEnough() {
        assertThat(ledger.state("p95")).isEqualTo(ItemState.NOT_RUN);
        ledger.watch("p95").hold("p95", Duration.ofMinutes(119));
        assertThat(ledger.state("p95")).isEqualTo(ItemState.WATCHING);
        assertThat(ledger.status("p95").line()).startsWith("1\u00a0h 59\u00a0min of 2\u00a0h; 87 ms");

        ledger.hold("p95", Duration.ofMinutes(1));
        assertThat(ledger.state("p95")).isEqualTo(ItemState.MET);
        assertThat(ledger.status("p95").tick()).containsInstanceOf(Tick.ByWatch.class);
    }

    @Test
    void aGapDoesNotCountAndWhatWasHeldDoes() {
        ledger.watch("p95").hold("p95", Duration.ofMinutes(90));
        ledger.keep("console", new Entry.WatchPaused("p95", List.of(ledger.evidence(Ledger.NO_DATA))));
        assertThat(ledger.state("p95")).isEqualTo(ItemState.UNKNOWN);

        ledger.pass(Duration.ofMinutes(40)).hold("p95", Duration.ofMinutes(10));
        assertThat(ledger.status("p95").hold().orElseThrow().elapsed()).isEqualTo(Duration.ofMinutes(100));
        assertThat(ledger.state("p95")).isEqualTo(ItemState.WATCHING);
    }

    @Test
    void aMissBeginsAnew() {
        ledger.watch("p95").hold("p95", Duration.ofMinutes(90));
        Verdict missed = new Verdict.Missed("212 ms");
        ledger.keep("console", new Entry.WatchRestarted("p95", List.of(ledger.evidence(missed))));
        assertThat(ledger.state("p95")).isEqualTo(ItemState.MISSED);
        assertThat(ledger.status("p95").line()).isEqualTo("212 ms; its time begins anew");

        ledger.hold("p95", Duration.ofMinutes(30));
        assertThat(ledger.state("p95")).isEqualTo(ItemState.WATCHING);
        assertThat(ledger.status("p95").hold()).contains(new Hold(Duration.ofMinutes(30), Duration.ofHours(2), 1));
    }

    @Test
    void oneMissIsForGoodWhereTheListSaysSo() {
        ledger.watch("alerts").hold("alerts", Duration.ofMinutes(30));
        ledger.keep("console", new Entry.WatchFailed("alerts", List.of(ledger.evidence(Ledger.MISSED))));
        ledger.hold("alerts", Duration.ofHours(3));

        assertThat(ledger.state("alerts")).isEqualTo(ItemState.MISSED);

        ledger.watch("alerts");
        assertThat(ledger.state("alerts")).isEqualTo(ItemState.WATCHING);
    }

    @Test
    void nobodyWatchesAfterTheConsoleEnded() {
        ledger.watch("p95").hold("p95", Duration.ofMinutes(30)).pass(Duration.ofMinutes(9));
        assertThat(ledger.state("p95")).isEqualTo(ItemState.UNKNOWN);
        assertThat(ledger.status("p95").line()).startsWith("nobody watches it");
        assertThat(ledger.status("p95").hold().orElseThrow().elapsed()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void whatTwoConsolesHaveSeenCountsOnce() {
        ledger.watch("p95").hold("p95", Duration.ofMinutes(60)).pass(Duration.ofMinutes(-60));
        ledger.hold("p95", Duration.ofMinutes(70));

        assertThat(ledger.status("p95").hold().orElseThrow().elapsed()).isEqualTo(Duration.ofMinutes(70));
    }

    @Test
    void anotherCheckIsWatchedAnew() {
        ledger.watch("p95").hold("p95", Duration.ofHours(2)).rewrite(TEXT.replace("api_p95", "api_p99"));

        assertThat(ledger.state("p95")).isEqualTo(ItemState.STALE);
    }

    @Test
    void aHoldWithoutABeginningIsNothing() {
        ledger.hold("p95", Duration.ofHours(3));

        assertThat(ledger.state("p95")).isEqualTo(ItemState.NOT_RUN);
    }
}
