package dev.tars.console.practice.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.practice.Http;
import dev.tars.console.practice.RealBinary;
import dev.tars.console.practice.model.Conditions;
import dev.tars.console.practice.model.SimulatedTarget;
import dev.tars.console.practice.model.Simulation;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TargetServerTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private final Simulation simulation = new Simulation(5, NOW.minusSeconds(600));
    private final Plant plant = new Plant(simulation, Clock.fixed(NOW, ZoneOffset.UTC), () -> Conditions.HEALTHY);

    @Test
    void promtoolFindsNothingToMendInWhatIsExposed() throws Exception {
        String promtool = RealBinary.require("promtool").toString();
        for (SimulatedTarget target : plant.targets()) {
            Process check = new ProcessBuilder(promtool, "check", "metrics")
                    .redirectErrorStream(true)
                    .start();
            check.getOutputStream().write(plant.scrape(target));
            check.getOutputStream().close();
            String words = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(words).as(target.name()).isEmpty();
            assertThat(check.waitFor()).as(target.name()).isZero();
        }
    }

    @Test
    void aRefusingTargetRefusesAndComesBackAtTheSamePort() throws Exception {
        SimulatedTarget target = plant.targets().get(0);
        try (TargetServer server = new TargetServer(plant, target, Exporter.none(), Runnable::run)) {
            URI base = URI.create("http://" + server.address());
            assertThat(Http.get(base, "/metrics").body()).contains("http_requests_total{");
            server.refuse();
            assertThatThrownBy(() -> Http.get(base, "/metrics")).isInstanceOf(ConnectException.class);
            server.accept();
            assertThat(Http.get(base, "/metrics").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aDrillThatEndsAfterTheEndOpensNothing() throws Exception {
        TargetServer server = new TargetServer(plant, plant.targets().get(0), Exporter.none(), Runnable::run);
        URI base = URI.create("http://" + server.address());
        server.close();
        try {
            server.accept();
            assertThatThrownBy(() -> Http.get(base, "/metrics")).isInstanceOf(ConnectException.class);
        } finally {
            server.refuse();
        }
    }
}
