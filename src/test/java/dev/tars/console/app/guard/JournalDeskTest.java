package dev.tars.console.app.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.app.environments.SecretReferences;
import dev.tars.console.base.ConnectionReport;
import dev.tars.console.base.ConnectionReport.Status;
import dev.tars.console.base.Problem;
import dev.tars.console.base.Ticker;
import dev.tars.console.connect.Eventually;
import dev.tars.console.journal.Draft;
import dev.tars.console.journal.Event;
import dev.tars.console.journal.EventStore;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.Payload;
import dev.tars.console.journal.client.Journals;
import dev.tars.console.release.Guard;
import dev.tars.console.release.Harm;
import dev.tars.console.release.JournalRecord;
import dev.tars.console.release.Mode;
import dev.tars.console.release.People;
import dev.tars.console.release.Place;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The window's journal on a real server that is stopped, started, hung and asked for a password. */
@Timeout(120)
class JournalDeskTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String PASSWORD = "planted-2b1c-password";

    @TempDir
    Path folder;

    private final Clock clock = Clock.systemUTC();
    private final List<Event> seen = new CopyOnWriteArrayList<>();
    private final List<ConnectionReport> reports = new CopyOnWriteArrayList<>();
    private final ScheduledThreadPoolExecutor elsewhere = new ScheduledThreadPoolExecutor(1);
    private Optional<EmbeddedPostgres> server = Optional.empty();
    private Optional<JournalDesk> desk = Optional.empty();

    @AfterEach
    void end() throws IOException {
        desk.ifPresent(JournalDesk::close);
        elsewhere.shutdownNow();
        stop();
    }

    /** @param port 0 for any; the data stay where they are from one start to the next */
    private EmbeddedPostgres start(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false);
        server = Optional.of((port == 0 ? builder : builder.setPort(port)).start());
        return server.get();
    }

    private void stop() throws IOException {
        if (server.isPresent()) {
            server.get().close();
            server = Optional.empty();
        }
    }

    private EventStore store(String url, String console) {
        SecretReferences references = new SecretReferences(Map.of("JOURNAL_PASSWORD", PASSWORD), folder);
        return Journals.of(url, folder.resolve(console), Ticker.system(), references::find);
    }

    private JournalDesk open(String url) throws IOException {
        JournalDesk opened = new JournalDesk(() -> store(url, "window"), clock);
        desk = Optional.of(opened);
        opened.follow(seen::add);
        opened.watch(() -> reports.add(opened.report("Journal")));
        var unused = opened.open();
        return opened;
    }

    private Guard guard(JournalDesk its) {
        Desk at = new Desk(Place.open("practice"), "Otto");
        at.count(People.NONE);
        return new Guard(
                new Mode(false),
                at,
                new LabelCheck(() -> Optional.of(new LabelCheck.Target("practice", Map.of(), () -> "")), clock),
                new JournalRecord(its::journal),
                clock);
    }

    private static Draft draft() {
        return Draft.of("anna", "staging", "test.happened", Payload.empty());
    }

    private static Status status(JournalDesk its) {
        return its.report("Journal").status();
    }

    @Test
    void aServerThatIsAwayIsSaidAndComesBackByItself() throws Exception {
        int port = start(0).getPort();
        String url = server.orElseThrow().getJdbcUrl("postgres", "postgres");
        stop();
        long begun = System.nanoTime();
        JournalDesk its = open(url);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as("the window does not wait for a server that is not there")
                .isLessThan(Duration.ofSeconds(6));
        assertThat(status(its)).isEqualTo(Status.FAILING);
        assertThat(its.problem().map(Problem::what)).contains("The journal's server does not answer.");
        assertThat(guard(its).standing(Harm.READ, "practice"))
                .as("looking goes on")
                .isEmpty();
        assertThat(guard(its).standing(Harm.REVERSIBLE, "practice").map(Problem::what))
                .contains("What cannot be recorded does not run. The journal's server does not answer.");

        start(port);
        Eventually.holds(LONG, "it takes events again", () -> status(its) == Status.ANSWERING);
        assertThat(guard(its).standing(Harm.REVERSIBLE, "practice")).isEmpty();
        try (Journal other = Journal.open(store(url, "other"), clock, elsewhere)) {
            Event theirs = other.append(draft());
            long at = System.nanoTime();
            Eventually.holds(LONG, "it is seen", () -> seen.contains(theirs));
            assertThat(Duration.ofNanos(System.nanoTime() - at)).isLessThan(SECOND);
        }

        stop();
        Eventually.holds(LONG, "it is said while it runs", () -> status(its) == Status.FAILING);
        assertThat(guard(its).standing(Harm.IRREVERSIBLE, "practice")).isPresent();
        start(port);
        Eventually.holds(LONG, "it goes on", () -> status(its) == Status.ANSWERING);
        assertThat(its.open().append(draft()).sequence()).isEqualTo(2);
    }

    @Test
    void aServerThatHangsIsFoundOutWithinSeconds() throws Exception {
        String url = start(0).getJdbcUrl("postgres", "postgres");
        JournalDesk its = open(url);
        Eventually.holds(LONG, "it listens", () -> !backends().isEmpty());
        List<String> backends = backends();
        signal("-STOP", backends);
        try {
            long at = System.nanoTime();
            Eventually.holds(
                    LONG,
                    "no answer is told",
                    () -> reports.stream().anyMatch(report -> report.status() == Status.FAILING));
            assertThat(Duration.ofNanos(System.nanoTime() - at)).isLessThan(Duration.ofSeconds(8));
            Eventually.holds(LONG, "it connects anew", () -> status(its) == Status.ANSWERING);
        } finally {
            signal("-CONT", backends);
        }
    }

    private List<String> backends() throws Exception {
        List<String> pids = new java.util.ArrayList<>();
        try (Connection connection = server.orElseThrow().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT pid FROM pg_stat_activity"
                                + " WHERE application_name = 'tars-console journal' AND query IN ('SELECT 1', 'LISTEN tars_journal')")) {
            while (row.next()) {
                pids.add(row.getString(1));
            }
        }
        return pids;
    }

    private static void signal(String which, List<String> pids) throws Exception {
        for (String pid : pids) {
            assertThat(new ProcessBuilder("kill", which, pid).start().waitFor(5, TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    @Test
    void aPasswordComesByReferenceAndStandsNowhere() throws Exception {
        EmbeddedPostgres running = start(0);
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE anna LOGIN PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE DATABASE shared OWNER anna");
            Path rules = folder.resolve("data/pg_hba.conf");
            Files.writeString(rules, "host all anna 127.0.0.1/32 scram-sha-256\n" + Files.readString(rules));
            statement.execute("SELECT pg_reload_conf()");
        }
        String address = "jdbc:postgresql://127.0.0.1:" + running.getPort() + "/shared";
        JournalDesk its = open(address + "?user=anna&password=env:JOURNAL_PASSWORD");
        assertThat(its.problem()).isEmpty();
        assertThat(its.open().append(draft()).sequence()).isEqualTo(1);
        assertThat(its.report("Journal").address()).isEqualTo(address);
        its.close();

        JournalDesk missing = open(address + "?user=anna&password=env:NOT_SET");
        assertThat(status(missing)).isEqualTo(Status.STOPPED);
        assertThat(missing.problem().map(Problem::what))
                .contains("The secret env:NOT_SET cannot be read: the variable is not set.");
        missing.close();

        JournalDesk written = new JournalDesk(() -> store(address + "?user=anna&password=" + PASSWORD, "w"), clock);
        desk = Optional.of(written);
        assertThatThrownBy(written::open)
                .hasMessageContaining("a secret is written down")
                .hasMessageNotContaining(PASSWORD);
        assertThat(status(written)).isEqualTo(Status.STOPPED);
        assertThat(written.problem().orElseThrow().toString()).doesNotContain(PASSWORD);
        assertThat(guard(written).standing(Harm.REVERSIBLE, "practice")).isPresent();
    }
}
