package dev.tars.console.checklist;

import dev.tars.console.base.Evidence;
import dev.tars.console.base.Verdict;
import dev.tars.console.connect.HandClock;
import dev.tars.console.release.ApprovalRequest;
import dev.tars.console.release.Consent;
import dev.tars.console.runbook.BrokenRunbook;
import dev.tars.console.runbook.Item;
import dev.tars.console.runbook.RunbookReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A list, what was recorded of it, and the facts of now; time is moved by hand. */
public final class Ledger {

    public static final String LIST = "validation-v1.0.1.md";

    public static final Verdict MET = new Verdict.Met("87 ms", false);
    public static final Verdict MISSED = new Verdict.Missed("187 ms");
    public static final Verdict NO_DATA = new Verdict.Unknown("no samples", "the answer is empty");

    final HandClock clock = new HandClock();
    final Folks folks = Folks.four();
    final Map<String, String> fingerprints = new HashMap<>();
    final Set<String> running = new HashSet<>();
    private final BookKeeper keeper = new BookKeeper();
    private final Set<String> kinds;
    private Checklist list;
    private Statements statements = new Statements(Folks.ENVIRONMENT, LIST, folks.people());
    private long sequence;

    Ledger(String markdown) {
        this(markdown, Set.of("promql", "sql", "shell"));
    }

    Ledger(String markdown, Set<String> kinds) {
        this.kinds = kinds;
        this.list = read(markdown, kinds);
    }

    static Checklist read(String markdown, Set<String> kinds) {
        try {
            return new Checklist(new RunbookReader().read(markdown, LIST), kinds);
        } catch (BrokenRunbook e) {
            throw new AssertionError(e);
        }
    }

    Checklist list() {
        return list;
    }

    /** The file was written anew. */
    Ledger rewrite(String markdown) {
        list = read(markdown, kinds);
        return this;
    }

    Ledger pass(Duration time) {
        clock.move(time);
        return this;
    }

    Item item(String id) {
        return list.item(id).orElseThrow();
    }

    Evidence evidence(Verdict verdict) {
        return new Evidence(
                "api_p95",
                "Prometheus at 127.0.0.1",
                clock.instant(),
                Duration.ofMillis(12),
                "[0.087]",
                "all < 100ms",
                verdict,
                Map.of());
    }

    Ledger keep(String by, Entry entry) {
        sequence++;
        keeper.keep(new Recorded(new Stamp(clock.instant(), by, sequence, "hash-" + sequence), entry));
        return this;
    }

    /** One verdict a block. */
    Ledger answer(String id, Verdict... verdicts) {
        List<Evidence> evidence = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            evidence.add(evidence(verdict));
        }
        return keep("Anna", new Entry.Answered(id, "run-1", list.hash(item(id)), evidence, about(item(id))));
    }

    /** Each automatic item is met, by every one of its blocks. */
    Ledger answerAll() {
        list.items().stream()
                .filter(list::isAutomatic)
                .forEach(item -> answer(
                        item.id(),
                        IntStream.range(0, item.blocks().size())
                                .mapToObj(i -> MET)
                                .toArray(Verdict[]::new)));
        return this;
    }

    private Map<String, String> about(Item item) {
        Map<String, String> about = new HashMap<>(fingerprints);
        about.keySet().retainAll(item.settings().about());
        return about;
    }

    Statement statement(Statement.What what, String id, String words, Optional<Instant> until) {
        ItemStatus status = status(id);
        return new Statement(
                what,
                id,
                status.item().source(),
                words,
                until,
                status.automatic() ? EvidenceCodec.hash(status.evidence()) : "",
                about(status.item()),
                Optional.empty());
    }

    /** @param requester who signed first; @param by whose key signs */
    Statement signed(Statement statement, String requester, String by) {
        Statements statements = new Statements(Folks.ENVIRONMENT, LIST, folks.people());
        Instant now = clock.instant();
        ApprovalRequest request = new ApprovalRequest(
                statements.plan(statement), requester, "nonce-" + sequence, now, now.plusSeconds(300));
        Consent consent = Folks.key(by).sign(request);
        return statement.with(new Statement.Proof(
                requester,
                request.nonce(),
                request.opened(),
                request.expires(),
                Base64.getEncoder().encodeToString(consent.signature())));
    }

    Ledger sign(String id, String by) {
        return signAs(id, by, by, by);
    }

    /** @param requester who is named as the first; @param actor in whose name; @param key whose key */
    Ledger signAs(String id, String requester, String actor, String key) {
        Statement plain = statement(Statement.What.SIGNED, id, "looked at it", Optional.empty());
        return keep(actor, new Entry.Said(signed(plain, requester, key)));
    }

    Ledger waive(String id, String by, Duration lasting) {
        Statement plain = statement(
                Statement.What.WAIVED,
                id,
                "restore host replaced",
                Optional.of(clock.instant().plus(lasting)));
        return keep(by, new Entry.Said(signed(plain, by, by)));
    }

    Ledger notApplicable(String id, String by) {
        Statement plain = statement(Statement.What.NOT_APPLICABLE, id, "no such region", Optional.empty());
        return keep(by, new Entry.Said(signed(plain, by, by)));
    }

    Ledger begin(String run, String... items) {
        return keep("Anna", new Entry.RunBegun(run, "session", List.of(items)));
    }

    Ledger watch(String id) {
        return keep("Anna", new Entry.WatchBegun(id, list.hash(item(id)), about(item(id))));
    }

    /** It holds for so long, up to then. */
    Ledger hold(String id, Duration time) {
        Instant from = clock.instant();
        clock.move(time);
        return keep("console", new Entry.WatchHeld(id, from, clock.instant(), List.of(evidence(MET))));
    }

    ChecklistBook book() {
        return keeper.book();
    }

    ChecklistBoard board() {
        return ChecklistBoard.of(list, keeper.book(), new Facts(clock.instant(), fingerprints, running, statements()));
    }

    private Statements statements() {
        if (!statements.people().equals(folks.people())) {
            statements = new Statements(Folks.ENVIRONMENT, LIST, folks.people());
        }
        return statements;
    }

    ItemStatus status(String id) {
        return board().status(id).orElseThrow();
    }

    ItemState state(String id) {
        return status(id).state();
    }

    GoNoGo verdict() {
        return GoNoGo.of(board(), list.gates().get(0));
    }
}
