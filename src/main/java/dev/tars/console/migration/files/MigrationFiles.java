package dev.tars.console.migration.files;

import dev.tars.console.document.DocumentException;
import dev.tars.console.migration.ApiQuery;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.Script;
import dev.tars.console.migration.sql.SqlReader;
import dev.tars.console.release.ReleaseFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads migrations out of the folder {@code migrations} of a release. */
public final class MigrationFiles {
    private static final String FOLDER = "migrations";
    private static final String FORWARD = ".sql";
    private static final String ROLLBACK = ".rollback.sql";
    private static final String QUERIES = ".queries.yaml";

    private MigrationFiles() {}

    /** The names of all migrations, in order of name; empty where the release has none. */
    public static List<String> names(ReleaseFiles release) throws IOException {
        Path folder = release.file(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(FORWARD) && !file.endsWith(ROLLBACK))
                    .map(file -> file.substring(0, file.length() - FORWARD.length()))
                    .sorted()
                    .toList();
        }
    }

    /**
     * One migration. A file of queries may be missing: then nothing proves what the migration is worth.
     *
     * @param name without its ending
     * @throws DocumentException where a file does not say what it must, or the rollback is missing
     * @throws IOException where a file cannot be read
     */
    public static Migration read(ReleaseFiles release, String name) throws IOException, DocumentException {
        Script forward = script(release, name + FORWARD);
        String rollback = FOLDER + "/" + name + ROLLBACK;
        if (!Files.exists(release.file(rollback))) {
            throw new DocumentException(
                    release.shown(rollback),
                    1,
                    1,
                    "the rollback of " + name + " is missing",
                    "write the file: DROP INDEX CONCURRENTLY IF EXISTS for each index, the last one first");
        }
        return new Migration(name, forward, script(release, name + ROLLBACK), queries(release, name));
    }

    private static Script script(ReleaseFiles release, String file) throws IOException, DocumentException {
        String place = FOLDER + "/" + file;
        return SqlReader.read(Files.readAllBytes(release.file(place)), release.shown(place));
    }

    private static List<ApiQuery> queries(ReleaseFiles release, String name) throws IOException, DocumentException {
        String place = FOLDER + "/" + name + QUERIES;
        Path file = release.file(place);
        return Files.exists(file)
                ? QueriesFile.read(Files.readString(file, StandardCharsets.UTF_8), release.shown(place))
                : List.of();
    }
}
