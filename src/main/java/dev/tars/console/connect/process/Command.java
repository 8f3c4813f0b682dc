package dev.tars.console.connect.process;

import dev.tars.console.base.ChildProcess;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program with its arguments. No shell reads them, so an argument is one argument whatever it holds.
 *
 * @param words the program, then its arguments
 * @param folder where it runs
 * @param variables set beside those of {@link ChildProcess}
 */
public record Command(List<String> words, Path folder, Map<String, String> variables) {

    /** Most a program may write before it is ended, in bytes, on either stream. */
    public static final long OUTPUT_CAP = 16L << 20;

    private static final long LOOK_MILLIS = 50;
    private static final int KILL_ROUNDS = 20;

    /**
     * What a program said.
     *
     * @param out standard output, UTF-8, at most {@link #OUTPUT_CAP}
     * @param err standard error, the same
     * @param isCut whether it was ended because it wrote more
     */
    public record Said(int exit, String out, String err, boolean isCut) {}

    public Command {
        words = List.copyOf(words);
        if (words.isEmpty() || words.get(0).isEmpty()) {
            throw new IllegalArgumentException("a command begins with a program");
        }
        Objects.requireNonNull(folder, "folder");
        variables = Map.copyOf(variables);
    }

    public static Command of(Path folder, List<String> words) {
        return new Command(words, folder, Map.of());
    }

    /** Where the program is: on the PATH, or where a path of its own leads from the folder. */
    public Optional<Path> program() {
        String program = words.get(0);
        if (program.indexOf('/') >= 0 || program.indexOf(File.separatorChar) >= 0) {
            return Optional.of(folder.resolve(program).toAbsolutePath().normalize())
                    .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path));
        }
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(place -> !place.isEmpty())
                .map(place -> Path.of(place, program))
                .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path))
                .findFirst();
    }

    /**
     * Runs it to its end.
     *
     * @throws IOException where it is not there or cannot be started
     * @throws InterruptedException when interrupted; it and all it started have ended then
     */
    public Said run() throws IOException, InterruptedException {
        // Files, not pipes: a grandchild that keeps a pipe open would keep the reader waiting for ever.
        Path out = Files.createTempFile("tars-console-", ".out");
        Path err = Files.createTempFile("tars-console-", ".err");
        try {
            List<String> vector = new ArrayList<>(words);
            vector.set(
                    0,
                    program()
                            .orElseThrow(() -> new NoSuchFileException(words.get(0)))
                            .toString());
            ProcessBuilder builder = ChildProcess.of(vector)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(variables);
            Process process = builder.start();
            boolean isCut = false;
            try {
                process.getOutputStream().close();
                while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    if (Files.size(out) > OUTPUT_CAP || Files.size(err) > OUTPUT_CAP) {
                        isCut = true;
                        break;
                    }
                }
            } finally {
                end(process);
            }
            isCut |= Files.size(out) > OUTPUT_CAP || Files.size(err) > OUTPUT_CAP;
            return new Said(isCut ? -1 : process.exitValue(), head(out), head(err), isCut);
        } finally {
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }

    /** Children first noted, then ended: once the parent is gone they can no longer be found by it. */
    private static void end(Process process) {
        boolean interrupted = Thread.interrupted();
        for (int round = 0; round < KILL_ROUNDS; round++) {
            List<ProcessHandle> tree = new ArrayList<>(process.descendants().toList());
            tree.add(process.toHandle());
            tree.forEach(ProcessHandle::destroyForcibly);
            try {
                if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)
                        && tree.stream().noneMatch(ProcessHandle::isAlive)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes((int) OUTPUT_CAP), StandardCharsets.UTF_8);
        }
    }
}
