package dev.tars.console.app;

import dev.tars.console.app.guard.GuardRoom;
import dev.tars.console.base.Problem;
import dev.tars.console.migration.Blocker;
import dev.tars.console.migration.view.MigrationActs;
import dev.tars.console.release.Guard;
import dev.tars.console.release.Harm;

/** The migration page's way to the guard. Belongs to the FX thread. */
final class MigrationGate implements MigrationActs {

    private final String environment;
    private final MigrationDoing doing;
    private final Guard guard;
    private final GuardRoom room;

    MigrationGate(String environment, MigrationDoing doing, Guard guard, GuardRoom room) {
        this.environment = environment;
        this.doing = doing;
        this.guard = guard;
        this.room = room;
    }

    @Override
    public String unavailable() {
        return guard.standing(Harm.REVERSIBLE, environment).map(Problem::what).orElse("");
    }

    @Override
    public void ask(Act act) {
        doing.of(act).ifPresent(room::ask);
    }

    @Override
    public void ask(Blocker blocker, boolean terminate) {
        room.ask(doing.of(blocker, terminate));
    }
}
