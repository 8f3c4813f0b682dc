package dev.tars.console.practice.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** PostgreSQL 15 with the tables of T.A.R.S. v1.0.0 and generated evaluations, without the indexes of TARS-1004. */
final class LocalPostgres implements LocalServer {

    static final String DATABASE = "tars";

    private static final String SCHEMA = "/practice/schema-v1.0.0.sql";
    private static final String ROWS = "/practice/rows-v1.0.0.sql";
    private static final int LAST_WORDS = 8;
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private final RunFolder folder;
    private final Path binaries;
    private final int rows;
    private final int port;
    private @Nullable EmbeddedPostgres server;
    private boolean filled;

    /** @param binaries where the server's programs are unpacked once and kept @param rows evaluations at the start */
    LocalPostgres(RunFolder folder, Path binaries, int rows) throws IOException {
        this.folder = folder;
        this.binaries = binaries;
        this.rows = rows;
        this.port = freePort();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** For any client of this machine; no password. */
    String jdbcUrl() {
        return url(DATABASE);
    }

    /** The same through another port that leads to this one. */
    String jdbcUrl(int through) {
        return url(DATABASE).replace(address(), "127.0.0.1:" + through);
    }

    int port() {
        return port;
    }

    private String url(String database) {
        return "jdbc:postgresql://" + address() + "/" + database + "?user=postgres&connectTimeout=3&socketTimeout=10"
                + "&ApplicationName=tars-practice";
    }

    @Override
    public String start() throws IOException {
        stop();
        Path room = folder.get().path();
        Files.createDirectories(binaries);
        Path data = room.resolve("postgresql");
        Path log = room.resolve("postgresql.log");
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(START_LIMIT)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("cluster_name", "tars-practice");
        try {
            server = builder.start();
        } catch (IOException | IllegalStateException e) {
            throw new IOException(e.getMessage() + lastWords(log), e);
        }
        own(data);
        try {
            if (!filled) {
                fill();
                filled = true;
            }
            return "PostgreSQL " + version();
        } catch (SQLException e) {
            stop();
            throw new IOException("PostgreSQL started and refused its schema: " + e.getMessage(), e);
        }
    }

    /** What the programs said last: the library tells only that one of them failed. */
    private static String lastWords(Path log) throws IOException {
        if (!Files.isRegularFile(log)) {
            return "";
        }
        List<String> lines = Files.readAllLines(log);
        return "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()));
    }

    private void own(Path data) throws IOException {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
        ProcessHandle handle = ProcessHandle.of(Long.parseLong(pid))
                .orElseThrow(() -> new IOException("PostgreSQL's process " + pid + " is gone"));
        folder.get().owns(handle);
    }

    private void fill() throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE);
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                PreparedStatement fill = connection.prepareStatement(text(ROWS))) {
            statement.execute(text(SCHEMA));
            // Generating a million rows takes longer than an ordinary answer may.
            connection.setNetworkTimeout(
                    Runnable::run, (int) Duration.ofMinutes(10).toMillis());
            fill.setInt(1, rows);
            fill.execute();
            statement.execute("ANALYZE");
        }
    }

    private static String text(String resource) throws IOException {
        try (var in = Objects.requireNonNull(LocalPostgres.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl());
    }

    private String version() throws SQLException {
        try (Connection connection = connect()) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    @Override
    public void ping() throws IOException {
        try (Connection connection = connect()) {
            if (!connection.isValid(2)) {
                throw new IOException("PostgreSQL does not answer");
            }
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void stop() {
        EmbeddedPostgres running = server;
        server = null;
        if (running != null) {
            try {
                running.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException("PostgreSQL does not stop", e);
            }
        }
    }
}
