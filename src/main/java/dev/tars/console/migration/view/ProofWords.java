package dev.tars.console.migration.view;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Unit;
import dev.tars.console.base.Verdict;
import dev.tars.console.migration.LatencyProfile;
import dev.tars.console.migration.Measurement;
import dev.tars.console.migration.PlanDiff;
import dev.tars.console.migration.Proof;
import dev.tars.console.migration.ProofSheet;
import dev.tars.console.migration.QueryPlan;
import dev.tars.console.migration.WriteCost;
import dev.tars.console.migration.WriteProof;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.controls.Look;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The proof in words. */
final class ProofWords {

    static final String WRITE = "write:";

    private final Texts texts;

    ProofWords(Texts texts) {
        this.texts = texts;
    }

    List<ProofRow> rows(List<Proof> proofs, ProofSheet sheet) {
        List<ProofRow> rows = new ArrayList<>();
        proofs.forEach(proof -> rows.add(row(proof)));
        sheet.writes().forEach(write -> rows.add(row(write)));
        return rows;
    }

    private ProofRow row(Proof proof) {
        String id = proof.query().id();
        return new ProofRow(
                id,
                proof.query().title(),
                p95(proof.before().flatMap(Measurement::latency)),
                p95(proof.after().flatMap(Measurement::latency)),
                plan(proof),
                look(proof.verdict()),
                word(proof),
                sentence(proof.verdict()));
    }

    private ProofRow row(WriteProof write) {
        Optional<LatencyProfile> before = write.before().flatMap(WriteCost::latency);
        Optional<LatencyProfile> after = write.after().flatMap(WriteCost::latency);
        String word = before.isPresent() && after.isPresent()
                ? texts.get("migration.proof.more", change(before.get(), after.get()))
                : why(write.verdict());
        return new ProofRow(
                WRITE + write.table(),
                texts.get("migration.proof.insert", write.table()),
                p95(before),
                p95(after),
                texts.get("migration.proof.insert.limit"),
                look(write.verdict()),
                word,
                sentence(write.verdict()));
    }

    private static String change(LatencyProfile before, LatencyProfile after) {
        double share = (double) after.p95().toNanos() / Math.max(1, before.p95().toNanos()) - 1;
        long percent = Math.round(share * 100);
        return (percent < 0 ? "−" : "+") + Math.abs(percent);
    }

    private static String p95(Optional<LatencyProfile> latency) {
        return latency.map(l -> Figures.of(l.p95().toNanos() / 1e9, Unit.SECONDS))
                .orElse(Figures.NO_VALUE);
    }

    private String plan(Proof proof) {
        Optional<QueryPlan> before = proof.before().flatMap(Measurement::plan);
        Optional<QueryPlan> after = proof.after().flatMap(Measurement::plan);
        if (before.isPresent() && after.isPresent()) {
            return PlanDiff.brief(before.get(), after.get());
        }
        return after.or(() -> before)
                .map(plan -> PlanDiff.words(plan).stream().findFirst().orElse(""))
                .orElseGet(
                        () -> texts.get("migration.proof.waits", proof.query().index()));
    }

    private String word(Proof proof) {
        return proof.verdict()
                .match(
                        met -> texts.get(
                                "migration.proof.used",
                                proof.times()
                                        .map(t -> Figures.times(BigDecimal.valueOf(t)))
                                        .orElse(Figures.NO_VALUE)),
                        missed -> texts.get(
                                proof.usesIndex().orElse(true) ? "migration.proof.missed" : "migration.proof.unused"),
                        unknown -> unknown.why(),
                        waived -> waived.reason());
    }

    private static String why(Verdict verdict) {
        return verdict.match(met -> "", missed -> "", unknown -> unknown.why(), waived -> "");
    }

    static String sentence(Verdict verdict) {
        return verdict.match(
                met -> met.sentence(),
                missed -> missed.sentence(),
                unknown -> unknown.sentence(),
                waived -> waived.reason());
    }

    /** Nothing measured at all is quiet: nobody has claimed anything yet. */
    static Look look(Verdict verdict) {
        return verdict.match(
                met -> Look.MET,
                missed -> Look.MISSED,
                unknown -> unknown.why().equals("not measured") ? Look.NOT_RUN : Look.UNKNOWN,
                waived -> Look.WAIVED);
    }

    /** The chosen query: plans side by side, what became of them, its latency on both sides, the size of its index. */
    List<String> details(Proof proof) {
        List<String> lines = new ArrayList<>();
        lines.add(sentence(proof.verdict()));
        Optional<QueryPlan> before = proof.before().flatMap(Measurement::plan);
        Optional<QueryPlan> after = proof.after().flatMap(Measurement::plan);
        if (before.isPresent() && after.isPresent()) {
            lines.addAll(PlanDiff.words(before.get(), after.get()));
        }
        proof.after()
                .filter(m -> m.indexBytes().isPresent())
                .ifPresent(m -> lines.add(texts.get(
                        "migration.proof.size",
                        proof.query().index(),
                        Figures.of(m.indexBytes().getAsLong(), Unit.BYTES))));
        return lines;
    }

    String side(String key, Optional<Measurement> side) {
        String name = texts.get(key);
        return side.flatMap(Measurement::latency)
                .map(l -> texts.get(
                        "migration.proof.side",
                        name,
                        figure(l.p50()),
                        figure(l.p95()),
                        figure(l.p99()),
                        figure(l.max()),
                        l.runs(),
                        l.concurrency()))
                .orElseGet(() -> texts.get(
                        "migration.proof.side.none",
                        name,
                        side.map(Measurement::why).orElse(texts.get("migration.proof.notmeasured"))));
    }

    /** A plan as indented lines. */
    static String tree(Optional<Measurement> side) {
        return side.flatMap(Measurement::plan)
                .map(plan -> PlanLines.of(plan.root()))
                .orElse("");
    }

    private static String figure(java.time.Duration duration) {
        return Figures.of(duration.toNanos() / 1e9, Unit.SECONDS);
    }
}
