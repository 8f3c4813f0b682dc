package dev.tars.console.app.environments;

import dev.tars.console.base.ChildProcess;
import dev.tars.console.connect.http.Secret;
import dev.tars.console.connect.http.SecretMissing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A secret in the desktop's keyring (Secret Service), read anew for each call by the program {@code secret-tool} of
 * libsecret: the item whose attribute {@code tars} is the name. The value comes through a pipe, so it stands in no
 * argument and no variable of a process. Stored with {@code secret-tool store --label NAME tars NAME}.
 *
 * @param program {@code secret-tool}, by name or path
 */
record KeyringSecret(String name, String program) implements Secret {

    private static final long SECONDS = 10;
    private static final int LARGEST = 32 * 1024;

    @Override
    public String reference() {
        return "keyring:" + name;
    }

    @Override
    public String resolve() throws SecretMissing {
        Process process = start();
        try {
            process.getOutputStream().close();
            // A secret fits into the pipe, so the program ends without being read from; one that waits for a person to
            // unlock the keyring is not waited for without end.
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw missing("the keyring does not answer within 10 s", "Unlock the keyring of this desktop.");
            }
            byte[] answer = process.getInputStream().readNBytes(LARGEST + 1);
            String value = new String(answer, StandardCharsets.UTF_8).stripTrailing();
            if (process.exitValue() != 0 || value.isEmpty()) {
                throw missing(
                        "the keyring holds no item with tars=" + name + ", or there is no keyring here",
                        "Store it: secret-tool store --label \"" + name + "\" tars " + name
                                + "; where there is no keyring, write env:NAME or file:PATH.");
            }
            if (answer.length > LARGEST) {
                throw missing("it has more than 32 KiB", "Store a shorter one.");
            }
            return value;
        } catch (IOException e) {
            throw missing("the keyring's answer breaks off", "Try again, or write env:NAME or file:PATH.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw missing("reading the keyring was interrupted", "Try again.");
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start() throws SecretMissing {
        try {
            return ChildProcess.of(List.of(program, "lookup", "tars", name))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw missing(
                    "there is no keyring here: the program " + program + " cannot be started",
                    "Install libsecret-tools, or write env:NAME or file:PATH.");
        }
    }

    private SecretMissing missing(String why, String mend) {
        return new SecretMissing(reference(), why, mend);
    }

    @Override
    public String toString() {
        return reference();
    }
}
