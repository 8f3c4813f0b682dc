package dev.tars.console.practice;

import dev.tars.console.practice.front.Fault;
import dev.tars.console.practice.model.Conditions;
import dev.tars.console.practice.model.Region;
import dev.tars.console.practice.servers.Servers;
import dev.tars.console.practice.servers.Trouble;
import dev.tars.console.practice.targets.TargetServer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What each drill does to which part. */
final class Faults {

    private Faults() {}

    static Conditions conditions(Set<Drill> active) {
        return new Conditions(
                active.contains(Drill.LATENCY_UP) ? Region.US_EAST_1.id() : "",
                active.contains(Drill.ERRORS_UP) ? Region.EU_WEST_1.id() : "",
                !active.contains(Drill.TRAFFIC_STOPS));
    }

    /** The worst of what is on. */
    static Fault ofFront(Set<Drill> active) {
        if (active.contains(Drill.PROMETHEUS_UNAVAILABLE)) {
            return Fault.UNAVAILABLE;
        }
        if (active.contains(Drill.PROMETHEUS_GARBAGE)) {
            return Fault.GARBAGE;
        }
        return active.contains(Drill.PROMETHEUS_SLOW) ? Fault.SLOW : Fault.NONE;
    }

    static void apply(Set<Drill> active, Servers servers) {
        servers.want(Servers.POSTGRESQL, !active.contains(Drill.DATABASE_DOWN));
        servers.want(Servers.redisKey(Region.US_EAST_1.id()), !active.contains(Drill.REDIS_DOWN));
        servers.trouble(troubles(active));
    }

    private static Set<Trouble> troubles(Set<Drill> active) {
        Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
        for (Drill drill : active) {
            switch (drill) {
                case LONG_TRANSACTION -> troubles.add(Trouble.LONG_TRANSACTION);
                case BUILD_CANCELLED -> troubles.add(Trouble.BUILD_CANCELLED);
                case LINE_CUT -> troubles.add(Trouble.LINE_CUT);
                case DUPLICATE_ROWS -> troubles.add(Trouble.DUPLICATE_ROWS);
                case DISK_FULL -> troubles.add(Trouble.DISK_FULL);
                case LATENCY_UP,
                        ERRORS_UP,
                        TRAFFIC_STOPS,
                        TARGET_DOWN,
                        DATABASE_DOWN,
                        REDIS_DOWN,
                        PROMETHEUS_SLOW,
                        PROMETHEUS_UNAVAILABLE,
                        PROMETHEUS_GARBAGE -> {}
            }
        }
        return troubles;
    }

    static void apply(Set<Drill> active, List<TargetServer> servers) {
        for (TargetServer server : servers) {
            boolean concerned = server.target().job().equals("tars")
                    && server.target().region().equals(Region.EU_WEST_1.id());
            if (concerned && active.contains(Drill.TARGET_DOWN)) {
                server.refuse();
            } else {
                server.accept();
            }
        }
    }
}
