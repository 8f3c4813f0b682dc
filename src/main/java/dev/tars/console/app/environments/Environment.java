package dev.tars.console.app.environments;

import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.connect.postgres.PostgresEndpoint;
import dev.tars.console.release.Harm;
import dev.tars.console.release.Place;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One place a release goes to.
 *
 * @param name its name; {@code practice} is the built-in one
 * @param colour of the edge of the window and of every dialog
 * @param protection what stands between a click and a change
 * @param where where it is, as the band says it
 * @param prometheus who is asked for its metrics; empty for practice, which brings its own
 * @param postgres its database; empty where none is named, and for practice, which brings its own
 * @param kubernetes where its workloads are
 * @param safeguard what is asked beyond the protection, and what the live target is known by
 */
public record Environment(
        String name,
        EnvironmentColour colour,
        Protection protection,
        String where,
        Optional<HttpEndpoint> prometheus,
        Optional<PostgresEndpoint> postgres,
        Optional<Kubernetes> kubernetes,
        Safeguard safeguard) {

    /** The reserved name of the built-in environment. */
    public static final String PRACTICE = "practice";

    /** What a change needs: nothing beyond its own harm, or the typed name (and a second person where it is final). */
    public enum Protection {
        NONE,
        PROTECTED
    }

    /** Where the workloads are: kube context, namespace and Helm release. */
    public record Kubernetes(String context, String namespace, String release) {}

    /**
     * What stands beside the protection.
     *
     * @param approvers how many second persons, where any are needed: 1 to 9
     * @param approversFrom the least harm that needs them, where the environment is protected
     * @param labels external labels the Prometheus of this environment must have; empty where it is not asked
     */
    public record Safeguard(int approvers, Harm approversFrom, Map<String, String> labels) {

        /** One second person for what cannot be taken back; the target is not asked. */
        public static final Safeguard USUAL = new Safeguard(1, Harm.IRREVERSIBLE, Map.of());

        public Safeguard {
            labels = Map.copyOf(labels);
        }
    }

    public Environment {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(colour, "colour");
    }

    /** The built-in one. @param where as the band says it */
    public static Environment practice(String where) {
        return new Environment(
                PRACTICE,
                EnvironmentColour.PRACTICE,
                Protection.NONE,
                where,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Safeguard.USUAL);
    }

    /** As the guard knows it. */
    public Place place() {
        return new Place(name, protection == Protection.PROTECTED, safeguard.approvers(), safeguard.approversFrom());
    }

    public boolean isPractice() {
        return name.equals(PRACTICE);
    }

    /** The name as band and title write it. */
    public String shownName() {
        return name.toUpperCase(Locale.ROOT);
    }
}
