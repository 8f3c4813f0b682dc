package dev.tars.console.migration;

import dev.tars.console.base.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is known of every query before and after. Which side a measurement is on was read in the catalogue when it was
 * made: it is before where the query's index did not stand. A newer "before" makes the "after" of an older state void, as
 * a rollback does.
 */
public final class ProofSheet {

    /** Nothing measured yet. */
    public static final ProofSheet EMPTY = new ProofSheet(Map.of(), Map.of());

    private record Sides<T>(Optional<T> before, Optional<T> after) {}

    private final Map<String, Sides<Measurement>> queries;
    private final Map<String, Sides<WriteCost>> writes;

    private ProofSheet(Map<String, Sides<Measurement>> queries, Map<String, Sides<WriteCost>> writes) {
        this.queries = Map.copyOf(queries);
        this.writes = Map.copyOf(writes);
    }

    /** With one more; the later one counts. */
    public ProofSheet with(Measurement one) {
        Map<String, Sides<Measurement>> next = new LinkedHashMap<>(queries);
        next.put(
                one.query(),
                one.side() == Measurement.Side.BEFORE
                        ? new Sides<>(Optional.of(one), Optional.empty())
                        : new Sides<>(sides(one.query()).before(), Optional.of(one)));
        return new ProofSheet(next, writes);
    }

    /** With one more. @param all how many indexes the migration makes on the table */
    public ProofSheet with(WriteCost one, int all) {
        Sides<WriteCost> old = writes.getOrDefault(one.table(), new Sides<>(Optional.empty(), Optional.empty()));
        Map<String, Sides<WriteCost>> next = new LinkedHashMap<>(writes);
        if (one.indexes() == 0) {
            next.put(one.table(), new Sides<>(Optional.of(one), Optional.empty()));
        } else if (one.indexes() == all) {
            next.put(one.table(), new Sides<>(old.before(), Optional.of(one)));
        }
        return new ProofSheet(queries, next);
    }

    private Sides<Measurement> sides(String query) {
        return queries.getOrDefault(query, new Sides<>(Optional.empty(), Optional.empty()));
    }

    /** One a query, in their order. */
    public List<Proof> proofs(List<ApiQuery> of) {
        return of.stream()
                .map(query -> Proof.of(
                        query, sides(query.id()).before(), sides(query.id()).after()))
                .toList();
    }

    /** One a table whose inserts were measured. */
    public List<WriteProof> writes() {
        List<WriteProof> all = new ArrayList<>();
        new TreeSet<>(writes.keySet()).forEach(table -> {
            Sides<WriteCost> sides = writes.getOrDefault(table, new Sides<>(Optional.empty(), Optional.empty()));
            all.add(WriteProof.of(table, sides.before(), sides.after()));
        });
        return List.copyOf(all);
    }

    /** Whether the migration was worth it: met where every query is, missed where one is. */
    public Verdict verdict(List<ApiQuery> of) {
        List<Proof> proofs = proofs(of);
        Optional<Verdict> missed = first(proofs, Verdict.Missed.class);
        if (missed.isPresent()) {
            return missed.get();
        }
        if (proofs.isEmpty()) {
            return new Verdict.Unknown("no queries", "The migration names no query that it must make fast.");
        }
        return first(proofs, Verdict.Unknown.class)
                .orElseGet(() -> new Verdict.Met("All " + proofs.size() + " queries use their index.", false));
    }

    private static Optional<Verdict> first(List<Proof> proofs, Class<? extends Verdict> kind) {
        return proofs.stream().map(Proof::verdict).filter(kind::isInstance).findFirst();
    }
}
