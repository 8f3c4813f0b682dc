package dev.tars.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseDeskTest {

    @TempDir
    Path folder;

    @Test
    void aFileThatIsNoTextDoesNotKeepTheConsoleFromOpening() throws Exception {
        Files.createDirectories(folder.resolve("rules"));
        Files.createDirectories(folder.resolve("checklists"));
        Files.copy(Path.of("rules/slos.yaml"), folder.resolve("rules/slos.yaml"));
        Files.write(folder.resolve("checklists/validation-v9.md"), new byte[] {'#', ' ', (byte) 0xff, '\n'});
        try (ReleaseDesk desk = ReleaseDesk.open(Optional.of(folder))) {
            assertThat(desk.slos()).isPresent();
            assertThat(desk.problems()).extracting(Problem::where).containsExactly(folder.toString());
            assertThat(desk.inForce().release().version()).isEmpty();
        }
    }
}
