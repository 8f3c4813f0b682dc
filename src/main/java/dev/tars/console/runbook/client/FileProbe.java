package dev.tars.console.runbook.client;

import dev.tars.console.base.Unit;
import dev.tars.console.document.DocumentException;
import dev.tars.console.runbook.Answer;
import dev.tars.console.runbook.Block;
import dev.tars.console.runbook.Matches;
import dev.tars.console.runbook.Probe;
import dev.tars.console.runbook.ProbeContext;
import dev.tars.console.runbook.ProbeFailed;
import dev.tars.console.runbook.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code file}: files of the release and of the working folder, one path a line, {@code *} and {@code **} allowed:
 * {@code rules/alerts.yaml}, {@code work:reports/**}{@code .xml}. {@code take=}: {@code exists} (1 or 0, as usual),
 * {@code size} in bytes, {@code age} in seconds, {@code sha256}, {@code text}, or a JSON pointer. A path without a star
 * that is not there is 0 for {@code exists}, and no answer for all else.
 */
public final class FileProbe implements Probe {
    private static final long TEXT_CAP = 4L << 20;

    private final FilePlaces places;

    public FileProbe(FilePlaces places) {
        this.places = places;
    }

    @Override
    public String kind() {
        return "file";
    }

    @Override
    public void check(Block block) throws DocumentException {
        Taking.refuseForeign(block, false, false);
        block.attributes().allowOnly("expect", "timeout", "unit", "take");
        Taking.refuseNone(block);
        Taking.check(block, true, "exists", "size", "age", "sha256", "text");
        String take = Taking.of(block, "exists");
        if (take.equals("exists") && block.expectation().orElseThrow() instanceof Matches) {
            throw block.attributes().error("expect", "exists is 1 or 0", "write all = 1, or take=text");
        }
        Unit own = take.equals("size") ? Unit.BYTES : take.equals("age") ? Unit.SECONDS : Unit.COUNT;
        Taking.refuseUnitless(block, own);
        FilePlaces.check(block);
    }

    @Override
    public Answer ask(Block block, ProbeContext context) throws ProbeFailed, InterruptedException {
        String take = Taking.of(block, "exists");
        String question = context.fill(block.question());
        List<Value> values = new ArrayList<>();
        Map<String, String> prints = new LinkedHashMap<>();
        StringBuilder raw = new StringBuilder();
        for (FilePlaces.Found found : places.find(question)) {
            if (Thread.interrupted()) {
                throw new InterruptedException("stopped while files were read");
            }
            try {
                List<Value> own = values(block, take, found, context);
                values.addAll(own);
                own.forEach(
                        v -> raw.append(v.name()).append(": ").append(v.text()).append('\n'));
                if (found.isThere() && Files.size(found.path()) <= TEXT_CAP) {
                    prints.put("file " + found.name(), FilePlaces.sha256(found.path()));
                }
            } catch (IOException e) {
                throw new ProbeFailed(
                        "unreadable", found.name() + " cannot be read", "see that it may be read", places.words(), e);
            }
        }
        return Answer.of(question + "\ntake " + take, places.words(), raw.toString(), values)
                .fingerprints(prints);
    }

    private static List<Value> values(Block block, String take, FilePlaces.Found found, ProbeContext context)
            throws IOException, ProbeFailed {
        if (take.equals("exists")) {
            return List.of(
                    found.isThere()
                            ? Value.of(found.name(), 1, Unit.COUNT)
                            : Value.of(found.name() + " (not there)", 0, Unit.COUNT));
        }
        if (!found.isThere()) {
            throw new ProbeFailed("no file", found.name() + " is not there", "see where it is written to");
        }
        return switch (take) {
            case "size" -> List.of(Value.of(found.name(), (double) Files.size(found.path()), Unit.BYTES));
            case "age" -> {
                Duration age = Duration.between(
                        Files.getLastModifiedTime(found.path()).toInstant(),
                        context.clock().instant());
                if (age.isNegative()) {
                    throw new ProbeFailed(
                            "clock",
                            found.name() + " is from the future",
                            "set the clock of the machine that wrote it");
                }
                yield List.of(Value.of(found.name(), age.toMillis() / 1000.0, Unit.SECONDS));
            }
            case "sha256" -> List.of(Value.of(found.name(), FilePlaces.sha256(found.path())));
            case "text" -> List.of(Taking.value(block, found.name(), text(found)));
            default -> Taking.pointer(block, take, text(found), found.name());
        };
    }

    private static String text(FilePlaces.Found found) throws IOException, ProbeFailed {
        if (Files.size(found.path()) > TEXT_CAP) {
            throw new ProbeFailed("too large", found.name() + " has more than 4 MiB", "take its sha256 or its size");
        }
        return new String(Files.readAllBytes(found.path()), StandardCharsets.UTF_8);
    }
}
