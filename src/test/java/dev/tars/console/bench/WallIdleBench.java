package dev.tars.console.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.tars.console.slo.view.WallOnScriptedFeed;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What the wall costs while it hangs there: CPU of the whole process over a minute, four polls in it. */
final class WallIdleBench {

    private static final int WARM_UP = 20;
    private static final int MEASURED = 60;

    private WallIdleBench() {}

    static void run() throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try (WallOnScriptedFeed wall = WallOnScriptedFeed.open()) {
            pass(WARM_UP);
            long before = system.getProcessCpuTime();
            long start = System.nanoTime();
            pass(MEASURED);
            double cpu = (system.getProcessCpuTime() - before) / 1e6;
            double seconds = (System.nanoTime() - start) / 1e9;
            Bench.figure("wall-idle-cpu", cpu, "ms");
            Bench.figure("wall-idle-core", cpu / seconds / 10, "%");
        }
    }

    private static void pass(int seconds) throws InterruptedException {
        // Nobody counts it down: this is the time that goes by.
        var unused = new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
    }
}
