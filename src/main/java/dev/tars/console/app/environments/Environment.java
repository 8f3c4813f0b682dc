package dev.tars.console.app.environments;

import dev.tars.console.connect.http.HttpEndpoint;
import java.util.Locale;
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
 * @param kubernetes where its workloads are
 */
public record Environment(
        String name,
        EnvironmentColour colour,
        Protection protection,
        String where,
        Optional<HttpEndpoint> prometheus,
        Optional<Kubernetes> kubernetes) {

    /** The reserved name of the built-in environment. */
    public static final String PRACTICE = "practice";

    /** What a change needs: nothing beyond its own harm, or the typed name (and a second person where it is final). */
    public enum Protection {
        NONE,
        PROTECTED
    }

    /** Where the workloads are: kube context, namespace and Helm release. */
    public record Kubernetes(String context, String namespace, String release) {}

    public Environment {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(colour, "colour");
    }

    /** The built-in one. @param where as the band says it */
    public static Environment practice(String where) {
        return new Environment(
                PRACTICE, EnvironmentColour.PRACTICE, Protection.NONE, where, Optional.empty(), Optional.empty());
    }

    public boolean isPractice() {
        return name.equals(PRACTICE);
    }

    /** The name as band and title write it. */
    public String shownName() {
        return name.toUpperCase(Locale.ROOT);
    }
}
