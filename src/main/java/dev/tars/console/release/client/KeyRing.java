package dev.tars.console.release.client;

import dev.tars.console.release.Keys;
import dev.tars.console.release.PersonKey;
import dev.tars.console.release.SigningKey;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The keys on this machine: one file a person in one folder, readable by its owner alone (mode 600, where the file
 * system knows modes), written beside and moved into place so that there is never half a key. Methods block; opening
 * and creating take about half a second on purpose.
 */
public final class KeyRing implements Keys {

    private static final String END = ".key";

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    /** @param folder is made when the first key is */
    public KeyRing(Path folder) {
        this.folder = folder;
    }

    /** Makes a key and stores it. The passphrase is wiped. @return its public half */
    public PersonKey create(String name, char[] passphrase) throws KeyProblem {
        try {
            Path file = file(name);
            if (Files.exists(file)) {
                throw KeyProblem.exists(name, file.toString());
            }
            SigningKey key = SigningKey.create(name);
            store(file, KeyFile.seal(key, passphrase, random).text(), name);
            return key.publicKey();
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private void store(Path file, String text, String name) throws KeyProblem {
        try {
            Files.createDirectories(folder);
            Path beside = Files.createTempFile(folder, ".new", END, ownerOnly());
            try {
                Files.writeString(beside, text);
                try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                // A link fails where another has made the same key meanwhile; a move would put it in the place of
                // theirs.
                Files.createLink(file, beside);
            } catch (UnsupportedOperationException e) {
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (FileAlreadyExistsException e) {
            throw KeyProblem.exists(name, file.toString());
        } catch (IOException e) {
            throw KeyProblem.notStored(file.toString(), e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Those that can be read, by name. */
    public List<KeyFile> list() throws KeyProblem {
        List<KeyFile> all = new ArrayList<>();
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            for (Path file : files.filter(KeyRing::isKey).sorted().toList()) {
                all.add(read(file));
            }
            return all;
        } catch (IOException e) {
            throw KeyProblem.notStored(folder.toString(), e);
        }
    }

    private static boolean isKey(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(END) && !name.startsWith(".");
    }

    private static KeyFile read(Path file) throws KeyProblem, IOException {
        return KeyFile.parse(Files.readString(file), file.toString());
    }

    @Override
    public List<String> names() throws KeyProblem {
        return list().stream().map(KeyFile::name).toList();
    }

    @Override
    public SigningKey open(String name, char[] passphrase) throws KeyProblem {
        Path file = file(name);
        try {
            KeyFile key = read(file);
            if (!key.name().equals(name)) {
                throw KeyProblem.damaged(file.toString(), "it is the key of " + key.name());
            }
            return key.open(passphrase, file.toString());
        } catch (NoSuchFileException e) {
            throw KeyProblem.missing(name, folder.toString());
        } catch (IOException e) {
            throw KeyProblem.notStored(file.toString(), e);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    /** A number made of the name where it is not plain, so that no two people share a file on any file system. */
    private Path file(String name) {
        String plain = name.matches("[a-z0-9][a-z0-9-]*")
                ? name
                : "_" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(plain + END);
    }
}
