package dev.tars.console.app.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.release.TargetReading;
import dev.tars.console.release.TargetReading.Match;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LabelCheckTest {

    private static TargetReading read(Map<String, String> wanted, LabelCheck.Configuration configuration)
            throws InterruptedException {
        LabelCheck.Target target = new LabelCheck.Target("production", wanted, configuration);
        return new LabelCheck(() -> Optional.of(target), Clock.systemUTC()).read("production");
    }

    private static Match match(String yaml) throws InterruptedException {
        return read(Map.of("cluster", "prod-1"), () -> yaml).lines().get(0).match();
    }

    @Test
    void theExternalLabelMustBeTheOneOfTheEnvironment() throws InterruptedException {
        assertThat(match("global:\n  external_labels:\n    cluster: prod-1\n")).isEqualTo(Match.SAME);
        assertThat(match("global:\n  external_labels:\n    cluster: stag-1\n")).isEqualTo(Match.DIFFERENT);
        assertThat(match("global:\n  external_labels:\n    region: eu\n")).isEqualTo(Match.DIFFERENT);
        assertThat(match("global:\n  scrape_interval: 15s\n")).isEqualTo(Match.DIFFERENT);
    }

    @Test
    void aServerThatDoesNotTellIsNotTheRightOne() throws InterruptedException {
        TargetReading refused = read(Map.of("cluster", "prod-1"), () -> {
            throw new IOException("403");
        });
        assertThat(refused.lines()).extracting(TargetReading.Line::match).containsExactly(Match.UNKNOWN);
        assertThat(refused.isIntended()).isFalse();
        assertThat(match("\tno yaml")).isEqualTo(Match.UNKNOWN);
    }

    @Test
    void aTargetThatIsNotOpenOrIsAnotherOneIsUnknown() throws InterruptedException {
        TargetReading closed = new LabelCheck(Optional::empty, Clock.systemUTC()).read("production");
        assertThat(closed.isIntended()).isFalse();
        LabelCheck.Target staging = new LabelCheck.Target("staging", Map.of(), () -> "");
        TargetReading other = new LabelCheck(() -> Optional.of(staging), Clock.systemUTC()).read("production");
        assertThat(other.isIntended()).isFalse();
    }
}
