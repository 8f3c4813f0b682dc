package dev.tars.console.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The release as files: the folders {@code checklists}, {@code migrations} and {@code rules} of a directory, or the
 * copy that is built in. Both are {@link Path}s; a jar is opened as a file system and closed with this.
 */
public final class ReleaseFiles implements AutoCloseable {

    private static final List<String> FOLDERS = List.of("checklists", "migrations", "rules");
    private static final String BUILT_IN = "built in";
    private static final String MARK = "/release/rules/slos.yaml";

    private final Path root;
    private final String origin;
    private final Optional<FileSystem> jar;

    private ReleaseFiles(Path root, String origin, Optional<FileSystem> jar) {
        this.root = root;
        this.origin = origin;
        this.jar = jar;
    }

    /** @throws IOException where the directory has none of the three folders */
    public static ReleaseFiles in(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw Files.exists(directory)
                    ? new NotDirectoryException(directory.toString())
                    : new NoSuchFileException(directory.toString());
        }
        if (FOLDERS.stream().noneMatch(folder -> Files.isDirectory(directory.resolve(folder)))) {
            throw new NoSuchFileException(
                    directory.toString(), null, "it has none of the folders " + String.join(", ", FOLDERS));
        }
        return new ReleaseFiles(directory, directory.toString(), Optional.empty());
    }

    /** The copy the console was built with. @throws IOException where the build left it out */
    public static ReleaseFiles builtIn() throws IOException {
        URL mark = ReleaseFiles.class.getResource(MARK);
        if (mark == null) {
            throw new NoSuchFileException(MARK, null, "it is not in this build");
        }
        try {
            URI place = mark.toURI();
            if (!place.getScheme().equals("jar")) {
                Path file = Path.of(place);
                return new ReleaseFiles(parent(parent(file)), BUILT_IN, Optional.empty());
            }
            FileSystem jar = FileSystems.newFileSystem(place, Map.of());
            return new ReleaseFiles(jar.getPath("/release"), BUILT_IN, Optional.of(jar));
        } catch (URISyntaxException e) {
            throw new IOException(mark.toString(), e);
        }
    }

    private static Path parent(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent == null) {
            throw new NoSuchFileException(path.toString());
        }
        return parent;
    }

    /** Where the three folders are. */
    public Path root() {
        return root;
    }

    /** Where the files come from, for people: the directory, or "built in". */
    public String origin() {
        return origin;
    }

    /** A file by its path inside the release: "rules/slos.yaml". */
    public Path file(String name) {
        return root.resolve(name);
    }

    /** The text of a file. */
    public String text(String name) throws IOException {
        return Files.readString(file(name));
    }

    /** The name of a file for errors: its path in the directory, or its name in the built-in copy. */
    public String shown(String name) {
        return jar.isPresent() || origin.equals(BUILT_IN) ? name : file(name).toString();
    }

    /** Every file of the three folders with its hash, in order of name. Reads them all. */
    public List<ReleaseFile> list() throws IOException {
        List<ReleaseFile> files = new ArrayList<>();
        for (String folder : FOLDERS) {
            Path place = root.resolve(folder);
            if (Files.isDirectory(place)) {
                for (Path file : walk(place)) {
                    String name = root.relativize(file).toString().replace('\\', '/');
                    files.add(new ReleaseFile(name, Files.size(file), sha256(file)));
                }
            }
        }
        return List.copyOf(files);
    }

    private static List<Path> walk(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** SHA-256 of a file, 64 hexadecimal digits. */
    public static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What is released, from the front matter of {@code checklists/validation-v*.md}. */
    public Release release() throws IOException {
        Path checklists = root.resolve("checklists");
        if (!Files.isDirectory(checklists)) {
            return Release.UNNAMED;
        }
        for (Path file : walk(checklists)) {
            String name = String.valueOf(file.getFileName());
            if (name.startsWith("validation-v") && name.endsWith(".md")) {
                return FrontMatter.release(Files.readString(file), name);
            }
        }
        return Release.UNNAMED;
    }

    @Override
    public void close() throws IOException {
        if (jar.isPresent()) {
            jar.get().close();
        }
    }
}
