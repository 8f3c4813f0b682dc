package dev.tars.console.runbook.client;

import dev.tars.console.document.DocumentException;
import dev.tars.console.release.ReleaseFiles;
import dev.tars.console.runbook.Block;
import dev.tars.console.runbook.ProbeFailed;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The two folders that checks may look into: that of the release, and the working folder ({@code work:}) where reports
 * and artefacts lie. Nothing outside of them is read, not even through a link.
 */
public final class FilePlaces {
    private static final String WORK = "work:";
    private static final int MOST_FILES = 50_000;

    private final Path release;
    private final Path work;

    public FilePlaces(Path release, Path work) {
        this.release = Objects.requireNonNull(release, "release");
        this.work = Objects.requireNonNull(work, "work");
    }

    /** One file. @param name as it is written, with what a star stood for */
    record Found(String name, Path path) {
        boolean isThere() {
            return Files.isRegularFile(path);
        }
    }

    /** Who is asked, for evidence. */
    String words() {
        return "files in " + release + " and " + work;
    }

    /** Refuses paths that lead out of the folders. */
    static void check(Block block) throws DocumentException {
        String[] lines = block.body().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String path = withoutPlace(lines[i].strip());
            if (path.startsWith("/")
                    || path.contains("\\")
                    || List.of(path.split("/", -1)).contains("..")) {
                throw block.inBody(i, 0)
                        .error("\"" + lines[i].strip() + "\" leads out of the folder", "write a path inside of it");
            }
        }
    }

    /** The files that a block names; one without a star is in the list even where it is not there. */
    List<Found> find(String body) throws ProbeFailed {
        List<Found> found = new ArrayList<>();
        for (String line : body.split("\n", -1)) {
            String written = line.strip();
            if (!written.isEmpty()) {
                Path root = written.startsWith(WORK) ? work : release;
                String path = withoutPlace(written);
                try {
                    if (path.contains("*")) {
                        found.addAll(matching(root, path, written.startsWith(WORK) ? WORK : ""));
                    } else {
                        found.add(new Found(written, inside(root, root.resolve(path), written)));
                    }
                } catch (IOException e) {
                    throw new ProbeFailed(
                            "unreadable", root + " cannot be read", "see that it may be read", words(), e);
                }
            }
        }
        return found;
    }

    private static String withoutPlace(String written) {
        return written.startsWith(WORK) ? written.substring(WORK.length()) : written;
    }

    private static Path inside(Path root, Path path, String written) throws IOException, ProbeFailed {
        if (Files.exists(path) && !path.toRealPath().startsWith(root.toRealPath())) {
            throw new ProbeFailed("not inside", written + " is a link that leads out of the folder", "copy the file");
        }
        return path;
    }

    private static List<Found> matching(Path root, String glob, String place) throws IOException, ProbeFailed {
        if (!Files.isDirectory(root)) {
            throw new ProbeFailed(
                    "no folder", root + " is not there", "name the working folder when the console starts");
        }
        PathMatcher matcher = root.getFileSystem().getPathMatcher("glob:" + glob);
        List<Found> found = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(root, new FileVisitOption[0])) {
            List<Path> files = paths.limit(MOST_FILES + 1L).toList();
            if (files.size() > MOST_FILES) {
                throw new ProbeFailed(
                        "too many", root + " holds more than " + MOST_FILES + " files", "name a smaller one");
            }
            for (Path file : files) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && matcher.matches(root.relativize(file))) {
                    String name = root.relativize(file).toString().replace('\\', '/');
                    found.add(new Found(place + name, file));
                }
            }
        }
        found.sort(java.util.Comparator.comparing(Found::name));
        return found;
    }

    static String sha256(Path file) throws IOException {
        return ReleaseFiles.sha256(file);
    }
}
