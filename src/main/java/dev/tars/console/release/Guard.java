package dev.tars.console.release;

import dev.tars.console.base.Problem;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door to the world. Buttons, keys, the palette and the command line all come through it: {@link #arm} says
 * what would run and what it needs, {@link #run} checks all of it again and runs it once.
 *
 * <p>In this order: may anything change at all, may this person, is this the environment; is everything given that the
 * harm asks for and is the request still open; is the plan, made anew, the one that was shown; is the live target the
 * intended one; is the intent on disk. Only then the effect starts. An effect that ends in any exception but {@link
 * Action.NotDone} may have happened: its outcome is unknown, never failed. Methods block on the target and the journal.
 */
public final class Guard {

    /** How long an action stays armed. */
    public static final Duration ARMED = Duration.ofMinutes(5);

    /** The same where other people must sign. */
    public static final Duration ARMED_FOR_SECONDS = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final int NONCE_BYTES = 16;

    private final Mode mode;
    private final GuardDesk desk;
    private final TargetCheck target;
    private final ActionRecord record;
    private final Clock clock;
    private final Quorum quorum;
    private final Supplier<String> nonces;

    public Guard(Mode mode, GuardDesk desk, TargetCheck target, ActionRecord record, Clock clock) {
        this(mode, desk, target, record, clock, new Quorum(), Guard::nonce);
    }

    Guard(
            Mode mode,
            GuardDesk desk,
            TargetCheck target,
            ActionRecord record,
            Clock clock,
            Quorum quorum,
            Supplier<String> nonces) {
        this.quorum = quorum;
        this.nonces = nonces;
        this.mode = mode;
        this.desk = desk;
        this.target = target;
        this.record = record;
        this.clock = clock;
    }

    /** Why an action of this harm cannot even be asked for now; for the words beside a button. Asks nobody. */
    public Optional<Problem> standing(Harm harm, String environment) {
        return standingRefusal(harm, environment).map(Refused::problem);
    }

    private Optional<Refused> standingRefusal(Harm harm, String environment) {
        if (harm == Harm.READ) {
            return Optional.empty();
        }
        if (mode.isReadOnly()) {
            return Optional.of(Refusals.readOnly(mode.isForced()));
        }
        Person person = desk.person();
        if (!person.role().mayAct()) {
            return Optional.of(Refusals.role(person, desk.people()));
        }
        Place place = desk.place();
        return place.environment().equals(environment)
                ? record.unavailable().map(Refusals::nothingRecorded)
                : Optional.of(Refusals.otherEnvironment(environment, place.environment()));
    }

    /** Asks for an action: says what would run and what it needs. Nothing runs. */
    public Arming arm(Action action) throws Refused, InterruptedException {
        refuse(standingRefusal(action.harm(), action.environment()));
        Place place = desk.place();
        Person person = desk.person();
        Needs needs = Needs.of(action.harm(), place);
        refuse(PersonsPart.impossible(needs, person, desk.people()));
        Plan plan = plan(action);
        TargetReading reading = target(action, place);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Duration open = needs.seconds() > 0 ? ARMED_FOR_SECONDS : ARMED;
        ApprovalRequest request = new ApprovalRequest(plan, person.name(), nonces.get(), now, now.plus(open));
        return new Arming(action, request, place, reading);
    }

    /** What is still missing, a plain sentence; empty where the action may run as far as a person's part goes. */
    public Optional<Problem> missing(Arming arming, Confirmation given) {
        return refusal(arming, given).map(Refused::problem);
    }

    /** Why a signature that was brought does not count, a plain sentence; empty where it does. */
    public Optional<String> objection(Arming arming, Consent consent) {
        boolean isRequesters = consent.signer().equals(arming.request().requester())
                && quorum.requesterHasSigned(arming.request(), List.of(consent), desk.people(), clock.instant());
        return isRequesters
                ? Optional.empty()
                : quorum.objection(arming.request(), consent, desk.people(), clock.instant());
    }

    private Optional<Refused> refusal(Arming arming, Confirmation given) {
        Optional<Refused> standing =
                standingRefusal(arming.action().harm(), arming.action().environment());
        if (standing.isPresent()) {
            return standing;
        }
        if (!desk.place().equals(arming.place())
                || !desk.person().name().equals(arming.request().requester())) {
            return Optional.of(Refusals.changed("the environment or the person at the desk"));
        }
        if (!arming.request().isOpen(clock.instant())) {
            return Optional.of(Refusals.expired(arming.request()));
        }
        return new PersonsPart(quorum).missing(arming, given, desk.people(), clock.instant());
    }

    /**
     * Runs an armed action, once.
     *
     * @return how it ended; an outcome that could not be recorded says so in its words
     * @throws Refused where it did not start; nothing has happened then
     */
    public Outcome run(Arming arming, Confirmation given) throws Refused, InterruptedException {
        refuse(refusal(arming, given));
        Action action = arming.action();
        if (!plan(action).hash().equals(arming.request().plan().hash())) {
            throw Refusals.changed("what would run");
        }
        target(action, arming.place());
        // The target may have taken its time to answer.
        refuse(refusal(arming, given));
        if (!arming.take()) {
            throw Refusals.used();
        }
        Instant now = clock.instant();
        Set<String> seconds = quorum.seconds(arming.request(), given.consents(), desk.people(), now);
        Approval approval = new Approval(arming.request(), now, arming.needs().seconds() > 0 ? seconds : Set.of());
        if (action.harm() == Harm.READ) {
            return effect(action, approval);
        }
        String intent = intent(approval);
        Outcome outcome = effect(action, approval);
        try {
            record.outcome(intent, approval.requester(), approval.plan(), outcome);
            return outcome;
        } catch (ActionRecord.NotRecorded e) {
            LOG.error("The outcome of {} is not recorded", approval.plan().title(), e);
            return new Outcome(
                    outcome.ending(), outcome.words() + " This outcome is not in the journal: " + e.getMessage());
        }
    }

    private String intent(Approval approval) throws Refused {
        try {
            return record.intent(approval);
        } catch (ActionRecord.NotRecorded e) {
            throw Refusals.notRecorded(approval.plan(), e);
        }
    }

    private static Outcome effect(Action action, Approval approval) {
        try {
            return action.effect().run(approval);
        } catch (Action.NotDone e) {
            return Outcome.failed(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.unknown(action.title() + " was interrupted. It may have happened.");
        } catch (Exception e) {
            LOG.warn("{} ended with an exception", action.title(), e);
            return Outcome.unknown(action.title() + " ended with an error: " + e.getMessage()
                    + " It may have happened: look at the world before it is tried again.");
        }
    }

    private static Plan plan(Action action) throws Refused, InterruptedException {
        try {
            return action.plan();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw Refusals.noPlan(action, e);
        }
    }

    private TargetReading target(Action action, Place place) throws Refused, InterruptedException {
        if (action.harm() == Harm.READ) {
            return new TargetReading(clock.instant(), List.of());
        }
        TargetReading reading = target.read(action.environment());
        boolean mustBeProven = place.isProtected() && action.reach() == Action.Reach.TARGET;
        if (!reading.isIntended() || mustBeProven && reading.lines().isEmpty()) {
            throw Refusals.target(action.environment(), reading);
        }
        return reading;
    }

    private static String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void refuse(Optional<Refused> why) throws Refused {
        if (why.isPresent()) {
            throw why.get();
        }
    }
}
