package dev.tars.console.slo;

import dev.tars.console.base.Verdict;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** How the states of objectives stand in the one vocabulary of the console. This is the only such table. */
public final class SloVerdicts {

    private static final Map<SloState, BiFunction<String, Optional<NoData>, Verdict>> TABLE = table();

    private SloVerdicts() {}

    private static Map<SloState, BiFunction<String, Optional<NoData>, Verdict>> table() {
        Map<SloState, BiFunction<String, Optional<NoData>, Verdict>> table = new EnumMap<>(SloState.class);
        table.put(SloState.VIOLATED, (sentence, kind) -> new Verdict.Missed(sentence));
        table.put(
                SloState.NO_DATA,
                (sentence, kind) -> new Verdict.Unknown(kind.map(NoData::words).orElse("no data"), sentence));
        table.put(SloState.NO_TRAFFIC, (sentence, kind) -> new Verdict.Unknown("no traffic", sentence));
        table.put(SloState.BURNING, (sentence, kind) -> new Verdict.Met(sentence, true));
        table.put(SloState.OK, (sentence, kind) -> new Verdict.Met(sentence, false));
        return table;
    }

    /** @param noData the kind, where the state is NO_DATA */
    public static Verdict of(SloState state, Optional<NoData> noData, String sentence) {
        BiFunction<String, Optional<NoData>, Verdict> row = TABLE.get(state);
        if (row == null) {
            throw new IllegalStateException("no verdict for " + state);
        }
        return row.apply(sentence, noData);
    }
}
