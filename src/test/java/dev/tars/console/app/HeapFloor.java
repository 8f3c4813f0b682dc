package dev.tars.console.app;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** What stays after a forced collection, and how long the collections that nobody forced made the process stand. */
final class HeapFloor {

    private static final String FORCED = "System.gc()";

    private long longestPause;
    private long pauses;
    private volatile Instant forcing = Instant.MAX;
    private volatile Instant forced = Instant.MIN;

    HeapFloor() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, handback) -> collected(
                                    GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())),
                            null,
                            null);
        }
    }

    private synchronized void collected(GarbageCollectionNotificationInfo info) {
        if (!info.getGcCause().equals(FORCED)) {
            longestPause = Math.max(longestPause, info.getGcInfo().getDuration());
            pauses++;
        }
    }

    /** Forces a collection. @return what is left, in MB */
    double force() {
        forcing = Instant.now();
        System.gc();
        forced = Instant.now();
        double left = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
        return left;
    }

    /** Whether a time overlaps the last collection that was forced. */
    boolean overlapsForced(Instant from, Instant to) {
        return from.isBefore(forced) && to.isAfter(forcing);
    }

    /** Counts from now on. */
    synchronized void restart() {
        longestPause = 0;
        pauses = 0;
    }

    /** Of the collections nobody forced, in ms. */
    synchronized long longestPause() {
        return longestPause;
    }

    synchronized long pauses() {
        return pauses;
    }
}
