package dev.tars.console.app.cli;

import dev.tars.console.app.Wiring;
import dev.tars.console.app.environments.Environment;
import dev.tars.console.app.guard.Desk;
import dev.tars.console.app.guard.LabelCheck;
import dev.tars.console.app.guard.PeopleFolder;
import dev.tars.console.base.Problem;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.connect.prometheus.PrometheusClient;
import dev.tars.console.journal.Journal;
import dev.tars.console.release.Action;
import dev.tars.console.release.Arming;
import dev.tars.console.release.Confirmation;
import dev.tars.console.release.Guard;
import dev.tars.console.release.JournalRecord;
import dev.tars.console.release.Mode;
import dev.tars.console.release.Outcome;
import dev.tars.console.release.Refused;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** An action of a command before the same guard as in the window: the plan is shown, the typed name confirms it. */
final class CliGuard {

    private final Wiring wiring;
    private final Environment place;
    private final Guard guard;
    private final PrintWriter err;

    CliGuard(Wiring wiring, Environment place, String person, boolean readOnly, Journal journal, PrintWriter err) {
        this.wiring = wiring;
        this.place = place;
        this.err = err;
        PeopleFolder.Read people = PeopleFolder.read(wiring.folders().people());
        people.problem().ifPresent(problem -> say(err, problem));
        Desk desk = new Desk(place.place(), person);
        desk.count(people.people());
        guard = new Guard(
                new Mode(readOnly),
                desk,
                new LabelCheck(() -> Optional.of(target()), wiring.clock()),
                new JournalRecord(() -> Optional.of(journal)),
                wiring.clock());
    }

    /**
     * Shows what would run and runs it where the name is typed.
     *
     * @param typed the name of the environment, written out; empty where it is only shown
     * @return empty where it was refused, or only shown
     */
    Optional<Outcome> run(Action action, Optional<String> typed) throws InterruptedException {
        try {
            Arming arming = guard.arm(action);
            err.println("Exactly this runs on " + place.name() + ", plan "
                    + arming.request().plan().shortHash() + ":");
            arming.request().plan().steps().forEach(step -> err.println("  " + step));
            if (typed.isPresent() && !typed.get().equals(place.name())) {
                err.println("--yes-environment is \"" + typed.get() + "\", not " + place.name() + ".");
                return Optional.empty();
            }
            Confirmation given = new Confirmation(typed.isPresent(), typed.orElse(""), List.of());
            return Optional.of(guard.run(arming, given));
        } catch (Refused e) {
            say(err, e.problem());
            return Optional.empty();
        }
    }

    private LabelCheck.Target target() {
        return new LabelCheck.Target(place.name(), place.safeguard().labels(), () -> {
            HttpEndpoint endpoint =
                    place.prometheus().orElseThrow(() -> new IOException("practice has no Prometheus of its own here"));
            try (PrometheusClient client = new PrometheusClient(endpoint, wiring.clock(), wiring.ticker())) {
                return client.configuration();
            }
        });
    }

    static void say(PrintWriter err, Problem problem) {
        if (!problem.where().isEmpty()) {
            err.print(problem.where() + ": ");
        }
        err.println(problem.what());
        for (String line : List.of(problem.consequence(), problem.mend())) {
            if (!line.isEmpty()) {
                err.println(line);
            }
        }
    }
}
