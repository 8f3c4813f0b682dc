package dev.tars.console.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.connect.HandClock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every cell of mode, role, harm and protection, against a table that is written here by hand: the least that has to be
 * given so that the action runs, and that all less is refused.
 */
class GuardTableTest {

    private static final String ENVIRONMENT = "production";

    /** What is given, each with all before it. */
    private enum Given {
        NOTHING,
        CLICK,
        WRONG_NAME,
        NAME,
        OWN_SIGNATURE,
        OWN_TWICE,
        VIEWER_SIGNED,
        SECOND
    }

    /** Harm, protection | viewer, stranger | operator, approver. Read-only refuses all but looks. */
    private static final String TABLE = """
            READ         open       NOTHING  NOTHING
            READ         protected  NOTHING  NOTHING
            READ         both       NOTHING  NOTHING
            REVERSIBLE   open       never    CLICK
            REVERSIBLE   protected  never    NAME
            REVERSIBLE   both       never    SECOND
            IRREVERSIBLE open       never    NAME
            IRREVERSIBLE protected  never    SECOND
            IRREVERSIBLE both       never    SECOND
            """;

    private record Cell(String harm, String protection, String requester, boolean readOnly, String least) {
        @Override
        public String toString() {
            return harm + " on " + protection + " by " + requester + (readOnly ? ", read-only" : "") + ": " + least;
        }
    }

    static Stream<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        TABLE.lines().map(line -> line.split(" +")).forEach(row -> {
            for (String requester : List.of("Vera", "Stranger", "Otto", "Anna")) {
                String least = requester.equals("Otto") || requester.equals("Anna") ? row[3] : row[2];
                cells.add(new Cell(row[0], row[1], requester, false, least));
                cells.add(new Cell(row[0], row[1], requester, true, row[0].equals("READ") ? least : "never"));
            }
        });
        assertThat(cells).hasSize(9 * 4 * 2);
        return cells.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void runsFromExactlyThisOn(Cell cell) throws InterruptedException {
        boolean hasRun = false;
        for (Given given : Given.values()) {
            boolean expected = !cell.least().equals("never")
                    && given.compareTo(Given.valueOf(cell.least())) >= 0
                    // A wrong name is never enough where a name is asked for, and harmless where it is not.
                    && (given != Given.WRONG_NAME || !cell.least().equals("NAME"));
            boolean ran = runs(cell, given);
            assertThat(ran).as(given.toString()).isEqualTo(expected);
            hasRun |= ran;
        }
        assertThat(hasRun).isEqualTo(!cell.least().equals("never"));
    }

    private static boolean runs(Cell cell, Given given) throws InterruptedException {
        TestDesk desk = new TestDesk()
                .with("Vera", Role.VIEWER)
                .with("Otto", Role.OPERATOR)
                .with("Anna", Role.APPROVER)
                .with("Ben", Role.APPROVER)
                .sits(cell.requester())
                .at(place(cell.protection()));
        KeptRecord record = new KeptRecord();
        Guard guard = new Guard(
                new Mode(cell.readOnly()),
                desk,
                environment -> new TargetReading(
                        java.time.Instant.EPOCH,
                        List.of(new TargetReading.Line("cluster", TargetReading.Match.SAME, "prod-1"))),
                record,
                new HandClock());
        int[] effects = {0};
        Action action = new Action(
                "test.act",
                "Act",
                Harm.valueOf(cell.harm()),
                "",
                Action.Reach.TARGET,
                ENVIRONMENT,
                () -> List.of("act --now"),
                approval -> {
                    effects[0]++;
                    return Outcome.done("Done.");
                });
        try {
            Arming arming = guard.arm(action);
            guard.run(arming, confirmation(arming.request(), given));
            assertThat(record.lines)
                    .isEqualTo(action.harm() == Harm.READ ? List.of() : List.of("intent Act", "outcome DONE"));
        } catch (Refused e) {
            assertThat(effects[0]).isZero();
            assertThat(record.lines).isEmpty();
            assertThat(e.problem().what()).endsWith(".");
            assertThat(e.problem().mend()).isNotBlank();
        }
        return effects[0] == 1;
    }

    private static Place place(String protection) {
        return switch (protection) {
            case "open" -> Place.open(ENVIRONMENT);
            case "protected" -> Place.guarded(ENVIRONMENT);
            default -> new Place(ENVIRONMENT, true, 1, Harm.REVERSIBLE);
        };
    }

    private static Confirmation confirmation(ApprovalRequest request, Given given) {
        List<Consent> consents = new ArrayList<>();
        if (given.compareTo(Given.OWN_SIGNATURE) >= 0) {
            consents.add(TestDesk.key(request.requester()).sign(request));
        }
        if (given.compareTo(Given.OWN_TWICE) >= 0) {
            consents.add(TestDesk.key(request.requester()).sign(request));
        }
        if (given.compareTo(Given.VIEWER_SIGNED) >= 0) {
            consents.add(TestDesk.key("Vera").sign(request));
        }
        if (given == Given.SECOND) {
            consents.add(TestDesk.key("Ben").sign(request));
        }
        String typed = given == Given.WRONG_NAME ? "Production" : given.compareTo(Given.NAME) >= 0 ? ENVIRONMENT : "";
        return new Confirmation(given != Given.NOTHING, typed, consents);
    }
}
