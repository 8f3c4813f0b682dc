package dev.tars.console.release;

import java.util.concurrent.atomic.AtomicBoolean;

/** An action the guard has been asked for: what it would run, what it needs, and until when. Good for one run. */
public final class Arming {

    private final Action action;
    private final ApprovalRequest request;
    private final Place place;
    private final TargetReading target;
    private final AtomicBoolean used = new AtomicBoolean();

    Arming(Action action, ApprovalRequest request, Place place, TargetReading target) {
        this.action = action;
        this.request = request;
        this.place = place;
        this.target = target;
    }

    public Action action() {
        return action;
    }

    public ApprovalRequest request() {
        return request;
    }

    public Place place() {
        return place;
    }

    public Needs needs() {
        return Needs.of(request.plan().harm(), place);
    }

    /** What the target said when the guard was asked. */
    public TargetReading target() {
        return target;
    }

    /** True once: for the caller that may run it. */
    boolean take() {
        return used.compareAndSet(false, true);
    }
}
