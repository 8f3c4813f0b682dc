package dev.tars.console.migration.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.base.ConnectionReport.Status;
import dev.tars.console.connect.http.Secret;
import dev.tars.console.connect.http.SecretMissing;
import dev.tars.console.connect.postgres.PostgresClient;
import dev.tars.console.connect.postgres.PostgresEndpoint;
import dev.tars.console.connect.postgres.PostgresFault;
import dev.tars.console.connect.postgres.PostgresSession;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The client of {@code connect.postgres} against a real server, a dead port and one that says nothing. */
class PostgresClientTest {

    @Test
    void aUrlLosesWhatWouldBendTheTimeLimitsAndThePassword() {
        PostgresEndpoint endpoint = PostgresEndpoint.of(
                "PostgreSQL",
                "jdbc:postgresql://db:5432/tars?user=u&password=p%40ss&socketTimeout=10&sslmode=require&ApplicationName=x",
                "tars-console migration");
        assertThat(endpoint.url()).isEqualTo("jdbc:postgresql://db:5432/tars?sslmode=require");
        assertThat(endpoint.user()).hasValue("u");
        assertThat(endpoint.toString()).isEqualTo("PostgreSQL at postgresql://db:5432/tars");
        assertThat(endpoint.password().orElseThrow().toString()).doesNotContain("p@ss");
        assertThatThrownBy(() -> endpoint.within(Duration.ZERO, Duration.ofSeconds(1)))
                .hasMessageContaining("connectTimeout must be 1 s or more");
    }

    @Test
    void aQuestionIsAnsweredAgainAfterItsSessionWasEnded() throws Exception {
        TestServer.Database database = TestServer.database(10_000);
        try (PostgresClient client = new PostgresClient(database.endpoint(), Clock.systemUTC())) {
            int pid = client.ask("pid", PostgresSession::pid);
            assertThat(database.value("SELECT application_name FROM pg_stat_activity WHERE pid = " + pid))
                    .isEqualTo("tars-console migration");
            assertThat(database.value("SELECT pg_terminate_backend(" + pid + ")"))
                    .isEqualTo("t");
            assertThat(client.ask("pid", session -> session.query("SELECT 1", row -> session.pid()))
                            .get(0))
                    .isNotEqualTo(pid);
            assertThat(client.report().status()).isEqualTo(Status.ANSWERING);
        }
    }

    @Test
    void aSlowQuestionIsRefusedByTheServerAndKeepsTheSession() throws Exception {
        TestServer.Database database = TestServer.database(10_000);
        PostgresEndpoint quick = database.endpoint().within(Duration.ofSeconds(1), Duration.ofSeconds(1));
        try (PostgresClient client = new PostgresClient(quick, Clock.systemUTC())) {
            int pid = client.ask("pid", PostgresSession::pid);
            PostgresFault fault =
                    fault(() -> client.ask("sleep", session -> session.query("SELECT pg_sleep(5)", row -> true)));
            assertThat(fault.kind()).isEqualTo(PostgresFault.Kind.REFUSED);
            assertThat(fault.sqlState()).isEqualTo("57014");
            assertThat(client.ask("pid", PostgresSession::pid)).isEqualTo(pid);
        }
    }

    @Test
    void nobodyThereNoSuchDatabaseAndSilenceHaveNames() throws Exception {
        int dead;
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            dead = silent.getLocalPort();
            assertThat(failing("127.0.0.1:" + dead + "/tars")).isEqualTo(PostgresFault.Kind.TIMED_OUT);
        }
        assertThat(failing("127.0.0.1:" + dead + "/tars")).isEqualTo(PostgresFault.Kind.UNREACHABLE);
        assertThat(failing("127.0.0.1:" + TestServer.port() + "/nowhere")).isEqualTo(PostgresFault.Kind.UNAUTHORIZED);
        assertThat(failing("127.0.0.1:" + TestServer.port() + "/postgres?user=nobody"))
                .isEqualTo(PostgresFault.Kind.UNAUTHORIZED);
    }

    @Test
    void aSecretThatLeadsNowhereIsNamedAndNothingIsAsked() throws Exception {
        PostgresEndpoint endpoint = PostgresEndpoint.of("PostgreSQL", "jdbc:postgresql://127.0.0.1:1/tars", "test")
                .with("tars", new Secret() {
                    @Override
                    public String reference() {
                        return "env:TARS_DB";
                    }

                    @Override
                    public String resolve() throws SecretMissing {
                        throw new SecretMissing(reference(), "the variable is not set", "Set it.");
                    }
                });
        try (PostgresClient client = new PostgresClient(endpoint, Clock.systemUTC())) {
            PostgresFault fault = fault(client::open);
            assertThat(fault.kind()).isEqualTo(PostgresFault.Kind.SECRET);
            assertThat(fault.problem().what()).contains("env:TARS_DB");
        }
    }

    private static PostgresFault.Kind failing(String place) throws Exception {
        String user = place.contains("?") ? "" : "?user=postgres";
        PostgresEndpoint endpoint = PostgresEndpoint.of("PostgreSQL", "jdbc:postgresql://" + place + user, "test")
                .within(Duration.ofSeconds(1), Duration.ofSeconds(1));
        try (PostgresClient client = new PostgresClient(endpoint, Clock.systemUTC())) {
            PostgresFault fault = fault(client::open);
            assertThat(client.report().status()).isEqualTo(Status.FAILING);
            assertThat(client.report().problem()).hasValue(fault.problem());
            return fault.kind();
        }
    }

    private static PostgresFault fault(ThrowingCallable call) {
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(call);
        assertThat(thrown).isInstanceOf(PostgresFault.class);
        return (PostgresFault) thrown;
    }
}
