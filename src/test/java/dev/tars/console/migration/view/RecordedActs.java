package dev.tars.console.migration.view;

import dev.tars.console.migration.Blocker;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was asked for. */
final class RecordedActs implements MigrationActs {

    final List<String> asked = new ArrayList<>();
    String unavailable = "";

    @Override
    public String unavailable() {
        return unavailable;
    }

    @Override
    public void ask(Act act) {
        asked.add(act.name());
    }

    @Override
    public void ask(Blocker blocker, boolean terminate) {
        asked.add((terminate ? "terminate " : "cancel ") + blocker.pid());
    }
}
