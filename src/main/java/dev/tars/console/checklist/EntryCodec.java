package dev.tars.console.checklist;

import dev.tars.console.journal.Draft;
import dev.tars.console.journal.Event;
import dev.tars.console.journal.Payload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Entry}s to and from the journal's events; every kind begins with {@code checklist.}. */
public final class EntryCodec {

    static final String RUN_BEGUN = "checklist.run.begun";
    static final String RUN_ENDED = "checklist.run.ended";
    static final String ANSWERED = "checklist.answered";
    static final String SIGNED = "checklist.signed";
    static final String WAIVED = "checklist.waived";
    static final String NOT_APPLICABLE = "checklist.not-applicable";
    static final String RESET = "checklist.reset";
    static final String NOTED = "checklist.noted";
    static final String WATCH_BEGUN = "checklist.watch.begun";
    static final String WATCH_HELD = "checklist.watch.held";
    static final String WATCH_PAUSED = "checklist.watch.paused";
    static final String WATCH_RESTARTED = "checklist.watch.restarted";
    static final String WATCH_FAILED = "checklist.watch.failed";

    /** What all kinds begin with. */
    public static final String PREFIX = "checklist.";

    /** Which list an entry is about: the name of its file. */
    static final String LIST = "list";

    private static final String ITEM = "item";
    private static final String EVIDENCE = "evidence";
    private static final String FINGERPRINTS = "fingerprints";

    private final String environment;
    private final String list;

    /** @param environment where; @param list the file's name, such as {@code validation-v1.0.1.md} */
    public EntryCodec(String environment, String list) {
        this.environment = environment;
        this.list = list;
    }

    /** Whether an event is about this list in this environment. */
    public boolean isOurs(Event event) {
        return event.kind().startsWith(PREFIX)
                && event.environment().equals(environment)
                && event.payload().text(LIST).filter(list::equals).isPresent();
    }

    /** @param actor who does it */
    public Draft write(String actor, Entry entry) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(LIST, list);
        String kind = fill(entry, members);
        return Draft.of(actor, environment, kind, Payload.of(members));
    }

    private static String fill(Entry entry, Map<String, Object> to) {
        if (entry instanceof Entry.RunBegun it) {
            to.put(Payload.RUN, it.run());
            to.put("session", it.session());
            to.put("items", it.items());
            return RUN_BEGUN;
        }
        if (entry instanceof Entry.RunEnded it) {
            to.put(Payload.RUN, it.run());
            to.put("untouched", it.untouched());
            return RUN_ENDED;
        }
        if (entry instanceof Entry.Answered it) {
            to.put(Payload.RUN, it.run());
            to.put(ITEM, it.item());
            to.put("text", it.textHash());
            to.put(EVIDENCE, EvidenceCodec.write(it.evidence()));
            to.put(FINGERPRINTS, it.fingerprints());
            return ANSWERED;
        }
        if (entry instanceof Entry.Said it) {
            return say(it.statement(), to);
        }
        if (entry instanceof Entry.Reset it) {
            to.put(ITEM, it.item());
            to.put("reason", it.reason());
            return RESET;
        }
        if (entry instanceof Entry.Noted it) {
            to.put(ITEM, it.item());
            to.put("words", it.words());
            return NOTED;
        }
        return watch(entry, to);
    }

    private static String say(Statement it, Map<String, Object> to) {
        to.put(ITEM, it.item());
        to.put("text", it.text());
        to.put("words", it.words());
        to.put(EVIDENCE, it.evidence());
        to.put(FINGERPRINTS, it.fingerprints());
        it.until().ifPresent(end -> to.put("until", end.toString()));
        it.proof()
                .ifPresent(proof -> to.put(
                        "proof",
                        Map.of(
                                "requester", proof.requester(),
                                "nonce", proof.nonce(),
                                "opened", proof.opened().toString(),
                                "expires", proof.expires().toString(),
                                "signature", proof.signature())));
        return switch (it.what()) {
            case SIGNED -> SIGNED;
            case WAIVED -> WAIVED;
            case NOT_APPLICABLE -> NOT_APPLICABLE;
        };
    }

    private static String watch(Entry entry, Map<String, Object> to) {
        if (entry instanceof Entry.WatchBegun it) {
            to.put(ITEM, it.item());
            to.put("text", it.textHash());
            to.put(FINGERPRINTS, it.fingerprints());
            return WATCH_BEGUN;
        }
        if (entry instanceof Entry.WatchHeld it) {
            to.put("from", it.from().toString());
            to.put("to", it.to().toString());
            return watched(it.item(), it.evidence(), WATCH_HELD, to);
        }
        if (entry instanceof Entry.WatchPaused it) {
            return watched(it.item(), it.evidence(), WATCH_PAUSED, to);
        }
        if (entry instanceof Entry.WatchRestarted it) {
            return watched(it.item(), it.evidence(), WATCH_RESTARTED, to);
        }
        if (entry instanceof Entry.WatchFailed it) {
            return watched(it.item(), it.evidence(), WATCH_FAILED, to);
        }
        throw new IllegalArgumentException("nobody writes " + entry);
    }

    private static String watched(
            String item, List<dev.tars.console.base.Evidence> evidence, String kind, Map<String, Object> to) {
        to.put(ITEM, item);
        to.put(EVIDENCE, EvidenceCodec.write(evidence));
        return kind;
    }

    /** What an event says; one that cannot be read is {@link Entry.Unreadable}, never nothing. */
    public Entry read(Event event) {
        try {
            return read(event.kind(), new Members(event.payload().members()));
        } catch (Members.Wrong | IllegalArgumentException e) {
            return new Entry.Unreadable(event.kind(), String.valueOf(e.getMessage()));
        }
    }

    private static Entry read(String kind, Members m) throws Members.Wrong {
        return switch (kind) {
            case RUN_BEGUN -> new Entry.RunBegun(m.text(Payload.RUN), m.text("session"), m.texts("items"));
            case RUN_ENDED -> new Entry.RunEnded(m.text(Payload.RUN), m.texts("untouched"));
            case ANSWERED ->
                new Entry.Answered(
                        m.text(ITEM),
                        m.text(Payload.RUN),
                        m.text("text"),
                        EvidenceCodec.read(m, EVIDENCE),
                        m.words(FINGERPRINTS));
            case SIGNED -> statement(Statement.What.SIGNED, m);
            case WAIVED -> statement(Statement.What.WAIVED, m);
            case NOT_APPLICABLE -> statement(Statement.What.NOT_APPLICABLE, m);
            case RESET -> new Entry.Reset(m.text(ITEM), m.text("reason"));
            case NOTED -> new Entry.Noted(m.text(ITEM), m.text("words"));
            case WATCH_BEGUN -> new Entry.WatchBegun(m.text(ITEM), m.text("text"), m.words(FINGERPRINTS));
            case WATCH_HELD ->
                new Entry.WatchHeld(m.text(ITEM), m.instant("from"), m.instant("to"), EvidenceCodec.read(m, EVIDENCE));
            case WATCH_PAUSED -> new Entry.WatchPaused(m.text(ITEM), EvidenceCodec.read(m, EVIDENCE));
            case WATCH_RESTARTED -> new Entry.WatchRestarted(m.text(ITEM), EvidenceCodec.read(m, EVIDENCE));
            case WATCH_FAILED -> new Entry.WatchFailed(m.text(ITEM), EvidenceCodec.read(m, EVIDENCE));
            default -> throw new Members.Wrong("this console does not know the kind");
        };
    }

    private static Entry statement(Statement.What what, Members m) throws Members.Wrong {
        Optional<Statement.Proof> proof = Optional.empty();
        if (m.has("proof")) {
            Members p = m.under("proof");
            proof = Optional.of(new Statement.Proof(
                    p.text("requester"),
                    p.text("nonce"),
                    p.instant("opened"),
                    p.instant("expires"),
                    p.text("signature")));
        }
        return new Entry.Said(new Statement(
                what,
                m.text(ITEM),
                m.text("text"),
                m.text("words"),
                m.has("until") ? Optional.of(m.instant("until")) : Optional.empty(),
                m.text(EVIDENCE),
                m.words(FINGERPRINTS),
                proof));
    }
}
