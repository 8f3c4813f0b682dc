package dev.tars.console.app.cli;

import dev.tars.console.app.Wiring;
import dev.tars.console.app.environments.Environment;
import dev.tars.console.app.guard.Desk;
import dev.tars.console.app.guard.LabelCheck;
import dev.tars.console.app.guard.PeopleFolder;
import dev.tars.console.base.Problem;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.connect.prometheus.PrometheusClient;
import dev.tars.console.journal.Draft;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.Kinds;
import dev.tars.console.journal.Payload;
import dev.tars.console.release.Action;
import dev.tars.console.release.Arming;
import dev.tars.console.release.Confirmation;
import dev.tars.console.release.Guard;
import dev.tars.console.release.Harm;
import dev.tars.console.release.JournalRecord;
import dev.tars.console.release.Mode;
import dev.tars.console.release.Outcome;
import dev.tars.console.release.Refused;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.background.Workers;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tars-console mark}: from now on the release is charged, by way of the same guard as in the window. */
@Command(
        name = "mark",
        mixinStandardHelpOptions = true,
        description = "The release starts now: count its cost in an environment.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:refused or failed, nothing was changed",
            "2:the command line is wrong",
            "3:it is not known whether it was done"
        },
        sortOptions = false)
final class ReleaseMark implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int WRONG = 2;
    private static final int UNKNOWN = 3;

    private final Wiring wiring;

    @Parameters(paramLabel = "WORDS", description = "what starts: \"v1.0.1 starts\"")
    private String words = "";

    @Option(names = "--environment", paramLabel = "NAME", required = true, description = "where")
    private String environment = "";

    @Option(
            names = "--as",
            paramLabel = "PERSON",
            description = "who does it, by the people file; else the system's user")
    private @Nullable String person;

    @Option(
            names = "--yes-environment",
            paramLabel = "NAME",
            description = "confirms by the name of the environment, written out; without it the plan is only shown")
    private @Nullable String typed;

    @Mixin
    private final JournalPlace where = new JournalPlace();

    @Option(names = "--read-only", description = "change nothing")
    private boolean readOnly;

    @Spec
    private @Nullable CommandSpec spec;

    ReleaseMark(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        Optional<Environment> place = wiring.environments(new Texts()).find(environment);
        if (place.isEmpty()) {
            err.println("There is no environment " + environment + " in environments.yaml.");
            return WRONG;
        }
        try (Workers workers = new Workers("mark", 1);
                Journal journal = Journal.open(wiring.journal(where.of(wiring)), wiring.clock(), workers.scheduler())) {
            return ask(place.get(), journal, err);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return WRONG;
        } catch (Refused e) {
            say(err, e.problem());
            return REFUSED;
        }
    }

    private int ask(Environment place, Journal journal, PrintWriter err)
            throws Refused, InterruptedException, IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PeopleFolder.Read people = PeopleFolder.read(wiring.folders().people());
        people.problem().ifPresent(problem -> say(err, problem));
        Desk desk = new Desk(place.place(), Optional.ofNullable(person).orElse(wiring.user()));
        desk.count(people.people());
        Guard guard = new Guard(
                new Mode(readOnly),
                desk,
                new LabelCheck(() -> Optional.of(target(place)), wiring.clock()),
                new JournalRecord(() -> Optional.of(journal)),
                wiring.clock());
        Arming arming = guard.arm(action(journal));
        out.println("Exactly this runs on " + environment + ", plan "
                + arming.request().plan().shortHash() + ":");
        arming.request().plan().steps().forEach(step -> out.println("  " + step));
        Confirmation given =
                new Confirmation(typed != null, Optional.ofNullable(typed).orElse(""), List.of());
        if (typed != null && !typed.equals(environment)) {
            err.println("--yes-environment is \"" + typed + "\", not " + environment + ".");
            return REFUSED;
        }
        Outcome outcome = guard.run(arming, given);
        out.println(outcome.words());
        return switch (outcome.ending()) {
            case DONE -> DONE;
            case FAILED -> REFUSED;
            case UNKNOWN -> UNKNOWN;
        };
    }

    private Action action(Journal journal) {
        return new Action(
                "release.mark",
                "The release starts now",
                Harm.REVERSIBLE,
                "",
                Action.Reach.CONSOLE,
                environment,
                () -> List.of("Journal: " + words + ", from this moment on"),
                approval -> {
                    var unused = journal.append(Draft.of(
                            approval.requester(),
                            environment,
                            Kinds.RELEASE_BEGAN,
                            Payload.builder().put("words", words).build()));
                    return Outcome.done("Marked.");
                });
    }

    private LabelCheck.Target target(Environment place) {
        return new LabelCheck.Target(environment, place.safeguard().labels(), () -> {
            HttpEndpoint endpoint =
                    place.prometheus().orElseThrow(() -> new IOException("practice has no Prometheus of its own here"));
            try (PrometheusClient client = new PrometheusClient(endpoint, wiring.clock(), wiring.ticker())) {
                return client.configuration();
            }
        });
    }

    private static void say(PrintWriter err, Problem problem) {
        err.println(problem.what());
        err.println(problem.consequence());
        err.println(problem.mend());
    }
}
