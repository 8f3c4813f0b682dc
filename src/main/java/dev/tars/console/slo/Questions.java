package dev.tars.console.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every expression that a poll asks, each once. */
final class Questions {

    private final List<Slo> slos;
    private final Set<String> always = new LinkedHashSet<>();

    Questions(List<Slo> slos) {
        this.slos = List.copyOf(slos);
        for (Slo slo : slos) {
            for (Window window : Window.values()) {
                always.add(slo.queries().getOrDefault(window, slo.judgingQuery()));
            }
            slo.target().ifPresent(always::add);
            slo.freshness().ifPresent(always::add);
            slo.budget().ifPresent(plan -> plan.windows().forEach(w -> always.add(BudgetJudge.query(slo, plan, w))));
        }
    }

    /** Asks a poll; records that do not exist yet are asked for again by what they stand for. */
    SloSource.Batch ask(SloSource source, Asked asked) throws SloSource.SourceFailed, InterruptedException {
        SloSource.Batch batch = source.ask(at(asked.serverAt(), asked.mark(), asked.skew()), asked.serverAt());
        Set<String> raw = raw(batch);
        return raw.isEmpty() ? batch : batch.and(source.ask(raw, asked.serverAt()));
    }

    /** The raw expressions of those objectives whose records do not exist on the server. */
    private Set<String> raw(SloSource.Batch batch) {
        Answers answers = new Answers(batch);
        Set<String> all = new LinkedHashSet<>();
        for (Slo slo : slos) {
            if (!slo.raw().isEmpty() && answers.areEmpty(slo)) {
                all.addAll(slo.raw().values());
            }
        }
        return all;
    }

    /** @param mark since when a release is charged @param skew server clock minus ours */
    Collection<String> at(Instant serverAt, Optional<ReleaseMark> mark, Duration skew) {
        if (mark.isEmpty()) {
            return always;
        }
        Set<String> all = new LinkedHashSet<>(always);
        Instant since = mark.get().at().plus(skew);
        for (Slo slo : slos) {
            slo.budget().ifPresent(plan -> all.add(CostJudge.query(slo, plan, since, serverAt)));
        }
        return all;
    }
}
