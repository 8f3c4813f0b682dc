package dev.tars.console.app.shell;

import dev.tars.console.app.environments.Environment;
import dev.tars.console.base.ConnectionReport;
import dev.tars.console.ui.background.StallWatchdog.Stalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything the shell shows, as one picture.
 *
 * @param environment the active one
 * @param drill the drill that is on, in words
 * @param connections one a system, in a fixed order
 * @param poll empty while nothing is polled
 * @param stalls of the FX thread since start
 * @param journal how the journal stands, which is that of every environment; empty until it is asked for
 * @param notices what needs a person, newest first
 */
public record ShellState(
        Environment environment,
        ReleaseInForce release,
        Optional<String> drill,
        List<ConnectionReport> connections,
        Optional<PollStatus> poll,
        Stalls stalls,
        Optional<ConnectionReport> journal,
        List<Notice> notices) {

    public ShellState {
        connections = List.copyOf(connections);
        notices = List.copyOf(notices);
    }

    static ShellState of(Environment environment) {
        return new ShellState(
                environment,
                ReleaseInForce.NONE,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Stalls.NONE,
                Optional.empty(),
                List.of());
    }

    /** Another environment: nothing of the old one stays. */
    ShellState with(Environment next) {
        return new ShellState(next, release, Optional.empty(), List.of(), Optional.empty(), stalls, journal, notices);
    }

    ShellState with(ReleaseInForce next) {
        return new ShellState(environment, next, drill, connections, poll, stalls, journal, notices);
    }

    ShellState withDrill(Optional<String> words) {
        return new ShellState(environment, release, words, connections, poll, stalls, journal, notices);
    }

    ShellState withConnections(List<ConnectionReport> reports) {
        return new ShellState(environment, release, drill, reports, poll, stalls, journal, notices);
    }

    ShellState withJournal(ConnectionReport report) {
        return new ShellState(environment, release, drill, connections, poll, stalls, Optional.of(report), notices);
    }

    ShellState with(PollStatus status) {
        return new ShellState(environment, release, drill, connections, Optional.of(status), stalls, journal, notices);
    }

    ShellState with(Stalls seen) {
        return new ShellState(environment, release, drill, connections, poll, seen, journal, notices);
    }

    ShellState with(Notice notice) {
        List<Notice> all = new ArrayList<>();
        boolean known = false;
        for (Notice each : notices) {
            boolean same = each.cause().equals(notice.cause());
            all.add(same ? notice : each);
            // The page that does not open and the file it reads have one problem: it is told once.
            known |= same || each.problem().equals(notice.problem());
        }
        if (!known) {
            all.add(0, notice);
        }
        return new ShellState(environment, release, drill, connections, poll, stalls, journal, all);
    }

    ShellState withoutNotice(String cause) {
        List<Notice> rest =
                notices.stream().filter(n -> !n.cause().equals(cause)).toList();
        return new ShellState(environment, release, drill, connections, poll, stalls, journal, rest);
    }
}
