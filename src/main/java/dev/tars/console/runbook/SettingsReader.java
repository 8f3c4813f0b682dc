package dev.tars.console.runbook;

import dev.tars.console.document.DocumentException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the attributes of a title mean, together with what stands above it. */
final class SettingsReader {

    /** All names that may stand after an id. */
    static final String[] NAMES = {
        "gate", "owner", "labels", "about", "fresh", "four-eyes", "needs", "watch", "every", "on-miss", "on-unknown"
    };

    private SettingsReader() {}

    static Settings read(Attributes attributes, Settings above) throws DocumentException {
        attributes.allowOnly(NAMES);
        return new Settings(
                attributes.text("gate").orElse(above.gate()),
                attributes.text("owner").orElse(above.owner()),
                joined(above.labels(), attributes.list("labels")),
                joined(above.about(), attributes.list("about")),
                attributes.duration("fresh").or(above::fresh),
                attributes.flag("four-eyes") || above.fourEyes(),
                attributes.list("needs"),
                watch(attributes));
    }

    private static List<String> joined(List<String> above, List<String> own) {
        Set<String> all = new LinkedHashSet<>(above);
        all.addAll(own);
        return List.copyOf(all);
    }

    private static Optional<Watch> watch(Attributes attributes) throws DocumentException {
        Optional<Duration> hold = attributes.duration("watch");
        if (hold.isEmpty()) {
            for (String name : new String[] {"every", "on-miss", "on-unknown"}) {
                if (attributes.has(name)) {
                    throw attributes.error(name, name + " without watch", "add watch=24h, or leave " + name + " out");
                }
            }
            return Optional.empty();
        }
        Duration every = attributes.duration("every").orElse(Watch.EVERY);
        if (hold.get().compareTo(every) < 0) {
            throw attributes.error("watch", "it is asked less often than it has to hold", "write a shorter every");
        }
        String onMiss = attributes.oneOf("on-miss", "restart", "fail").orElse("restart");
        String onUnknown = attributes.oneOf("on-unknown", "pause", "restart").orElse("pause");
        return Optional.of(new Watch(
                hold.get(),
                every,
                Watch.OnMiss.valueOf(onMiss.toUpperCase(Locale.ROOT)),
                Watch.OnUnknown.valueOf(onUnknown.toUpperCase(Locale.ROOT))));
    }
}
