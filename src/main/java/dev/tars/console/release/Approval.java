package dev.tars.console.release;

import java.time.Instant;
import java.util.Set;

/**
 * The guard's word that exactly this plan may run now. Only the guard makes one, so a wrong click does not compile. It
 * is good for one run.
 */
public final class Approval {

    private final ApprovalRequest request;
    private final Instant at;
    private final Set<String> seconds;

    Approval(ApprovalRequest request, Instant at, Set<String> seconds) {
        this.request = request;
        this.at = at;
        this.seconds = Set.copyOf(seconds);
    }

    /** Exactly what may run. */
    public Plan plan() {
        return request.plan();
    }

    /** Who asked. */
    public String requester() {
        return request.requester();
    }

    public Instant at() {
        return at;
    }

    public Instant expires() {
        return request.expires();
    }

    /** Who else signed; empty where nobody else was needed. */
    public Set<String> seconds() {
        return seconds;
    }
}
