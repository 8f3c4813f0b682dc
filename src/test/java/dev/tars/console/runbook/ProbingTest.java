package dev.tars.console.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.base.Ticker;
import dev.tars.console.base.Unit;
import dev.tars.console.base.Verdict.Met;
import dev.tars.console.base.Verdict.Missed;
import dev.tars.console.base.Verdict.Unknown;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Running probes: whatever goes wrong is Unknown, and all ends when it is told to. */
@Timeout(30)
class ProbingTest {

    private final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    /** A probe that does what it is told. */
    private interface Script {
        Answer ask(Block block, ProbeContext context) throws ProbeFailed, InterruptedException;
    }

    private static Probe scripted(Script script) {
        return new Probe() {
            @Override
            public String kind() {
                return "file";
            }

            @Override
            public void check(Block block) {}

            @Override
            public Answer ask(Block block, ProbeContext context) throws ProbeFailed, InterruptedException {
                return script.ask(block, context);
            }
        };
    }

    private static Answer number(double number) {
        return Answer.of("q", "s", String.valueOf(number), List.of(Value.of("", number, Unit.COUNT)));
    }

    private static Check check(String info) throws BrokenRunbook {
        return new Check("item", Blocks.of("file expect=\"all = 1\" " + info, "x"), List.of());
    }

    private Probed one(Script script, ProbeContext context, Check check) throws InterruptedException {
        return probing(script, 4).run(List.of(check), context, probed -> {}).get(0);
    }

    private Probing probing(Script script, int atATime) {
        return new Probing(List.of(scripted(script)), executor, Ticker.system(), atATime, Duration.ofSeconds(20));
    }

    @Test
    void anAnswerIsJudgedAndKeptWithItsHash() throws Exception {
        Probed probed = one((block, context) -> number(1), Blocks.context(Map.of()), check(""));

        assertThat(probed.evidence().verdict()).isInstanceOf(Met.class);
        assertThat(probed.evidence().askedAt()).isEqualTo(Blocks.NOON);
        assertThat(probed.evidence().threshold()).isEqualTo("all = 1");
        assertThat(probed.evidence().fingerprints()).containsOnlyKeys("check");
        assertThat(probed.answerHash()).isEqualTo(Hash.sha256("1.0"));
        assertThat(one((block, context) -> number(2), Blocks.context(Map.of()), check(""))
                        .evidence()
                        .verdict())
                .isInstanceOf(Missed.class);
    }

    @Test
    void whateverAProbeThrowsIsUnknown() throws Exception {
        ProbeContext context = Blocks.context(Map.of());

        assertThat(one(
                                (b, c) -> {
                                    throw new ProbeFailed("unreachable", "nobody is there", "start it");
                                },
                                context,
                                check(""))
                        .evidence()
                        .verdict())
                .isEqualTo(new Unknown("unreachable", "nobody is there; start it"));
        assertThat(one(
                                (b, c) -> {
                                    throw new IllegalStateException("oops");
                                },
                                context,
                                check(""))
                        .evidence()
                        .verdict())
                .isInstanceOf(Unknown.class);
        assertThat(one(
                                (b, c) -> {
                                    throw new StackOverflowError();
                                },
                                context,
                                check(""))
                        .evidence()
                        .verdict())
                .isInstanceOf(Unknown.class);
        assertThat(one(
                                (b, c) -> {
                                    throw new LinkageError("no class");
                                },
                                context,
                                check(""))
                        .evidence()
                        .verdict())
                .isInstanceOf(Unknown.class);
        assertThat(one(
                                (b, c) -> {
                                    throw new InterruptedException();
                                },
                                context,
                                check(""))
                        .evidence()
                        .verdict())
                .isInstanceOf(Unknown.class);
        assertThat(one((b, c) -> number(Double.NaN), context, check(""))
                        .evidence()
                        .verdict())
                .isInstanceOf(Unknown.class);
    }

    @Test
    void aKindThatNobodySuppliesIsUnknownAndLeavesItsItemToAPerson() throws Exception {
        Runbook runbook = new RunbookReader().read("""
                - [ ] by machine
                  ```file expect="all = 1"
                  x
                  ```
                - [ ] by person
                - [ ] half
                  ```file expect="all = 1"
                  x
                  ```
                  ```jaeger expect="all = 1"
                  x
                  ```
                """, "x.md");
        Probing probing = probing((b, c) -> number(1), 1);

        assertThat(runbook.items()).extracting(probing::isAutomatic).containsExactly(true, false, false);
        assertThat(probing.run(Check.of(runbook.items().get(2)), Blocks.context(Map.of()), p -> {}))
                .extracting(probed -> probed.evidence().verdict().getClass().getSimpleName())
                .containsExactly("Met", "Unknown");
    }

    @Test
    void oneThatTakesTooLongIsInterruptedAndUnknown() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        Probed probed = one(
                (b, c) -> {
                    try {
                        new CountDownLatch(1).await();
                    } finally {
                        interrupted.countDown();
                    }
                    return number(1);
                },
                Blocks.context(Map.of()),
                check("timeout=50ms"));

        assertThat(probed.evidence().verdict()).isEqualTo(new Unknown("timed out", "no answer within 50\u00a0ms"));
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void noMoreThanToldRunAtOnceAndAllAreAsked() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            checks.add(check(""));
        }
        List<Probed> told = new ArrayList<>();
        List<Probed> all = probing(
                        (b, c) -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            three.countDown();
                            three.await();
                            now.decrementAndGet();
                            return number(1);
                        },
                        3)
                .run(checks, Blocks.context(Map.of()), told::add);

        assertThat(all).hasSize(20).isEqualTo(told);
        assertThat(most).hasValue(3);
    }

    @Test
    void anInterruptEndsAllBeforeItReturnsAndTellsOfNoneThatDidNotAnswer() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        AtomicInteger ended = new AtomicInteger();
        List<Probed> told = new ArrayList<>();
        Thread caller = Thread.currentThread();
        Probing probing = probing(
                (b, c) -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } finally {
                        ended.incrementAndGet();
                    }
                    return number(1);
                },
                2);
        executor.execute(() -> {
            try {
                begun.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            caller.interrupt();
        });
        List<Check> checks = List.of(check(""), check(""), check(""));

        assertThatThrownBy(() -> probing.run(checks, Blocks.context(Map.of()), told::add))
                .isInstanceOf(InterruptedException.class);
        assertThat(ended).hasValue(2);
        assertThat(told).isEmpty();
    }

    @Test
    void secretsAreInNoPartOfEvidence() throws Exception {
        String secret = "hunter2-and-more";
        Supplier<Collection<String>> secrets = () -> List.of(secret, "hunter2");
        ProbeContext context = new ProbeContext(Map.of(), n -> Optional.empty(), secrets, Clock.systemUTC());
        Answer leaking = Answer.of(
                "GET http://ada:" + secret + "@host/",
                "host " + secret,
                "token: abcdefgh\nAuthorization: Bearer eyJhbGciOi\n\u001b[31mred\u001b[0m " + secret,
                List.of(Value.of("v", secret)));
        Check check = new Check("i", Blocks.of("file expect=\"matches /^x/\" take=text", "x"), List.of());
        String evidence = one((b, c) -> leaking, context, check).evidence().toString();

        assertThat(evidence)
                .doesNotContain("hunter2", "abcdefgh", "eyJhbGciOi", "\u001b")
                .contains("•••", "red");
    }

    @Test
    void whereTheSecretsCannotBeReadNothingOfAnAnswerIsKept() throws Exception {
        Supplier<Collection<String>> broken = () -> {
            throw new IllegalStateException("no keyring");
        };
        ProbeContext context = new ProbeContext(Map.of(), n -> Optional.empty(), broken, Clock.systemUTC());

        assertThat(one((b, c) -> number(12345), context, check("")).evidence().toString())
                .doesNotContain("12345");
    }

    @Test
    void aLongAnswerIsCutAndItsHashIsOfAllOfIt() throws Exception {
        String raw = "x".repeat(100_000);
        Probed probed = one(
                (b, c) -> Answer.of("q", "s", raw, List.of(Value.of("", 1, Unit.COUNT))),
                Blocks.context(Map.of()),
                check(""));

        assertThat(probed.evidence().answer()).hasSizeLessThan(17_000).contains("cut here, 83616 more characters");
        assertThat(probed.answerHash()).isEqualTo(Hash.sha256(raw));
        assertThat(probed.answerSize()).isEqualTo(100_000);
    }

    @Test
    void whatAnItemIsAboutIsNotedAndMustNotChangeMeanwhile() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Fingerprints stable = name -> name.equals("chart") ? Optional.of("sha") : Optional.empty();
        Fingerprints moving = name -> Optional.of("v" + asked.incrementAndGet());
        Block block = check("").block();
        Check chart = new Check("i", block, List.of("chart"));
        Check commit = new Check("i", block, List.of("chart", "commit"));

        Probed good = one((b, c) -> number(1), context(stable), chart);
        assertThat(good.evidence().verdict()).isInstanceOf(Met.class);
        assertThat(good.evidence().fingerprints()).containsEntry("chart", "sha");
        assertThat(one((b, c) -> number(1), context(stable), commit).evidence().verdict())
                .isEqualTo(new Unknown("no fingerprint", "it cannot be told which commit this answer is about"));
        assertThat(one((b, c) -> number(1), context(moving), chart).evidence().verdict())
                .isEqualTo(new Unknown("changed", "what it depends on changed while it was asked"));
    }

    private static ProbeContext context(Fingerprints fingerprints) {
        return new ProbeContext(Map.of(), fingerprints, List::of, Clock.fixed(Blocks.NOON, ZoneOffset.UTC));
    }

    @Test
    void variablesAreFilledInWithWordsOnly() throws Exception {
        ProbeContext context = Blocks.context(Map.of("ns", "tars", "bad", "x\"} or vector(1)"));

        assertThat(context.fill("up{ns=\"${ns}\"}")).isEqualTo("up{ns=\"tars\"}");
        assertThat(context.fillArgument("${bad}")).isEqualTo("x\"} or vector(1)");
        assertThatThrownBy(() -> context.fill("up{ns=\"${bad}\"}")).isInstanceOf(ProbeFailed.class);
        assertThatThrownBy(() -> context.fill("${none}")).hasMessageContaining("does not say what ${none} is");
    }

    @Test
    void severalChecksAreAsGoodAsTheWorst() throws Exception {
        Script third = (block, context) -> number(Double.parseDouble(block.question()));
        List<Check> checks = new ArrayList<>();
        for (String answer : List.of("1", "NaN", "2")) {
            checks.add(new Check("i", Blocks.of("file expect=\"all = 1\"", answer), List.of()));
        }
        List<Probed> all = probing(third, 1).run(checks, Blocks.context(Map.of()), p -> {});

        assertThat(Probed.together(all)).isInstanceOf(Missed.class);
        assertThat(Probed.together(all.subList(0, 2))).isInstanceOf(Unknown.class);
        assertThat(Probed.together(all.subList(0, 1))).isInstanceOf(Met.class);
        assertThat(Probed.together(List.of())).isInstanceOf(Unknown.class);
    }
}
