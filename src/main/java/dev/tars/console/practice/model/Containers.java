package dev.tars.console.practice.model;

import java.util.ArrayList;
import java.util.List;

/** The region's containers as cAdvisor sees them. */
final class Containers implements Part {
    private static final double MIB = 1024.0 * 1024;

    private record Pod(String name, double cores, double mebibytes, double swing, double limit, double bytes) {}

    private static final List<Pod> PODS = List.of(
            new Pod("dashboard-api", 0.35, 310, 20, 1024, 900_000),
            new Pod("orchestration-agent", 0.8, 540, 40, 2048, 350_000),
            new Pod("eval-engine", 1.6, 980, 90, 4096, 420_000),
            new Pod("hypersync", 0.2, 190, 12, 1024, 150_000),
            new Pod("ppo-agent", 1.1, 660, 28, 4096, 120_000));

    private record Line(Pod pod, Noise noise, Counter cpu, Gauge memory, Gauge limit, Counter received, Counter sent) {}

    private final List<Line> lines = new ArrayList<>();

    Containers(Families families) {
        for (Pod pod : PODS) {
            String[] labels = {"namespace", "tars", "pod", pod.name(), "container", pod.name()};
            lines.add(new Line(
                    pod,
                    families.noise(pod.name()),
                    families.amount("container_cpu_usage_seconds_total", "CPU time used.", pod.cores(), labels),
                    families.gauge("container_memory_working_set_bytes", "Memory that cannot be reclaimed.", labels),
                    families.gauge("container_spec_memory_limit_bytes", "Memory limit.", labels),
                    families.counter("container_network_receive_bytes_total", "Bytes received.", pod.bytes(), labels),
                    families.counter(
                            "container_network_transmit_bytes_total", "Bytes sent.", pod.bytes() * 1.4, labels)));
        }
    }

    @Override
    public void advance(double to, double seconds, Conditions now) {
        for (Line line : lines) {
            double rough = line.noise().rough(to);
            Pod pod = line.pod();
            line.cpu().add(pod.cores() * (1 + 0.25 * rough) * seconds);
            double mebibytes =
                    pod.mebibytes() + pod.swing() * (0.7 * line.noise().at(to, 480) + 0.3 * rough);
            line.memory().set(Math.rint(mebibytes * MIB));
            line.limit().set(pod.limit() * MIB);
            line.received().add(pod.bytes() * (1 + 0.2 * rough) * seconds);
            line.sent().add(pod.bytes() * 1.4 * (1 + 0.2 * rough) * seconds);
        }
    }
}
