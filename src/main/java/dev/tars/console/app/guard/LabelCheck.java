package dev.tars.console.app.guard;

import dev.tars.console.base.Problem;
import dev.tars.console.document.DocumentException;
import dev.tars.console.document.YamlDocument;
import dev.tars.console.document.YamlNode;
import dev.tars.console.release.TargetCheck;
import dev.tars.console.release.TargetReading;
import dev.tars.console.release.TargetReading.Line;
import dev.tars.console.release.TargetReading.Match;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows a target by the external labels of its Prometheus, read from the configuration that server has loaded. A server
 * that does not tell them is not proven to be the right one.
 */
public final class LabelCheck implements TargetCheck {

    /**
     * The Prometheus that is open.
     *
     * @param environment whose it is
     * @param labels what its external labels must be
     */
    public record Target(String environment, Map<String, String> labels, Configuration configuration) {}

    /** Asks for the configuration as YAML. */
    @FunctionalInterface
    public interface Configuration {
        String yaml() throws Exception;
    }

    private final Supplier<Optional<Target>> open;
    private final Clock clock;

    /** @param open empty while none is */
    public LabelCheck(Supplier<Optional<Target>> open, Clock clock) {
        this.open = open;
        this.clock = clock;
    }

    @Override
    public TargetReading read(String environment) throws InterruptedException {
        Optional<Target> target = open.get().filter(t -> t.environment().equals(environment));
        if (target.isEmpty()) {
            return new TargetReading(clock.instant(), List.of(new Line("Target", Match.UNKNOWN, "is not open yet")));
        }
        if (target.get().labels().isEmpty()) {
            return new TargetReading(clock.instant(), List.of());
        }
        return new TargetReading(clock.instant(), lines(target.get()));
    }

    private static List<Line> lines(Target target) throws InterruptedException {
        try {
            Map<String, String> there = externalLabels(target.configuration().yaml());
            List<Line> lines = new ArrayList<>();
            new TreeMap<>(target.labels()).forEach((name, wanted) -> lines.add(line(name, wanted, there.get(name))));
            return lines;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            String why =
                    e instanceof Problem.Carrier carrier ? carrier.problem().what() : String.valueOf(e.getMessage());
            return List.of(new Line("Prometheus", Match.UNKNOWN, "its configuration cannot be read: " + why));
        }
    }

    private static Line line(String name, String wanted, @Nullable String there) {
        if (there == null) {
            return new Line("Prometheus", Match.DIFFERENT, "has no external label " + name + ", should be " + wanted);
        }
        return there.equals(wanted)
                ? new Line("Prometheus", Match.SAME, "external label " + name + "=\"" + there + "\"")
                : new Line(
                        "Prometheus",
                        Match.DIFFERENT,
                        "external label " + name + " is " + there + ", should be " + wanted);
    }

    private static Map<String, String> externalLabels(String yaml) throws DocumentException {
        Map<String, String> labels = new TreeMap<>();
        Optional<YamlNode> global =
                YamlDocument.parse(yaml, "the server's configuration").find("global");
        Optional<YamlNode> external = global.isPresent() ? global.get().find("external_labels") : Optional.empty();
        if (external.isPresent()) {
            for (Map.Entry<String, YamlNode> entry : external.get().entries().entrySet()) {
                labels.put(entry.getKey(), entry.getValue().text());
            }
        }
        return labels;
    }
}
