package dev.tars.console.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.practice.real.Binaries;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** A program of this machine that a test needs: without it the test is skipped, in continuous integration it fails. */
public final class RealBinary {

    private RealBinary() {}

    public static Path require(String program) {
        Optional<Path> found = Binaries.ofEnvironment().find(program);
        if (found.isEmpty()) {
            assertThat(System.getenv("CI"))
                    .as(program + " must be on the PATH in continuous integration")
                    .isNotEqualTo("true");
            Assumptions.abort("no " + program + " on the PATH");
        }
        return found.orElseThrow();
    }
}
