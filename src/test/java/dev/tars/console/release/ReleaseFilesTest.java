package dev.tars.console.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit gives the folder
class ReleaseFilesTest {

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void aDirectoryIsListedInOrderWithTheHashOfEachFile() throws IOException {
        write("rules/slos.yaml", "abc");
        write("checklists/validation-v1.0.2.md", "---\nrelease: v1.0.2\nfrom: \"v1.0.1\"\n---\n# x\n");
        write("other/notes.txt", "not of the release");
        try (ReleaseFiles files = ReleaseFiles.in(folder)) {
            assertThat(files.list())
                    .extracting(ReleaseFile::name)
                    .containsExactly("checklists/validation-v1.0.2.md", "rules/slos.yaml");
            ReleaseFile slos = files.list().get(1);
            assertThat(slos.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
            assertThat(slos.shortHash()).isEqualTo("ba7816bf");
            assertThat(slos.size()).isEqualTo(3);
            assertThat(files.text("rules/slos.yaml")).isEqualTo("abc");
            assertThat(files.shown("rules/slos.yaml"))
                    .isEqualTo(folder.resolve("rules/slos.yaml").toString());
            assertThat(files.origin()).isEqualTo(folder.toString());
            assertThat(files.release()).isEqualTo(new Release("v1.0.2", "v1.0.1"));
            assertThat(files.release().words()).isEqualTo("v1.0.1 → v1.0.2");
        }
    }

    @Test
    void theBuiltInReleaseHasTheThreeFoldersAndNamesItself() throws IOException {
        try (ReleaseFiles files = ReleaseFiles.builtIn()) {
            assertThat(files.origin()).isEqualTo("built in");
            assertThat(files.shown("rules/slos.yaml")).isEqualTo("rules/slos.yaml");
            assertThat(files.list())
                    .extracting(ReleaseFile::name)
                    .contains("rules/slos.yaml", "rules/recording_rules.yaml", "rules/alerts.yaml");
            assertThat(files.release()).isEqualTo(new Release("v1.0.1", "v1.0.0"));
        }
    }

    @Test
    void aFolderThatIsNoReleaseIsRefused() throws IOException {
        assertThatThrownBy(() -> ReleaseFiles.in(folder.resolve("nowhere"))).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> ReleaseFiles.in(folder))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("checklists, migrations, rules");
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> ReleaseFiles.in(file)).isInstanceOf(NotDirectoryException.class);
    }

    @Test
    void theReleaseIsNamedByItsFileWhereTheFrontMatterSaysNothing() throws IOException {
        Files.createDirectories(folder.resolve("rules"));
        try (ReleaseFiles files = ReleaseFiles.in(folder)) {
            assertThat(files.release()).isEqualTo(Release.UNNAMED);
            assertThat(files.release().words()).isEmpty();
            write("checklists/validation-v2.0.0.md", "# no front matter\nrelease: v9\n");
            assertThat(files.release()).isEqualTo(new Release("v2.0.0", ""));
            assertThat(files.release().words()).isEqualTo("v2.0.0");
        }
    }
}
