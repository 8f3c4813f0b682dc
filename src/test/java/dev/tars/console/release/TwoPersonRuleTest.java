package dev.tars.console.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.connect.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Random sequences of asking, signing, forging, waiting, changing the people file and running, against an oracle that
 * knows names and numbers only. A sequence in which the guard runs what the oracle forbids, or refuses what it allows,
 * fails. Signatures are real; one that was checked before is remembered, so that the sequences take seconds.
 */
class TwoPersonRuleTest {

    private static final int SEQUENCES = 100_000;
    private static final int LONGEST = 14;
    private static final List<String> NAMES = List.of("Anna", "Ben", "Cora", "Otto", "Vera", "Nobody");
    private static final Map<String, Role> ROLES = Map.of(
            "Anna", Role.APPROVER,
            "Ben", Role.APPROVER,
            "Cora", Role.APPROVER,
            "Otto", Role.OPERATOR,
            "Vera", Role.VIEWER);
    private static final Duration STEP = Duration.ofMinutes(8);

    private final Map<List<Object>, Consent> signed = new HashMap<>();
    private final Map<List<Object>, Boolean> proven = new HashMap<>();
    private final Quorum quorum = new Quorum((request, consent, key) -> proven.computeIfAbsent(
            List.of(request, consent, key),
            k -> key.hasSigned(request.message(consent.signer()), consent.signature())));

    /** What the oracle knows of one signature: under which request, by whom, in whose name. */
    private record Mark(int request, String by, String as) {}

    /** One request as the oracle knows it. */
    private record Asked(Arming arming, int plan, String requester, int opened) {}

    /** One random sequence. */
    private final class Sequence {
        private final Random random;
        private final HandClock clock = new HandClock();
        private final Set<String> inFile = new HashSet<>(ROLES.keySet());
        private final TestDesk desk = new TestDesk();
        private final List<String> nonces = new ArrayList<>();
        private final List<Asked> asked = new ArrayList<>();
        private final List<Mark> marks = new ArrayList<>();
        private final List<Consent> consents = new ArrayList<>();
        private final Set<Integer> run = new HashSet<>();
        private final int needed;
        private final Guard guard;
        private int plan;
        private int minutes;
        private int ran;
        private int allowed;

        Sequence(Random random) {
            this.random = random;
            needed = 1 + random.nextInt(2);
            desk.at(new Place("production", true, needed, Harm.IRREVERSIBLE));
            desk.sits(pick());
            ROLES.forEach(desk::with);
            guard = new Guard(
                    new Mode(false),
                    desk,
                    e -> new TargetReading(
                            Instant.EPOCH,
                            List.of(new TargetReading.Line("cluster", TargetReading.Match.SAME, "prod-1"))),
                    new KeptRecord(),
                    clock,
                    quorum,
                    () -> "nonce " + asked.size());
        }

        private String pick() {
            return NAMES.get(random.nextInt(NAMES.size()));
        }

        void go() throws InterruptedException {
            int steps = 3 + random.nextInt(LONGEST);
            ask();
            for (int i = 0; i < steps; i++) {
                int kind = random.nextInt(20);
                if (kind < 2) {
                    ask();
                } else if (kind < 10) {
                    sign();
                } else if (kind == 10) {
                    clock.move(STEP);
                    minutes += (int) STEP.toMinutes();
                } else if (kind == 11) {
                    plan = random.nextInt(2);
                } else if (kind == 12) {
                    change(pick());
                } else {
                    run();
                }
            }
        }

        private void ask() throws InterruptedException {
            try {
                String person = pick();
                desk.sits(person);
                Arming arming = guard.arm(new Action(
                        "test.act",
                        "Act",
                        Harm.IRREVERSIBLE,
                        "",
                        Action.Reach.TARGET,
                        "production",
                        () -> List.of("act " + plan),
                        approval -> {
                            ran++;
                            return Outcome.done("Done.");
                        }));
                asked.add(new Asked(arming, plan, person, minutes));
            } catch (Refused e) {
                // Who may not even ask; the run that would have to be forbidden cannot be tried.
                assertThat(asked.size()).isLessThan(LONGEST + 4);
            }
        }

        private void sign() {
            if (asked.isEmpty()) {
                return;
            }
            int request = random.nextInt(asked.size());
            String by = pick();
            // Now and then one person writes another's name under it.
            String as = random.nextInt(5) == 0 ? pick() : by;
            ApprovalRequest text = asked.get(request).arming().request();
            consents.add(signed.computeIfAbsent(
                    List.of(text, by, as),
                    k -> new SigningKey(as, TestDesk.key(by).publicKey(), privateOf(by)).sign(text)));
            marks.add(new Mark(request, by, as));
        }

        private void change(String person) {
            if (!ROLES.containsKey(person)) {
                return;
            }
            if (inFile.remove(person)) {
                desk.without(person);
            } else {
                inFile.add(person);
                desk.with(person, ROLES.get(person));
            }
        }

        private void run() throws InterruptedException {
            if (asked.isEmpty()) {
                return;
            }
            int request = random.nextInt(asked.size());
            boolean may = mayRun(request);
            int before = ran;
            desk.sits(asked.get(request).requester());
            String refusal = "";
            try {
                guard.run(asked.get(request).arming(), new Confirmation(true, "production", consents));
                run.add(request);
            } catch (Refused e) {
                refusal = e.why() + ": " + e.getMessage();
            }
            assertThat(ran > before).as(refusal).isEqualTo(may);
            allowed += may ? 1 : 0;
        }

        /** The oracle: the rule as one says it. */
        private boolean mayRun(int number) {
            Asked it = asked.get(number);
            boolean inTime = minutes - it.opened() < 15;
            boolean known = inFile.contains(it.requester()) && !it.requester().equals("Vera");
            Set<String> honest = new HashSet<>();
            for (Mark mark : marks) {
                if (mark.request() == number && mark.by().equals(mark.as()) && inFile.contains(mark.by())) {
                    honest.add(mark.by());
                }
            }
            boolean asker = honest.remove(it.requester());
            honest.removeAll(Set.of("Otto", "Vera"));
            return inTime && known && asker && honest.size() >= needed && it.plan() == plan && !run.contains(number);
        }
    }

    private static java.security.PrivateKey privateOf(String name) {
        try {
            return java.security.KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new java.security.spec.PKCS8EncodedKeySpec(
                            TestDesk.key(name).encodedSecret()));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void nothingRunsWithoutTheQuorumAndEverythingWithIt() throws InterruptedException {
        Random random = new Random(20261125);
        int allowed = 0;
        for (int i = 0; i < SEQUENCES; i++) {
            Sequence sequence = new Sequence(random);
            sequence.go();
            allowed += sequence.allowed;
        }
        // A test in which nothing may ever run proves nothing.
        assertThat(allowed).isGreaterThan(1_000);
    }
}
