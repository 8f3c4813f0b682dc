package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A region that went away is missed for as long as nobody says that it may. */
class VanishedSeriesTest {

    private static final Map<String, String> WEST = Map.of("region", "eu-west-1");

    private final HandMovedTime time = new HandMovedTime(Instant.parse("2026-08-18T14:02:00Z"));
    private final ScriptedSloSource source = new ScriptedSloSource();
    private final Slo slo = Slos.of(Slos.LATENCY);
    private final SloMonitor monitor = new SloMonitor(
            List.of(slo), source, time.clock(), time, time, SloMonitor.INTERVAL, ZoneOffset.UTC, Optional::empty);

    @BeforeEach
    void westVanishes() {
        both();
        monitor.open();
        time.runDue();
        source.answers(Batches.answers().region("latency", "us-east-1", 0.1));
        time.advance(SloMonitor.INTERVAL);
    }

    @AfterEach
    void close() {
        monitor.close();
    }

    private void both() {
        source.answers(Batches.answers().region("latency", "us-east-1", 0.1).region("latency", "eu-west-1", 0.1));
    }

    private SloReading only() {
        return monitor.board().readings().get(0);
    }

    @Test
    void afterADayItIsStillMissedAndTheSentenceSaysSinceWhen() {
        time.advance(Duration.ofDays(1));
        assertThat(only().noData()).contains(NoData.SERIES_VANISHED);
        assertThat(only().sentence())
                .contains("eu-west-1 was there and is gone")
                .contains("last there at 14:02:00 UTC");
    }

    @Test
    void acknowledgedItIsMissedNoMore() {
        monitor.acknowledge(slo, WEST);
        assertThat(only().state()).isEqualTo(SloState.NO_DATA);
        time.advance(SloMonitor.INTERVAL);
        assertThat(only().state()).isEqualTo(SloState.OK);
    }

    @Test
    void theLongWindowDoesNotBringAnAcknowledgedOneBack() {
        source.answers(Batches.answers().region("latency", "us-east-1", 0.1).sample("latency:1h", WEST, 0.1));
        monitor.acknowledge(slo, WEST);
        time.advance(SloMonitor.INTERVAL);
        assertThat(only().state()).isEqualTo(SloState.OK);
    }

    @Test
    void oneThatCameBackIsMissedAgain() {
        monitor.acknowledge(slo, WEST);
        both();
        time.advance(SloMonitor.INTERVAL);
        assertThat(only().bySeries()).hasSize(2);
        source.answers(Batches.answers().region("latency", "us-east-1", 0.1));
        time.advance(SloMonitor.INTERVAL);
        assertThat(only().noData()).contains(NoData.SERIES_VANISHED);
    }

    @Test
    void whereAllAreAcknowledgedNothingIsOk() {
        source.answers(Batches.answers().nothing("latency:1m", "latency:5m", "latency:1h"));
        monitor.acknowledge(slo, WEST);
        monitor.acknowledge(slo, Map.of("region", "us-east-1"));
        time.advance(SloMonitor.INTERVAL);
        assertThat(only().state()).isEqualTo(SloState.NO_DATA);
    }
}
