package dev.tars.console.checklist.view;

import dev.tars.console.base.Evidence;
import dev.tars.console.base.Figures;
import dev.tars.console.checklist.Entry;
import dev.tars.console.checklist.GoNoGo;
import dev.tars.console.checklist.ItemState;
import dev.tars.console.checklist.ItemStatus;
import dev.tars.console.checklist.Recorded;
import dev.tars.console.checklist.Todo;
import dev.tars.console.checklist.WhyNot;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.controls.Look;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kordamp.ikonli.feather.Feather;

/** What the page says. */
final class ChecklistWords {

    private static final int NAMED = 3;
    private static final Map<String, Feather> KINDS = Map.ofEntries(
            Map.entry("promql", Feather.ACTIVITY),
            Map.entry("sql", Feather.DATABASE),
            Map.entry("http", Feather.GLOBE),
            Map.entry("report", Feather.FILE_TEXT),
            Map.entry("file", Feather.FILE),
            Map.entry("redis", Feather.SERVER),
            Map.entry("shell", Feather.TERMINAL),
            Map.entry("kubectl", Feather.BOX),
            Map.entry("helm", Feather.BOX),
            Map.entry("jaeger", Feather.GIT_MERGE),
            Map.entry("soak", Feather.CPU));

    private final Texts texts;
    private final ZoneId zone;

    ChecklistWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    String word(String key, Object... arguments) {
        return arguments.length == 0 ? texts.get("checklist." + key) : texts.get("checklist." + key, arguments);
    }

    private static String key(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String state(ItemState state) {
        return word("state." + key(state));
    }

    static Look look(ItemState state) {
        return switch (state) {
            case NOT_RUN -> Look.NOT_RUN;
            case RUNNING, WATCHING -> Look.RUNNING;
            case MET -> Look.MET;
            case MISSED -> Look.MISSED;
            case UNKNOWN -> Look.UNKNOWN;
            case NOT_APPLICABLE -> Look.NOT_APPLICABLE;
            case WAIVED -> Look.WAIVED;
            case STALE -> Look.STALE;
            case TO_SIGN -> Look.TO_SIGN;
            case SIGNED -> Look.SIGNED;
        };
    }

    /** The kind of an item: of its first block, or a person. */
    static Feather icon(ItemStatus status) {
        return status.automatic()
                ? KINDS.getOrDefault(status.item().blocks().get(0).kind(), Feather.CIRCLE)
                : Feather.USER;
    }

    String kind(ItemStatus status) {
        return status.automatic()
                ? status.item().blocks().stream()
                        .map(block -> block.kind())
                        .distinct()
                        .collect(Collectors.joining(", "))
                : word("kind.person");
    }

    String age(ItemStatus status, Instant now) {
        if (status.state() == ItemState.RUNNING) {
            return word("age.now");
        }
        return status.at().map(at -> Figures.age(Duration.between(at, now))).orElse(Figures.NO_VALUE);
    }

    String owner(ItemStatus status) {
        if (!status.by().isEmpty() && !status.automatic()) {
            return status.by();
        }
        String owner = status.item().settings().owner();
        return owner.isEmpty() ? (status.automatic() ? word("owner.auto") : word("owner.none")) : owner;
    }

    String gate(String name) {
        return name.isEmpty() ? word("gate.none") : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    String gate(GoNoGo verdict) {
        return gate(verdict.gate()) + " " + (verdict.items() - verdict.open()) + "/" + verdict.items();
    }

    /** "Go", or "No-go". */
    String verdict(GoNoGo verdict) {
        return word(verdict.isGo() ? "go" : "nogo");
    }

    /** The sentence beside the verdict. */
    String sentence(GoNoGo verdict) {
        if (!verdict.trouble().isEmpty()) {
            return verdict.trouble();
        }
        String gate = verdict.gate().isEmpty() ? word("gate.none").toLowerCase(Locale.ROOT) : verdict.gate();
        return verdict.isGo()
                ? word("sentence.go", verdict.items(), gate)
                : word("sentence.nogo", verdict.open(), verdict.items(), gate);
    }

    /** What unblocks most, in a line. */
    String unblocks(GoNoGo verdict) {
        return verdict.whyNot().stream()
                .limit(NAMED)
                .map(why ->
                        todo(why.todo()) + ": " + why.status().item().title().plain())
                .collect(Collectors.joining(" · "));
    }

    String counts(GoNoGo verdict) {
        Map<ItemState, Integer> counts = new TreeMap<>(verdict.counts());
        return counts.entrySet().stream()
                .map(each -> each.getValue() + " " + state(each.getKey()))
                .collect(Collectors.joining(" · "));
    }

    String todo(Todo todo) {
        return word("todo." + key(todo));
    }

    String whyNot(WhyNot why) {
        String waiting = why.waiting() == 0 ? "" : " · " + word("whynot.waiting", why.waiting());
        String owner = why.owner().isEmpty() ? "" : " · " + why.owner();
        return todo(why.todo()) + owner + waiting;
    }

    String when(Instant at) {
        return Figures.day(at, zone) + " " + Figures.clockWithZone(at, zone);
    }

    String asked(Evidence evidence) {
        return word("evidence.when", when(evidence.askedAt()), Figures.duration(evidence.took()));
    }

    /** One line of an item's history. */
    String history(Recorded line) {
        Entry entry = line.entry();
        String what;
        if (entry instanceof Entry.Answered it) {
            what = it.evidence().stream()
                    .map(Evidence::verdict)
                    .map(verdict -> verdict.match(
                            met -> word("state.met") + ": " + met.sentence(),
                            missed -> word("state.missed") + ": " + missed.sentence(),
                            unknown -> word("state.unknown") + ": " + unknown.sentence(),
                            waived -> ""))
                    .collect(Collectors.joining("; "));
        } else if (entry instanceof Entry.Said it) {
            what = word("history." + key(it.statement().what()))
                    + (it.statement().words().isEmpty()
                            ? ""
                            : ": " + it.statement().words())
                    + it.statement()
                            .until()
                            .map(end -> ", " + word("history.until", when(end)))
                            .orElse("");
        } else if (entry instanceof Entry.Noted it) {
            what = word("history.noted") + ": " + it.words();
        } else if (entry instanceof Entry.Reset it) {
            what = word("history.reset") + (it.reason().isEmpty() ? "" : ": " + it.reason());
        } else {
            what = word("history." + entry.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        }
        return when(line.stamp().at()) + " · " + line.stamp().by() + " · " + what;
    }

    Texts texts() {
        return texts;
    }
}
