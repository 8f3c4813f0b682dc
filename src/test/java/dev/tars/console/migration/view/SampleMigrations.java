package dev.tars.console.migration.view;

import static dev.tars.console.migration.Samples.AT;
import static dev.tars.console.migration.Samples.BY_REGION;
import static dev.tars.console.migration.Samples.OF_AGENT;

import dev.tars.console.migration.Blocker;
import dev.tars.console.migration.BuildProgress;
import dev.tars.console.migration.EffectPoint;
import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.MigrationBoard;
import dev.tars.console.migration.MigrationBoard.Link;
import dev.tars.console.migration.MigrationBoard.Preflighted;
import dev.tars.console.migration.MigrationRun;
import dev.tars.console.migration.ProofSheet;
import dev.tars.console.migration.Samples;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.StatementRun;
import dev.tars.console.migration.StatementState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Boards as they come about. */
final class SampleMigrations {

    static final Migration MIGRATION = Samples.migration(OF_AGENT, BY_REGION);
    static final Blocker REPORT = new Blocker(
            18_823,
            "tars_report",
            "nightly-report.py",
            "idle in transaction",
            Optional.of(AT.minusSeconds(700)),
            "SELECT agent_id, count(*) FROM evaluations GROUP BY 1");

    private SampleMigrations() {}

    static MigrationBoard ready() {
        return MigrationBoard.EMPTY
                .with(Optional.of(MIGRATION), List.of())
                .with(Link.ANSWERING, Optional.of(AT))
                .with("7291440601830183/tars", pending());
    }

    static List<StatementRun> pending() {
        return MIGRATION.forward().statements().stream()
                .map(StatementRun::pending)
                .toList();
    }

    static Preflighted clear() {
        return new Preflighted(
                List.of(
                        new Finding(Weight.FINE, "server", "server", "PostgreSQL 15.6, primary, id 7291 4406 0183", ""),
                        new Finding(
                                Weight.WARNS,
                                "long-transactions",
                                "pg_stat_activity",
                                "One session is idle in a transaction since 11 min 40 s.",
                                "End it before, or the build waits for it."),
                        new Finding(
                                Weight.UNKNOWN,
                                "free-disk",
                                "pg_ls_dir",
                                "The free disk cannot be read; about 24 MiB are needed.",
                                "Look at the volume.")),
                AT);
    }

    static Preflighted blocked() {
        return new Preflighted(
                List.of(new Finding(
                        Weight.BLOCKS,
                        "standby",
                        "pg_is_in_recovery()",
                        "The server is a standby: nothing can be built here.",
                        "Connect to the primary.")),
                AT);
    }

    static ProofSheet before() {
        return ProofSheet.EMPTY
                .with(Samples.before(OF_AGENT, Samples.profile(512, 200)))
                .with(Samples.before(BY_REGION, Samples.profile(431, 200)));
    }

    static ProofSheet proven() {
        return before().with(Samples.after(OF_AGENT, Samples.profile(38, 200)))
                .with(Samples.after(BY_REGION, Samples.profile(31, 200)));
    }

    static StatementRun statement(int number, StatementState state, String words) {
        Statement statement = MIGRATION.forward().statements().get(number - 1);
        return new StatementRun(
                statement,
                state,
                Optional.of(AT.minusSeconds(200)),
                Duration.ofSeconds(48),
                Optional.empty(),
                List.of(),
                state == StatementState.DONE ? OptionalLong.of(11_900_000) : OptionalLong.empty(),
                words);
    }

    static MigrationRun run(MigrationRun.State state, String words, StatementRun... statements) {
        return new MigrationRun("run-7", false, AT.minusSeconds(300), state, List.of(statements), words);
    }

    /** The second build waits for an old transaction. */
    static MigrationBoard waiting() {
        Map<String, Duration> clocks = new LinkedHashMap<>();
        clocks.put("waiting for writers before build", Duration.ofSeconds(2));
        clocks.put("building index: scanning table", Duration.ofSeconds(31));
        clocks.put("building index: sorting live tuples", Duration.ofSeconds(20));
        clocks.put("building index: loading tuples in tree", Duration.ofSeconds(24));
        clocks.put("waiting for writers before validation", Duration.ofSeconds(3));
        clocks.put("index validation: scanning index", Duration.ofSeconds(12));
        clocks.put("index validation: sorting tuples", Duration.ofSeconds(6));
        clocks.put("index validation: scanning table", Duration.ofSeconds(10));
        clocks.put("waiting for old snapshots", Duration.ofSeconds(134));
        StatementRun held = new StatementRun(
                MIGRATION.forward().statements().get(1),
                StatementState.WAITING,
                Optional.of(AT.minusSeconds(242)),
                Duration.ofSeconds(242),
                Optional.of(new BuildProgress("waiting for old snapshots", 1, 2, OptionalInt.of(REPORT.pid()), clocks)),
                List.of(REPORT),
                OptionalLong.empty(),
                "");
        MigrationBoard board = ready().with(clear())
                .with(before())
                .with(run(MigrationRun.State.RUNNING, "", statement(1, StatementState.DONE, ""), held));
        List<EffectPoint> points = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            points.add(new EffectPoint(
                    AT.minusSeconds(60 - i),
                    34 + i % 7,
                    i == 0 ? OptionalDouble.empty() : OptionalDouble.of(210 + 3 * (i % 11)),
                    Optional.of(Duration.ofMillis(700 + 10 * (i % 13))),
                    0,
                    Duration.ZERO));
        }
        for (EffectPoint point : points) {
            board = board.with(point);
        }
        return board;
    }

    static MigrationBoard done() {
        return ready().with(clear())
                .with(run(
                        MigrationRun.State.DONE,
                        "",
                        statement(1, StatementState.DONE, ""),
                        statement(2, StatementState.DONE, "")));
    }
}
