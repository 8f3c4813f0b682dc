package dev.tars.console.release;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;

/** The judge of rule files that Prometheus itself brings, run on files of ours within a time limit. */
public final class Promtool {

    private static final long LIMIT_SECONDS = 180;

    /** @param exit the exit code; @param output both streams, as they came */
    public record Answer(int exit, String output) {}

    private Promtool() {}

    /** Runs it, or reports the test as skipped where the machine has none; the build server must have it. */
    public static Answer run(String... arguments) throws IOException, InterruptedException {
        Optional<Path> program = find();
        if (program.isEmpty()) {
            String reason = "promtool is not on the PATH (Debian package prometheus)";
            if ("true".equals(System.getenv("CI"))) {
                Assertions.fail(reason);
            }
            abort(reason);
        }
        List<String> command = new ArrayList<>();
        command.add(program.orElseThrow().toString());
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("promtool", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                Assertions.fail(String.join(" ", command) + " took longer than " + LIMIT_SECONDS + " s");
            }
            return new Answer(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
    }

    private static Optional<Path> find() {
        for (String folder :
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator)) {
            Path candidate = Path.of(folder).resolve("promtool");
            if (Files.isExecutable(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
