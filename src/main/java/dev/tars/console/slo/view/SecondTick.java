package dev.tars.console.slo.view;

import dev.tars.console.slo.SloFeed.Subscription;

/** Calls back on the FX thread about once a second: ages grow even when nothing arrives. */
@FunctionalInterface
public interface SecondTick {

    /** Calls {@code receiver} every second until the subscription is closed. */
    Subscription subscribe(Runnable receiver);
}
