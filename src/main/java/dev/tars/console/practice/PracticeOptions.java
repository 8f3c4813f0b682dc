package dev.tars.console.practice;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * How practice is to be.
 *
 * @param recordingRules a Prometheus rule file
 * @param alertRules a Prometheus rule file
 * @param preferRealPrometheus take a {@code prometheus} found on the PATH instead of the built-in server
 * @param seed of all noise: the same seed gives the same T.A.R.S.
 * @param detailed how much history at the scrape interval is there at the start, 1 min to 12 h
 * @param coarse how much coarse history of the objectives lies before it; zero for none
 * @param scrapeInterval 1 s or more
 * @param rows evaluations in the database at the start, up to 10 million; 0 for neither database nor Redis
 * @param programs where PostgreSQL's programs are unpacked once and kept
 */
public record PracticeOptions(
        String recordingRules,
        String alertRules,
        boolean preferRealPrometheus,
        long seed,
        Duration detailed,
        Duration coarse,
        Duration scrapeInterval,
        int rows,
        Path programs) {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final int DEFAULT_ROWS = 200_000;
    private static final int MOST_ROWS = 10_000_000;

    public PracticeOptions {
        Objects.requireNonNull(recordingRules, "recordingRules");
        Objects.requireNonNull(alertRules, "alertRules");
        if (detailed.compareTo(MINUTE) < 0 || detailed.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("detailed history is 1 min to 12 h long, not " + detailed);
        }
        if (coarse.isNegative() || coarse.compareTo(Duration.ofDays(60)) > 0) {
            throw new IllegalArgumentException("coarse history is 0 to 60 d long, not " + coarse);
        }
        if (scrapeInterval.compareTo(Duration.ofSeconds(1)) < 0 || scrapeInterval.compareTo(MINUTE) > 0) {
            throw new IllegalArgumentException("the scrape interval is 1 s to 1 min, not " + scrapeInterval);
        }
        if (rows < 0 || rows > MOST_ROWS) {
            throw new IllegalArgumentException("the database starts with 0 to 10 million rows, not " + rows);
        }
    }

    /**
     * Two hours at 15 s, thirty days coarse and 200,000 rows, with a real Prometheus where there is one.
     *
     * @param programs a folder of this person
     */
    public static PracticeOptions of(String recordingRules, String alertRules, Path programs) {
        return new PracticeOptions(
                recordingRules,
                alertRules,
                true,
                42,
                Duration.ofHours(2),
                Duration.ofDays(30),
                Duration.ofSeconds(15),
                DEFAULT_ROWS,
                programs);
    }

    /** The same with the built-in server, whatever the machine has. */
    public PracticeOptions builtIn() {
        return new PracticeOptions(
                recordingRules, alertRules, false, seed, detailed, coarse, scrapeInterval, rows, programs);
    }

    /** The same with another number of rows; 0 for neither database nor Redis. */
    public PracticeOptions withRows(int other) {
        return new PracticeOptions(
                recordingRules,
                alertRules,
                preferRealPrometheus,
                seed,
                detailed,
                coarse,
                scrapeInterval,
                other,
                programs);
    }
}
