package dev.tars.console.promql;

/**
 * What stays the same in the whole of one evaluation. Milliseconds.
 *
 * @param start what {@code @ start()} means, also inside subqueries
 * @param end what {@code @ end()} means
 * @param lookback how old a sample may be to count at an instant
 * @param evaluationInterval step of subqueries that name none
 */
record Query(SeriesSource source, long start, long end, long lookback, long evaluationInterval) {

    /** The instants a selector looks at: those of the evaluation, fixed by {@code @} and moved by the offset. */
    long[] references(Modifiers modifiers, Steps steps) {
        long offset = modifiers.offset().toMillis();
        long[] references = new long[steps.count()];
        for (int i = 0; i < references.length; i++) {
            long time = switch (modifiers.at().kind()) {
                case NONE -> steps.time(i);
                case TIME -> modifiers.at().millis();
                case START -> start;
                case END -> end;
            };
            references[i] = time - offset;
        }
        return references;
    }
}
