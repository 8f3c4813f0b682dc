package dev.tars.console.app;

import dev.tars.console.app.shell.ReleaseInForce;
import dev.tars.console.base.Problem;
import dev.tars.console.document.DocumentException;
import dev.tars.console.promql.PromqlException;
import dev.tars.console.promql.PromqlParser;
import dev.tars.console.release.RecordingRules;
import dev.tars.console.release.Release;
import dev.tars.console.release.ReleaseFiles;
import dev.tars.console.slo.SloFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The release that is in force, read from its files once.
 *
 * @param files open until the console closes
 * @param slos the objectives; empty where their file is refused
 * @param problems what was refused
 */
record ReleaseDesk(ReleaseFiles files, ReleaseInForce inForce, Optional<SloFile> slos, List<Problem> problems)
        implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseDesk.class);

    static final String SLOS = "rules/slos.yaml";
    static final String RECORDING_RULES = "rules/recording_rules.yaml";
    static final String ALERTS = "rules/alerts.yaml";

    /** Opens a directory, or the built-in copy where none is named or the named one is no release. */
    static ReleaseDesk open(Optional<Path> directory) throws IOException {
        List<Problem> problems = new ArrayList<>();
        ReleaseFiles files = files(directory, problems);
        Optional<SloFile> slos = Optional.empty();
        try {
            slos = Optional.of(SloFile.parse(files.text(SLOS), files.shown(SLOS), ReleaseDesk::fault)
                    .withRecords(records(files)));
        } catch (DocumentException e) {
            problems.add(Problem.of(
                    "The objectives are refused: " + e.reason() + ".",
                    e.file() + ":" + e.line(),
                    "Nothing is judged: the live page has no objectives.",
                    "To mend it: " + e.mend() + "."));
        } catch (IOException e) {
            problems.add(new Problem(
                    "The objectives cannot be read.",
                    files.shown(SLOS),
                    "Nothing is judged: the live page has no objectives.",
                    "Start with --release and a folder that has " + SLOS + ".",
                    String.valueOf(e)));
        }
        ReleaseInForce inForce = inForce(files, problems);
        return new ReleaseDesk(files, inForce, slos, List.copyOf(problems));
    }

    /** Without them a record that does not exist yet is no data, as any other; practice tells what is wrong with them. */
    private static Map<String, String> records(ReleaseFiles files) {
        try {
            return RecordingRules.expressions(files.text(RECORDING_RULES), files.shown(RECORDING_RULES));
        } catch (DocumentException | IOException e) {
            LOG.warn("the recording rules do not read: no record can be asked by its raw series", e);
            return Map.of();
        }
    }

    private static ReleaseInForce inForce(ReleaseFiles files, List<Problem> problems) {
        try {
            return new ReleaseInForce(files.release(), files.origin(), files.list());
        } catch (IOException | UncheckedIOException e) {
            problems.add(new Problem(
                    "Not every file of the release can be read.",
                    files.origin(),
                    "Its version and the hashes of its files are not shown.",
                    "See that all of them may be read, and that the checklists are UTF-8 text.",
                    String.valueOf(e)));
            return new ReleaseInForce(Release.UNNAMED, files.origin(), List.of());
        }
    }

    private static ReleaseFiles files(Optional<Path> directory, List<Problem> problems) throws IOException {
        if (directory.isPresent()) {
            try {
                return ReleaseFiles.in(directory.get());
            } catch (IOException e) {
                problems.add(new Problem(
                        "The release folder cannot be used.",
                        directory.get().toString(),
                        "The built-in release is in force instead.",
                        "Name a folder with checklists, migrations and rules.",
                        String.valueOf(e)));
            }
        }
        return ReleaseFiles.builtIn();
    }

    private static Optional<String> fault(String expression) {
        try {
            PromqlParser.parse(expression);
            return Optional.empty();
        } catch (PromqlException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The text of a file of the release. */
    String text(String name) throws IOException {
        return files.text(name);
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
