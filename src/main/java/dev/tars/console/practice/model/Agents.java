package dev.tars.console.practice.model;

import java.util.ArrayList;
import java.util.List;

/** The reinforcement learning agents of a region: their evaluations and their training. */
final class Agents implements Part {
    private static final double[] BOUNDS = {1, 5, 10, 30, 60, 90, 120, 180, 300, 600};
    private static final double EVALUATIONS_PER_SECOND = 1;
    private static final LogNormal EVALUATION = new LogNormal(28, 0.5);

    /** @param reward around which it moves @param steps of training a second */
    private record Type(String name, double reward, double policyLoss, double valueLoss, double steps) {}

    private static final List<Type> TYPES = List.of(
            new Type("dqn", 0.71, 0.042, 0.31, 42),
            new Type("a2c", 0.66, 0.058, 0.44, 55),
            new Type("ppo", 0.83, 0.031, 0.27, 38),
            new Type("ddpg", 0.62, 0.065, 0.52, 24));

    private record Line(
            Type type,
            Noise noise,
            Counter good,
            Counter failed,
            Histogram durations,
            Gauge reward,
            Counter steps,
            Gauge policyLoss,
            Gauge valueLoss,
            Gauge epsilon) {}

    private final Region region;
    private final List<Line> lines = new ArrayList<>();

    Agents(Families families, Region region) {
        this.region = region;
        for (Type type : TYPES) {
            for (int number = 1; number <= 2; number++) {
                lines.add(line(families, type, type.name() + "-" + number));
            }
        }
    }

    private static Line line(Families families, Type type, String id) {
        String[] both = {"agent_id", id, "agent_type", type.name()};
        String evaluations = "tars_evaluation_total";
        String help = "Evaluations finished.";
        return new Line(
                type,
                families.noise(id),
                families.counter(evaluations, help, EVALUATIONS_PER_SECOND, "agent_id", id, "status", "success"),
                families.counter(evaluations, help, EVALUATIONS_PER_SECOND * 0.0004, "agent_id", id, "status", "error"),
                families.histogram(
                        "tars_evaluation_duration_seconds",
                        "Time from start to end of an evaluation.",
                        BOUNDS,
                        EVALUATIONS_PER_SECOND,
                        EVALUATION,
                        "agent_id",
                        id),
                families.gauge("tars_agent_reward", "Mean reward of the last episodes.", both),
                families.counter("tars_agent_training_steps_total", "Training steps done.", type.steps(), both),
                families.gauge("tars_agent_policy_loss", "Policy loss of the last update.", both),
                families.gauge("tars_agent_value_loss", "Value loss of the last update.", both),
                families.gauge("tars_agent_epsilon", "Share of actions taken at random.", both));
    }

    @Override
    public void advance(double to, double seconds, Conditions now) {
        double daily = Noise.daily(to, region.hoursEastOfUtc());
        double failed = now.evaluationErrors(region.id());
        for (Line line : lines) {
            double noise = line.noise().rough(to);
            double evaluations = EVALUATIONS_PER_SECOND * daily * (1 + 0.15 * noise) * seconds * now.share();
            line.good().add(evaluations * (1 - failed));
            line.failed().add(evaluations * failed);
            line.durations()
                    .observe(
                            evaluations,
                            EVALUATION.slower(1 + 0.08 * line.noise().at(to, 700)));
            line.steps().add(line.type().steps() * (1 + 0.1 * noise) * seconds);
            line.reward().set(line.type().reward() + 0.04 * line.noise().at(to, 900) + 0.015 * noise);
            line.policyLoss()
                    .set(line.type().policyLoss() * (1 + 0.25 * line.noise().at(to, 300)));
            line.valueLoss()
                    .set(line.type().valueLoss() * (1 + 0.2 * line.noise().at(to, 420)));
            line.epsilon().set(0.05 + 0.02 * line.noise().at(to, 3600));
        }
    }
}
