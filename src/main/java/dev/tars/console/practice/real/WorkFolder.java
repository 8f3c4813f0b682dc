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
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder in the system's temporary folder that belongs to one running console. A marker file names the console and
 * the servers it started, each by process id and start time, so that what a killed console left behind is found and
 * cleared at the next start without ever touching a stranger's process or folder.
 */
public final class WorkFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkFolder.class);
    private static final String PREFIX = "tars-practice-";
    private static final String MARKER = "practice.processes";
    private static final int REMOVAL_ATTEMPTS = 3;
    private static final Set<String> SERVERS = Set.of("postgres", "initdb", "pg_ctl", "prometheus");
    private static final long ENDING_SECONDS = 5;

    private final Path folder;
    private final List<ProcessHandle> processes = new ArrayList<>();

    private WorkFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes one under {@code parent}, marked as this process's. */
    public static WorkFolder create(Path parent) throws IOException {
        WorkFolder made = new WorkFolder(Files.createTempDirectory(parent, PREFIX));
        made.owns(ProcessHandle.current());
        return made;
    }

    public Path path() {
        return folder;
    }

    /** Notes a server, so that it ends with the folder even where this process is killed. */
    public synchronized void owns(ProcessHandle server) throws IOException {
        processes.removeIf(process -> !process.isAlive());
        processes.add(server);
        List<String> lines = new ArrayList<>();
        for (ProcessHandle process : processes) {
            lines.add(process.pid() + " " + startOf(process));
        }
        // In one move, so that a kill never leaves half a marker.
        Path draft = folder.resolve(MARKER + ".new");
        Files.write(draft, lines);
        Files.move(draft, folder.resolve(MARKER), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Ends every process noted and removes the folder: the last moment of a console that is told to end. */
    public synchronized void endAll() {
        processes.stream()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .forEach(WorkFolder::end);
        remove(folder);
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
            running(line).ifPresent(WorkFolder::endLeft);
        }
        // One that was started a moment before the kill is not noted yet, but its command names the folder.
        ProcessHandle.allProcesses().filter(process -> names(process, folder)).forEach(WorkFolder::endLeft);
        remove(folder);
    }

    private static boolean names(ProcessHandle process, Path folder) {
        ProcessHandle.Info info = process.info();
        Optional<Path> command = info.command().map(Path::of);
        if (!info.user().equals(ProcessHandle.current().info().user()) || command.isEmpty()) {
            return false;
        }
        // A program of the folder itself, or one of ours that was told to work in it; never an editor that looks at it.
        return command.get().startsWith(folder)
                || SERVERS.contains(String.valueOf(command.get().getFileName()))
                        && Stream.of(info.arguments().orElse(new String[0]))
                                .anyMatch(argument -> argument.contains(folder.toString()));
    }

    private static void endLeft(ProcessHandle server) {
        LOG.info("ending process {} that a killed console left behind", server.pid());
        end(server);
    }

    private static void end(ProcessHandle server) {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle each : all) {
            try {
                each.onExit().get(ENDING_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException | TimeoutException e) {
                LOG.warn("process {} does not end", each.pid(), e);
            }
        }
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
