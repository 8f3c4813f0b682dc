package dev.tars.console.app.environments;

import dev.tars.console.connect.http.Secret;
import dev.tars.console.connect.http.SecretMissing;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A secret that is the content of a file, without the line break at its end; read anew for each call. */
record FileSecret(Path path) implements Secret {

    private static final long LARGEST = 64 * 1024;

    @Override
    public String reference() {
        return "file:" + path;
    }

    @Override
    public String resolve() throws SecretMissing {
        String value = read().stripTrailing();
        if (value.isEmpty()) {
            throw missing("the file is empty");
        }
        return value;
    }

    private String read() throws SecretMissing {
        try {
            if (Files.size(path) > LARGEST) {
                throw missing("the file has more than 64 KiB");
            }
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw missing("the file does not exist");
        } catch (CharacterCodingException e) {
            throw missing("the file is not UTF-8 text");
        } catch (IOException e) {
            throw missing("the file cannot be read");
        }
    }

    private SecretMissing missing(String why) {
        return new SecretMissing(reference(), why, "Write the secret into " + path + ".");
    }

    @Override
    public String toString() {
        return reference();
    }
}
