package dev.tars.console.runbook.client;

import dev.tars.console.base.Unit;
import dev.tars.console.document.DocumentException;
import dev.tars.console.document.Nearest;
import dev.tars.console.runbook.Aggregate;
import dev.tars.console.runbook.Block;
import dev.tars.console.runbook.Code;
import dev.tars.console.runbook.Compare;
import dev.tars.console.runbook.Expectation;
import dev.tars.console.runbook.NoneGiven;
import dev.tars.console.runbook.ProbeFailed;
import dev.tars.console.runbook.Units;
import dev.tars.console.runbook.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What several kinds share: which part of an answer is judged, and what it is measured in. */
final class Taking {
    private static final String TAKE = "take";

    private Taking() {}

    /** The part of the answer a block names; {@code usual} where it names none. */
    static String of(Block block, String usual) {
        return block.attributes().find(TAKE).orElse(usual);
    }

    /** Refuses a part that the kind does not know; one with a leading slash is a JSON pointer. */
    static void check(Block block, boolean takesPointers, String... parts) throws DocumentException {
        Optional<String> take = block.attributes().text(TAKE);
        if (take.isEmpty() || Arrays.asList(parts).contains(take.get())) {
            return;
        }
        boolean isPointer = take.get().startsWith("/");
        if (!(isPointer && takesPointers)) {
            String more = takesPointers ? ", or a JSON pointer as /status/phase" : "";
            throw block.attributes()
                    .error(TAKE, "\"" + take.get() + "\" cannot be taken", Nearest.of(take.get(), parts) + more);
        }
    }

    /** Refuses an expectation whose sort no answer of the kind has. */
    static void refuseForeign(Block block, boolean hasExit, boolean hasStatus) throws DocumentException {
        Optional<Expectation> expectation = block.expectation();
        if (expectation.isEmpty()) {
            throw block.at().error("the block does not say what the answer has to be", "add expect=\"...\"");
        }
        if (expectation.get() instanceof Code code && !(code.name().equals(Value.EXIT) ? hasExit : hasStatus)) {
            throw error(block, "an answer of " + block.kind() + " has no " + code.name());
        }
        if (block.lasting().isPresent() && !block.kind().equals("promql")) {
            throw block.attributes()
                    .error("for", "for asks for the past, which only promql has", "use watch=... on the item");
        }
    }

    /** Refuses {@code none given=} where the kind cannot ask a second question. */
    static void refuseNone(Block block) throws DocumentException {
        if (block.expectation().orElseThrow() instanceof NoneGiven) {
            throw error(block, "none given= cannot be asked of " + block.kind());
        }
    }

    /** Refuses a limit with a unit where nothing says what the answer is measured in. */
    static void refuseUnitless(Block block, Unit own) throws DocumentException {
        if (block.expectation().orElseThrow() instanceof Compare compare) {
            Optional<String> written = block.attributes().text("unit");
            Unit unit = written.flatMap(Units::of).map(Units.Scale::unit).orElse(own);
            boolean isCount = compare.aggregate() == Aggregate.COUNT;
            if (!isCount && compare.unit() != unit) {
                throw block.attributes()
                        .error(
                                "expect",
                                "the limit has a unit, and the answer " + (unit == Unit.COUNT ? "none" : "another one"),
                                "say with unit=... what the answer is measured in, or write the limit like it");
            }
        }
    }

    private static DocumentException error(Block block, String cause) {
        return block.attributes().error("expect", cause, "write what its answer has: a number, or matches /PATTERN/");
    }

    /** A text as the block wants it: a number in the unit it names. */
    static Value value(Block block, String name, String text) {
        Value plain = Value.of(name, text);
        Optional<Units.Scale> scale = block.attributes().find("unit").flatMap(Units::of);
        return scale.isPresent() && plain.number().isPresent()
                ? scale.get().value(name, plain.number().get())
                : plain;
    }

    /** What a pointer finds in a JSON text; a place that is null or no scalar is a value without text. */
    static List<Value> pointer(Block block, String pointer, String json, String askedOf) throws ProbeFailed {
        List<Value> values = new ArrayList<>();
        for (Json.Found found : Json.read(json, askedOf).at(pointer)) {
            values.add(value(block, found.path(), found.json().text().orElse("")));
        }
        return values;
    }
}
