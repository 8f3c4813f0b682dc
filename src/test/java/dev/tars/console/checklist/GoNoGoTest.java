package dev.tars.console.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.runbook.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The verdict of a gate. */
class GoNoGoTest {

    private static final String TEXT = """
            ## Before {#before gate=pre-release owner=SRE fresh=6h about=commit}

            - [ ] **Load is on** {#load}

              ```shell expect="exit 0"
              true
              ```

            - [ ] **p95** {#p95 needs=load}

              ```promql expect="all < 100ms"
              api_p95
              ```

            - [ ] **p99** {#p99 needs=p95 owner=DBA}

              ```promql expect="all < 100ms"
              api_p99
              ```

            - [ ] **Review** {#review}
            - [ ] **Way back** {#back four-eyes}
            - [ ] **Holds** {#holds watch=1h every=1m}

              ```promql expect="all < 150ms"
              api_p95
              ```

            ## After {#after gate=post-deployment}

            - [ ] **Seen by all** {#seen}
            """;

    private final Ledger ledger = new Ledger(TEXT);

    private void everything() {
        ledger.watch("holds")
                .hold("holds", Duration.ofHours(1))
                .answer("load", Ledger.MET)
                .answer("p95", Ledger.MET)
                .answer("p99", Ledger.MET)
                .sign("review", "Otto")
                .sign("back", "Anna")
                .signAs("back", "Anna", "Ben", "Ben");
    }

    @Test
    void itIsGoWhenEveryItemOfTheGatePasses() {
        everything();
        assertThat(ledger.verdict().isGo()).isTrue();
        assertThat(ledger.verdict().whyNot()).isEmpty();
        assertThat(GoNoGo.of(ledger.board(), "post-deployment").isGo()).isFalse();
    }

    @Test
    void aTickRestsOnWhatItNeedsAlongTheChain() {
        everything();
        ledger.answer("load", Ledger.NO_DATA);

        assertThat(ledger.state("p95")).isEqualTo(ItemState.STALE);
        assertThat(ledger.state("p99")).isEqualTo(ItemState.STALE);
        assertThat(ledger.status("p95").changes()).containsExactly("it needs \"Load is on\" first");
        assertThat(ledger.status("p99").todo()).isEqualTo(Todo.WAIT_FOR_NEED);
    }

    @Test
    void whatUnblocksMostStandsFirst() {
        ledger.answer("p95", Ledger.MISSED);

        assertThat(ledger.verdict().whyNot())
                .extracting(why -> why.status().id() + " " + why.waiting() + " " + why.owner() + " " + why.todo())
                .containsExactly(
                        "load 2 SRE RUN",
                        "p95 1 SRE MEND",
                        "review 0 SRE SIGN",
                        "back 0 SRE SIGN",
                        "p99 0 DBA RUN",
                        "holds 0 SRE RUN");
        assertThat(ledger.verdict().open()).isEqualTo(6);
        assertThat(ledger.verdict().items()).isEqualTo(6);
    }

    @Test
    void aGateWithoutItemsIsNoGo() {
        GoNoGo verdict = GoNoGo.of(ledger.board(), "no-such-gate");

        assertThat(verdict.isGo()).isFalse();
        assertThat(verdict.trouble()).isEqualTo("The gate has no items.");
    }

    @Test
    void anEntryThatCannotBeReadStandsInTheWay() {
        everything();
        ledger.keep("Anna", new Entry.Unreadable("checklist.unsigned", "this console does not know the kind"));

        assertThat(ledger.verdict().isGo()).isFalse();
        assertThat(ledger.verdict().trouble()).contains("cannot be read");
    }

    @Test
    void goFallsWhenTheCommitMoves() {
        ledger.fingerprints.put("commit", "4c1a9e2");
        everything();
        assertThat(ledger.verdict().isGo()).isTrue();

        ledger.fingerprints.put("commit", "7d20b51");
        assertThat(ledger.verdict().isGo()).isFalse();
        assertThat(ledger.verdict().counts()).containsEntry(ItemState.STALE, 6);
    }

    /** Random histories: go is reached, and never with an item that is not met, signed, waived in time or not applicable. */
    @Test
    void goIsNeverReachedWithAnOpenItem() {
        Set<ItemState> good = EnumSet.of(ItemState.MET, ItemState.SIGNED, ItemState.WAIVED, ItemState.NOT_APPLICABLE);
        int gone = 0;
        for (int seed = 0; seed < 30; seed++) {
            Story story = new Story(new Random(seed));
            for (int step = 0; step < 20; step++) {
                story.step();
                GoNoGo verdict = story.own.verdict();
                List<ItemState> states = new ArrayList<>();
                story.own.board().of("pre-release").forEach(status -> states.add(status.state()));
                assertThat(verdict.isGo())
                        .as("seed %s, step %s: %s", seed, step, states)
                        .isEqualTo(good.containsAll(states));
                if (verdict.isGo()) {
                    gone++;
                    story.mustBeGood();
                }
            }
        }
        assertThat(gone).as("histories that reach go").isGreaterThan(10);
    }

    /** A random history that leans towards go, with an oracle that knows only the last thing said of an item. */
    private static final class Story {
        private final Random random;
        private final Ledger own = new Ledger(TEXT);
        private final java.util.Map<String, String> last = new java.util.HashMap<>();
        private final java.util.Map<String, java.time.Instant> when = new java.util.HashMap<>();

        Story(Random random) {
            this.random = random;
            List.of("load", "p95", "p99").forEach(id -> say(id, "met", () -> own.answer(id, Ledger.MET)));
            say("review", "signed", () -> own.sign("review", "Otto"));
            say("back", "signed", () -> own.sign("back", "Anna").signAs("back", "Anna", "Ben", "Ben"));
            say("holds", "met", () -> own.watch("holds").hold("holds", Duration.ofHours(1)));
        }

        private void say(String id, String what, Runnable act) {
            act.run();
            last.put(id, what);
            when.put(id, own.clock.instant());
        }

        void step() {
            List<Item> items = own.list().itemsOf("pre-release");
            String id = items.get(random.nextInt(items.size())).id();
            boolean asked = List.of("load", "p95", "p99").contains(id);
            switch (random.nextInt(12)) {
                case 0 -> say(id, "waived", () -> own.waive(id, "Ben", Duration.ofHours(2)));
                case 1 -> say(id, "not applicable", () -> own.notApplicable(id, "Otto"));
                case 2 -> say(id, "reset", () -> own.keep("Anna", new Entry.Reset(id, "again")));
                case 3 -> own.pass(Duration.ofMinutes(random.nextInt(200)));
                case 4 -> {
                    if (asked) {
                        say(id, "missed", () -> own.answer(id, random.nextBoolean() ? Ledger.MISSED : Ledger.NO_DATA));
                    }
                }
                case 5 -> {
                    own.begin("run-9", id);
                    // A person's word stands beside a run that nobody knows the end of.
                    if (!List.of("waived", "not applicable").contains(last.get(id))) {
                        last.put(id, "begun");
                    }
                }
                default -> {
                    if (asked) {
                        say(
                                id,
                                "met",
                                () -> own.keep("Anna", new Entry.RunEnded("run-9", List.of(id)))
                                        .keep("Anna", new Entry.Reset(id, "anew"))
                                        .answer(id, Ledger.MET));
                    } else if (id.equals("review")) {
                        say(
                                id,
                                "signed",
                                () -> own.keep("Anna", new Entry.RunEnded("run-9", List.of(id)))
                                        .keep("Anna", new Entry.Reset(id, "anew"))
                                        .sign(id, "Otto"));
                    }
                }
            }
        }

        /** What the oracle knows to be wrong cannot be go. */
        void mustBeGood() {
            last.forEach((id, what) -> {
                Duration age = Duration.between(when.get(id), own.clock.instant());
                if (what.equals("waived")) {
                    // Something older may still hold beside a waiver that has ended.
                    return;
                }
                assertThat(what).as(id).isNotIn("reset", "begun");
                if (!what.equals("missed")) {
                    assertThat(what.equals("not applicable") || age.compareTo(Duration.ofHours(6)) < 0)
                            .as("%s is %s since %s", id, what, age)
                            .isTrue();
                }
            });
        }
    }
}
