package dev.tars.console.practice.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One metric name of a target with its labelled children. */
public final class Family {

    /** @param labels without the target's own (job, instance, region) */
    public record Child(Map<String, String> labels, Cell cell) {}

    private final String name;
    private final String help;
    private final Kind kind;
    private final List<Child> children = new ArrayList<>();

    Family(String name, String help, Kind kind) {
        this.name = name;
        this.help = help;
        this.kind = kind;
    }

    <C extends Cell> C child(C cell, String... labels) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            map.put(labels[i], labels[i + 1]);
        }
        children.add(new Child(map, cell));
        return cell;
    }

    /** As it is exposed: counters with {@code _total} where they have it, histograms without {@code _bucket}. */
    public String name() {
        return name;
    }

    public String help() {
        return help;
    }

    public Kind kind() {
        return kind;
    }

    public List<Child> children() {
        return List.copyOf(children);
    }
}
