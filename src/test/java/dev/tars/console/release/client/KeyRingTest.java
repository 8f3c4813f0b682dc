package dev.tars.console.release.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tars.console.release.PersonKey;
import dev.tars.console.release.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {

    private static final String PASSPHRASE = "correct horse battery staple";
    private static final String NAME = "L. Ökafor";

    @TempDir
    private Path folder;

    private KeyRing ring;

    @BeforeEach
    void makeRing() {
        ring = new KeyRing(folder.resolve("keys"));
    }

    private Path only() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private static String problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(KeyProblem.class, call).problem().what();
    }

    @Test
    void aKeyOpensWithItsPassphraseAndNoOther() throws Exception {
        char[] given = PASSPHRASE.toCharArray();
        PersonKey made = ring.create(NAME, given);
        assertThat(given).containsOnly('\0');
        char[] again = PASSPHRASE.toCharArray();
        SigningKey opened = ring.open(NAME, again);
        assertThat(again).containsOnly('\0');
        assertThat(opened.publicKey()).isEqualTo(made);
        char[] wrong = (PASSPHRASE + "r").toCharArray();
        assertThat(problem(() -> ring.open(NAME, wrong)))
                .isEqualTo("The passphrase does not open the key of L. Ökafor.");
        assertThat(wrong).containsOnly('\0');
    }

    @Test
    void theFileIsItsOwnersAloneAndSaysNothingSecret() throws Exception {
        ring.create(NAME, PASSPHRASE.toCharArray());
        assertThat(Files.getPosixFilePermissions(only())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readString(only()))
                .startsWith("tars-console key 1\nname: L. Ökafor\npublic: ed25519:")
                .contains("iterations: 600000\n")
                .doesNotContain(PASSPHRASE);
        assertThat(ring.list()).extracting(KeyFile::name).containsExactly(NAME);
    }

    @Test
    void aFileWithAnotherNameOrKeyOrFewerIterationsDoesNotOpen() throws Exception {
        ring.create(NAME, PASSPHRASE.toCharArray());
        String text = Files.readString(only());
        String other = SigningKey.create("x").publicKey().text();
        Files.writeString(only(), text.replaceFirst("public: .*", "public: " + other.replace("$", "")));
        assertThat(problem(() -> ring.open(NAME, PASSPHRASE.toCharArray()))).contains("does not open");
        Files.writeString(only(), text.replace("iterations: 600000", "iterations: 1000"));
        assertThat(problem(() -> ring.open(NAME, PASSPHRASE.toCharArray()))).contains("iterations is 1000");
        Files.writeString(only(), text.replace("name: L. Ökafor", "name: M. Brandt"));
        assertThat(problem(() -> ring.open(NAME, PASSPHRASE.toCharArray()))).contains("it is the key of M. Brandt");
        Files.writeString(only(), text.substring(0, text.length() - 20));
        assertThat(problem(() -> ring.open(NAME, PASSPHRASE.toCharArray()))).isNotBlank();
    }

    @Test
    void aKeyThatIsThereIsNeverOverwritten() throws Exception {
        ring.create(NAME, PASSPHRASE.toCharArray());
        String before = Files.readString(only());
        assertThat(problem(() -> ring.create(NAME, PASSPHRASE.toCharArray()))).contains("already");
        assertThat(Files.readString(only())).isEqualTo(before);
    }

    @Test
    void aShortPassphraseMakesNoKey() {
        char[] shortOne = "123456789".toCharArray();
        assertThat(problem(() -> ring.create(NAME, shortOne))).contains("shorter than 10");
        assertThat(shortOne).containsOnly('\0');
        assertThat(folder.resolve("keys")).doesNotExist();
    }

    @Test
    void aKeyThatIsNotHereSaysWhatToDo() {
        KeyProblem missing = catchThrowableOfType(KeyProblem.class, () -> ring.open("Ben", PASSPHRASE.toCharArray()));
        assertThat(missing.problem().what()).isEqualTo("There is no key of Ben on this machine.");
        assertThat(missing.problem().mend()).contains("paste");
    }
}
