package dev.tars.console.checklist;

import dev.tars.console.base.Problem;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.JournalUnavailable;
import dev.tars.console.release.Action;
import dev.tars.console.release.ApprovalRequest;
import dev.tars.console.release.Consent;
import dev.tars.console.release.Guard;
import dev.tars.console.release.GuardDesk;
import dev.tars.console.release.Harm;
import dev.tars.console.release.Keys;
import dev.tars.console.release.Person;
import dev.tars.console.release.SigningKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * What a person says of an item, by way of the guard's rules: not read-only, a role that may, the environment that is open,
 * and the person's own key. Each method blocks, and when it returns, what was said is in the journal.
 */
public final class PersonDesk {

    private static final Duration OPEN = Duration.ofMinutes(5);
    private static final int NONCE_BYTES = 16;

    private final Guard guard;
    private final GuardDesk desk;
    private final Keys keys;
    private final Callable<Journal> journal;
    private final String environment;
    private final String list;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public PersonDesk(
            Guard guard,
            GuardDesk desk,
            Keys keys,
            Callable<Journal> journal,
            String environment,
            String list,
            Clock clock) {
        this.guard = guard;
        this.desk = desk;
        this.keys = keys;
        this.journal = journal;
        this.environment = environment;
        this.list = list;
        this.clock = clock;
    }

    /**
     * Who speaks.
     *
     * @param name who it is; the one at the desk, or a second person who has a key on this machine
     * @param passphrase of that person's key, wiped when it was used; empty where there is no people file
     */
    public record Speaker(String name, char[] passphrase) {}

    /** Why nothing can be said now; asks nobody. */
    public Optional<Problem> standing() {
        return guard.standing(Harm.REVERSIBLE, environment);
    }

    /** Who sits at the desk. */
    public Person person() {
        return desk.person();
    }

    /** Whether a key is asked for. */
    public boolean asksForKey() {
        return desk.people().configured();
    }

    /** Who may speak at this desk: all who may act, or whoever sits there where nobody is named; the one at the desk first. */
    public List<String> speakers() {
        String own = person().name();
        return Stream.concat(
                        Stream.of(own),
                        desk.people().all().stream()
                                .filter(other -> other.role().mayAct())
                                .map(Person::name)
                                .filter(name -> !name.equals(own)))
                .toList();
    }

    /** Signs what the status shows, as the first person or, where one has signed, as the second. */
    public void sign(ItemStatus status, String note, Map<String, String> fingerprints, Speaker speaker)
            throws Exception {
        Optional<String> first = status.signers().stream().findFirst();
        if (first.filter(speaker.name()::equals).isPresent()) {
            throw notDone(speaker.name() + " has signed it already.", "A second person has to sign.");
        }
        if (status.state() == ItemState.SIGNED) {
            throw notDone("It is signed already.", "");
        }
        say(
                new Statement(
                        Statement.What.SIGNED,
                        status.id(),
                        status.item().source(),
                        note.strip(),
                        Optional.empty(),
                        evidence(status),
                        about(status, fingerprints),
                        Optional.empty()),
                first.orElse(speaker.name()),
                speaker);
    }

    /** Lets an item pass unproven until a time. */
    public void waive(
            ItemStatus status, String reason, Instant until, Map<String, String> fingerprints, Speaker speaker)
            throws Exception {
        if (!until.isAfter(clock.instant())) {
            throw notDone("The waiver would have ended already.", "Give an end that is to come.");
        }
        requireReason(reason);
        say(
                new Statement(
                        Statement.What.WAIVED,
                        status.id(),
                        status.item().source(),
                        reason.strip(),
                        Optional.of(until.truncatedTo(ChronoUnit.SECONDS)),
                        evidence(status),
                        about(status, fingerprints),
                        Optional.empty()),
                speaker.name(),
                speaker);
    }

    /** Says that an item does not apply to this release. */
    public void notApplicable(ItemStatus status, String reason, Speaker speaker) throws Exception {
        requireReason(reason);
        say(
                new Statement(
                        Statement.What.NOT_APPLICABLE,
                        status.id(),
                        status.item().source(),
                        reason.strip(),
                        Optional.empty(),
                        evidence(status),
                        Map.of(),
                        Optional.empty()),
                speaker.name(),
                speaker);
    }

    /** Takes back all that was found and said. */
    public void reset(ItemStatus status, String reason) throws Exception {
        refuse();
        append(person().name(), new Entry.Reset(status.id(), reason.strip()));
    }

    /** Writes a remark into the history. */
    public void note(ItemStatus status, String words) throws Exception {
        refuse();
        requireReason(words);
        append(person().name(), new Entry.Noted(status.id(), words.strip()));
    }

    private void say(Statement statement, String requester, Speaker speaker) throws Exception {
        refuse();
        Statements statements = new Statements(environment, list, desk.people());
        Statement signed = statement;
        if (asksForKey()) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            ApprovalRequest request =
                    new ApprovalRequest(statements.plan(statement), requester, nonce(), now, now.plus(OPEN));
            SigningKey key = keys.open(speaker.name(), speaker.passphrase());
            Consent consent = key.sign(request);
            signed = statement.with(new Statement.Proof(
                    requester,
                    request.nonce(),
                    request.opened(),
                    request.expires(),
                    Base64.getEncoder().encodeToString(consent.signature())));
        }
        // What would not count is not kept: the objection is told to the person instead.
        Stamp stamp = new Stamp(clock.instant(), speaker.name(), 0, "");
        Optional<String> objection = statements.objection(new Said(stamp, signed));
        if (objection.isPresent()) {
            throw notDone(objection.get(), "");
        }
        append(speaker.name(), new Entry.Said(signed));
    }

    private void append(String actor, Entry entry) throws Exception {
        try {
            var unused = journal.call().append(new EntryCodec(environment, list).write(actor, entry));
        } catch (JournalUnavailable e) {
            throw new Action.NotDone(e.problem());
        }
    }

    private void refuse() throws Action.NotDone {
        Optional<Problem> refused = standing();
        if (refused.isPresent()) {
            throw new Action.NotDone(refused.get());
        }
    }

    private static void requireReason(String reason) throws Action.NotDone {
        if (reason.isBlank()) {
            throw notDone("There is no reason given.", "Say why, in words an auditor understands.");
        }
    }

    private static Action.NotDone notDone(String what, String mend) {
        return new Action.NotDone(Problem.of(what, "", "Nothing was recorded.", mend));
    }

    private static String evidence(ItemStatus status) {
        return status.automatic() ? EvidenceCodec.hash(status.evidence()) : "";
    }

    private static Map<String, String> about(ItemStatus status, Map<String, String> fingerprints) {
        Map<String, String> about = new TreeMap<>(fingerprints);
        List<String> names = status.item().settings().about();
        about.keySet().removeIf(name -> !names.contains(name));
        return about;
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
