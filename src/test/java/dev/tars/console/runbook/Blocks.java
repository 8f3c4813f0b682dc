package dev.tars.console.runbook;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Blocks and contexts for tests. */
public final class Blocks {
    public static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private Blocks() {}

    /** The block of one fence: its first line without the ticks, then its body. */
    public static Block of(String info, String body) throws BrokenRunbook {
        String indented = body.indent(2);
        return new RunbookReader()
                .read("- [ ] a\n  ````" + info + "\n" + indented + "  ````\n", "x.md")
                .blocks()
                .get(0);
    }

    public static ProbeContext context(Map<String, String> variables) {
        return new ProbeContext(variables, name -> Optional.empty(), List::of, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    public static String word(Answer answer, Block block) {
        return block.expectation()
                .orElseThrow()
                .judge(answer)
                .match(met -> "met", missed -> "missed", unknown -> "unknown", waived -> "waived");
    }
}
