package dev.tars.console.app.environments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tars.console.connect.http.SecretMissing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyringSecretTest {

    @TempDir
    private Path folder;

    /** A program in the place of secret-tool: it speaks as that one does. */
    private String program(String script) throws Exception {
        Path file = folder.resolve("secret-tool");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }

    @Test
    void theItemsValueIsReadThroughAPipe() throws Exception {
        String tool = program("[ \"$1 $2 $3\" = 'lookup tars prom-token' ] && printf 'hunter2'");
        KeyringSecret secret = new KeyringSecret("prom-token", tool);
        assertThat(secret.resolve()).isEqualTo("hunter2");
        assertThat(secret).hasToString("keyring:prom-token");
    }

    @Test
    void anItemThatIsNotThereSaysHowToStoreIt() throws Exception {
        SecretMissing missing = catchThrowableOfType(
                SecretMissing.class, () -> new KeyringSecret("prom-token", program("exit 1")).resolve());
        assertThat(missing.problem().what()).contains("keyring:prom-token", "no item");
        assertThat(missing.problem().mend()).contains("secret-tool store");
    }

    @Test
    void whereThereIsNoKeyringTheOtherKindsAreNamed() {
        SecretMissing missing = catchThrowableOfType(
                SecretMissing.class,
                () -> new KeyringSecret("x", folder.resolve("none").toString()).resolve());
        assertThat(missing.problem().what()).contains("there is no keyring here");
        assertThat(missing.problem().mend()).contains("env:NAME", "file:PATH");
    }
}
