package dev.tars.console.practice.targets;

import dev.tars.console.practice.model.Conditions;
import dev.tars.console.practice.model.SimulatedTarget;
import dev.tars.console.practice.model.Simulation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** The running simulation, shared by its targets: each scrape moves it on to now and reads it in one piece. */
public final class Plant {
    private final Simulation simulation;
    private final Clock clock;
    private final Supplier<Conditions> conditions;

    public Plant(Simulation simulation, Clock clock, Supplier<Conditions> conditions) {
        this.simulation = simulation;
        this.clock = clock;
        this.conditions = conditions;
    }

    public List<SimulatedTarget> targets() {
        return simulation.targets();
    }

    /** The target's metrics now, in the text format. */
    public synchronized byte[] scrape(SimulatedTarget target) {
        simulation.advance(Instant.now(clock), conditions.get());
        return Exposition.text(target.families());
    }
}
