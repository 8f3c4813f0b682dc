package dev.tars.console.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.Evidence;
import dev.tars.console.base.Verdict;
import dev.tars.console.connect.HandClock;
import dev.tars.console.journal.Draft;
import dev.tars.console.journal.Event;
import dev.tars.console.journal.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries to the journal and back. */
class EntryCodecTest {

    private static final Instant AT = HandClock.START;
    private final EntryCodec codec = new EntryCodec("staging", "validation-v1.0.1.md");

    private static Evidence evidence(Verdict verdict) {
        return new Evidence(
                "q \u00e9 \ud83d\ude00",
                "Prometheus",
                AT,
                Duration.ofMillis(12),
                "{\"a\":1}\n",
                "all < 1s",
                verdict,
                Map.of("database", "7400"));
    }

    static Stream<Entry> entries() {
        List<Evidence> all = List.of(
                evidence(new Verdict.Met("87 ms", true)),
                evidence(new Verdict.Missed("187 ms")),
                evidence(new Verdict.Unknown("no samples", "the answer is empty")));
        Statement waiver = new Statement(
                Statement.What.WAIVED,
                "a",
                "- [ ] a",
                "why",
                Optional.of(AT.plusSeconds(60)),
                "",
                Map.of("commit", "4c1a"),
                Optional.of(new Statement.Proof("Anna", "n", AT, AT.plusSeconds(300), "AAAA")));
        return Stream.of(
                new Entry.RunBegun("r", "s", List.of("a", "b")),
                new Entry.RunEnded("r", List.of("b")),
                new Entry.Answered("a", "r", "hash", all, Map.of("commit", "4c1a")),
                new Entry.Said(waiver),
                new Entry.Said(new Statement(
                        Statement.What.SIGNED, "a", "- [ ] a", "", Optional.empty(), "e", Map.of(), Optional.empty())),
                new Entry.Said(new Statement(
                        Statement.What.NOT_APPLICABLE,
                        "a",
                        "- [ ] a",
                        "no",
                        Optional.empty(),
                        "",
                        Map.of(),
                        Optional.empty())),
                new Entry.Reset("a", ""),
                new Entry.Noted("a", "seen"),
                new Entry.WatchBegun("a", "hash", Map.of()),
                new Entry.WatchHeld("a", AT, AT.plusSeconds(5), all),
                new Entry.WatchPaused("a", all),
                new Entry.WatchRestarted("a", all),
                new Entry.WatchFailed("a", all));
    }

    private static Event event(Draft draft) {
        return new Event(1, draft.id(), AT, draft.actor(), draft.environment(), draft.kind(), draft.payload(), "", "");
    }

    @ParameterizedTest
    @MethodSource("entries")
    void whatIsWrittenIsRead(Entry entry) {
        Event event = event(codec.write("Anna", entry));

        assertThat(codec.isOurs(event)).isTrue();
        assertThat(codec.read(event)).isEqualTo(entry);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"list\":\"validation-v1.0.1.md\",\"item\":7}",
                "no JSON",
                "{\"item\":\"a\",\"run\":\"r\",\"text\":\"h\",\"evidence\":[7],\"fingerprints\":{}}",
                "{\"item\":\"a\",\"run\":\"r\",\"text\":\"h\",\"evidence\":[{\"verdict\":\"met\"}],\"fingerprints\":{}}"
            })
    void whatCannotBeReadIsSaidAndNeverNothing(String payload) {
        Event event = new Event(1, "id", AT, "Anna", "staging", EntryCodec.ANSWERED, Payload.stored(payload), "", "");

        assertThat(codec.read(event)).isInstanceOf(Entry.Unreadable.class);
    }

    @Test
    void anotherListAnotherEnvironmentAndAnotherFeatureAreNotOurs() {
        Draft draft = codec.write("Anna", new Entry.Reset("a", ""));

        assertThat(new EntryCodec("staging", "validation-v1.0.2.md").isOurs(event(draft)))
                .isFalse();
        assertThat(new EntryCodec("production", "validation-v1.0.1.md").isOurs(event(draft)))
                .isFalse();
        assertThat(codec.isOurs(event(Draft.of("Anna", "staging", "slo.acknowledged", draft.payload()))))
                .isFalse();
    }

    @Test
    void aLongAnswerIsCutSoThatItFitsTheJournal() {
        String longest = "\u0001".repeat(Payload.LONGEST);
        Evidence big =
                new Evidence(longest, "p", AT, Duration.ZERO, longest, "t", new Verdict.Missed(longest), Map.of());
        Entry.Answered entry = new Entry.Answered("a", "r", "h", List.of(big), Map.of());

        assertThat(codec.write("Anna", entry).payload().text()).hasSizeLessThan(Payload.LONGEST);
        assertThat(((Entry.Answered) codec.read(event(codec.write("Anna", entry))))
                        .evidence()
                        .get(0)
                        .answer())
                .endsWith("[cut]");
    }
}
