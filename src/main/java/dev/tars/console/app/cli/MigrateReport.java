package dev.tars.console.app.cli;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Unit;
import dev.tars.console.base.Verdict;
import dev.tars.console.journal.Payload;
import dev.tars.console.migration.Finding;
import dev.tars.console.migration.LatencyProfile;
import dev.tars.console.migration.Measurement;
import dev.tars.console.migration.MigrationBoard;
import dev.tars.console.migration.Proof;
import dev.tars.console.migration.StatementRun;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of the migration, as lines or as one JSON object. */
final class MigrateReport {

    private final MigrationBoard board;
    private final int code;

    MigrateReport(MigrationBoard board, int code) {
        this.board = board;
        this.code = code;
    }

    private List<Finding> findings() {
        List<Finding> all = new ArrayList<>(board.lint());
        board.preflight().ifPresent(p -> all.addAll(p.findings()));
        return all;
    }

    private List<Proof> proofs() {
        return board.migration().map(m -> board.sheet().proofs(m.queries())).orElse(List.of());
    }

    void print(PrintWriter out) {
        board.migration()
                .ifPresent(m -> out.println(
                        m.forward().file() + ", sha256 " + m.forward().sha256() + ", on "
                                + (board.database().isEmpty() ? Figures.NO_VALUE : board.database())));
        for (Finding finding : findings()) {
            out.println(finding.weight() + " " + finding.rule() + " " + finding.where() + ": " + finding.sentence()
                    + (finding.mend().isEmpty() ? "" : " " + finding.mend()));
        }
        for (StatementRun run : board.statements()) {
            out.println(run.statement().number() + " " + run.state() + " "
                    + run.statement().object() + (run.words().isEmpty() ? "" : ": " + run.words()));
        }
        board.run().ifPresent(run -> out.println(run.state() + ": " + run.words()));
        for (Proof proof : proofs()) {
            out.println(word(proof.verdict()) + " " + proof.query().id() + ": " + p95(proof.before()) + " before, "
                    + p95(proof.after()) + " after. " + sentence(proof.verdict()));
        }
        board.sheet()
                .writes()
                .forEach(write -> out.println(
                        word(write.verdict()) + " insert into " + write.table() + ": " + sentence(write.verdict())));
    }

    void json(PrintWriter out) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("code", (long) code);
        members.put("database", board.database());
        board.migration().ifPresent(m -> {
            members.put("migration", m.name());
            members.put("sha256", m.forward().sha256());
        });
        members.put("findings", findings().stream().map(MigrateReport::members).toList());
        members.put(
                "statements",
                board.statements().stream().map(MigrateReport::members).toList());
        board.run()
                .ifPresent(run -> members.put(
                        "run",
                        Map.of("state", run.state().name(), "words", run.words(), "rollback", run.isRollback())));
        members.put("proofs", proofs().stream().map(MigrateReport::members).toList());
        out.println(Payload.of(members).text());
    }

    private static Map<String, Object> members(Finding finding) {
        return Map.of(
                "weight", finding.weight().name(),
                "rule", finding.rule(),
                "where", finding.where(),
                "sentence", finding.sentence(),
                "mend", finding.mend());
    }

    private static Map<String, Object> members(StatementRun run) {
        return Map.of(
                "number", (long) run.statement().number(),
                "object", run.statement().object(),
                "kind", run.statement().kind().name(),
                "state", run.state().name(),
                "words", run.words());
    }

    private static Map<String, Object> members(Proof proof) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("query", proof.query().id());
        members.put("verdict", word(proof.verdict()));
        members.put("sentence", sentence(proof.verdict()));
        proof.usesIndex().ifPresent(uses -> members.put("usesIndex", uses));
        latency(proof.before())
                .ifPresent(l -> members.put("beforeP95Nanos", l.p95().toNanos()));
        latency(proof.after())
                .ifPresent(l -> members.put("afterP95Nanos", l.p95().toNanos()));
        return members;
    }

    private static Optional<LatencyProfile> latency(Optional<Measurement> side) {
        return side.flatMap(Measurement::latency);
    }

    private static String p95(Optional<Measurement> side) {
        return latency(side)
                .map(l -> "p95 " + Figures.of(l.p95().toNanos() / 1e9, Unit.SECONDS))
                .orElse(Figures.NO_VALUE);
    }

    static String word(Verdict verdict) {
        return verdict.match(met -> "MET", missed -> "MISSED", unknown -> "UNKNOWN", waived -> "WAIVED");
    }

    private static String sentence(Verdict verdict) {
        return verdict.match(
                met -> met.sentence(),
                missed -> missed.sentence(),
                unknown -> unknown.sentence(),
                waived -> waived.reason());
    }
}
