package dev.tars.console.practice.real;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder in the system's temporary folder that belongs to one running console. A marker file names the console and
 * the server it started, each by process id and start time, so that what a killed console left behind is found and
 * cleared at the next start without ever touching a stranger's process or folder.
 */
public final class WorkFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkFolder.class);
    private static final String PREFIX = "tars-practice-";
    private static final String MARKER = "practice.processes";
    private static final int REMOVAL_ATTEMPTS = 3;

    private final Path folder;

    private WorkFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes one under {@code parent}, marked as this process's. */
    public static WorkFolder create(Path parent) throws IOException {
        WorkFolder made = new WorkFolder(Files.createTempDirectory(parent, PREFIX));
        made.mark(List.of(ProcessHandle.current()));
        return made;
    }

    public Path path() {
        return folder;
    }

    /** Notes the server, so that it ends with the folder even where this process is killed. */
    public void owns(ProcessHandle server) throws IOException {
        mark(List.of(ProcessHandle.current(), server));
    }

    private void mark(List<ProcessHandle> processes) throws IOException {
        List<String> lines = new ArrayList<>();
        for (ProcessHandle process : processes) {
            lines.add(process.pid() + " " + startOf(process));
        }
        // In one move, so that a kill never leaves half a marker.
        Path draft = folder.resolve(MARKER + ".new");
        Files.write(draft, lines);
        Files.move(draft, folder.resolve(MARKER), StandardCopyOption.ATOMIC_MOVE);
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Ends servers and removes folders of consoles that are no longer running. */
    public static void clearLeftovers(Path parent) {
        List<Path> folders;
        try (Stream<Path> entries = Files.list(parent)) {
            folders = entries.filter(entry -> entry.getFileName().toString().startsWith(PREFIX))
                    .filter(entry -> Files.isRegularFile(entry.resolve(MARKER)))
                    .filter(WorkFolder::isOurs)
                    .toList();
        } catch (IOException e) {
            LOG.debug("cannot look for leftovers in {}", parent, e);
            return;
        }
        folders.forEach(WorkFolder::clear);
    }

    /** The temporary folder is everybody's: a marker that somebody else wrote must not end a process of ours. */
    private static boolean isOurs(Path folder) {
        try {
            Path own = Files.createTempFile("tars-owner-", "");
            try {
                return Files.getOwner(folder).equals(Files.getOwner(own));
            } finally {
                Files.delete(own);
            }
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("{} may be somebody else's", folder, e);
            return false;
        }
    }

    private static void clear(Path folder) {
        List<String> lines;
        try {
            lines = Files.readAllLines(folder.resolve(MARKER));
        } catch (IOException e) {
            LOG.debug("cannot read the marker of {}", folder, e);
            return;
        }
        if (lines.isEmpty() || running(lines.get(0)).isPresent()) {
            return;
        }
        for (String line : lines.subList(1, lines.size())) {
            running(line).ifPresent(server -> {
                LOG.info("ending process {} that a killed console left behind", server.pid());
                server.destroyForcibly();
                server.onExit().join();
            });
        }
        remove(folder);
    }

    private static Optional<ProcessHandle> running(String line) {
        String[] words = line.split(" ");
        if (words.length != 2) {
            return Optional.empty();
        }
        try {
            long start = Long.parseLong(words[1]);
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> startOf(process) == start);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        remove(folder);
    }

    private static void remove(Path folder) {
        for (int attempt = 1; attempt <= REMOVAL_ATTEMPTS; attempt++) {
            try {
                Files.walkFileTree(folder, new Removal());
                return;
            } catch (NoSuchFileException e) {
                // A server that is just ending may still add or remove files of its own.
                LOG.debug("{} changed while it was removed", folder, e);
            } catch (IOException e) {
                LOG.warn("{} is not wholly removed at attempt {}", folder, attempt, e);
            }
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
