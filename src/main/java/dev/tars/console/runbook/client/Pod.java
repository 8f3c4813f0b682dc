package dev.tars.console.runbook.client;

import dev.tars.console.base.Unit;
import dev.tars.console.runbook.Value;
import java.util.Optional;

/**
 * A pod as far as it counts. One that has succeeded (a job) or is on its way out does not; one that says nothing is not
 * ready.
 *
 * @param why why it is not ready; may be empty
 */
record Pod(String name, boolean isReady, String why) {

    static Optional<Pod> of(Json pod) {
        String phase = pod.text("/status/phase").orElse("");
        if (phase.equals("Succeeded") || pod.text("/metadata/deletionTimestamp").isPresent()) {
            return Optional.empty();
        }
        boolean isReady = phase.equals("Running")
                && pod.list("/status/conditions").stream()
                        .anyMatch(c -> c.text("/type").orElse("").equals("Ready")
                                && c.text("/status").orElse("").equals("True"));
        String name = pod.text("/metadata/name").orElse("a pod without a name");
        return Optional.of(new Pod(name, isReady, isReady ? "" : why(pod, phase)));
    }

    private static String why(Json pod, String phase) {
        for (String pointer : new String[] {
            "/status/initContainerStatuses/*/state/waiting/reason",
            "/status/containerStatuses/*/state/waiting/reason",
            "/status/containerStatuses/*/state/terminated/reason",
            "/status/reason"
        }) {
            Optional<String> reason = pod.text(pointer);
            if (reason.isPresent()) {
                return reason.get();
            }
        }
        return phase.isEmpty() ? "no status" : phase;
    }

    Value value() {
        return Value.of(why.isEmpty() ? name : name + " (" + why + ")", isReady ? 1 : 0, Unit.COUNT);
    }
}
