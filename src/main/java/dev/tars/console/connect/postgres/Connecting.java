package dev.tars.console.connect.postgres;

import dev.tars.console.connect.http.SecretMissing;
import dev.tars.console.connect.http.Tls;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/** One try to connect. The secret is read here and is in nothing that outlives the try. */
final class Connecting {

    private final PostgresEndpoint endpoint;
    private final Faults faults;

    Connecting(PostgresEndpoint endpoint, Faults faults) {
        this.endpoint = endpoint;
        this.faults = faults;
    }

    /** @param silence how long the server may say nothing; zero where a statement may run for hours */
    PostgresSession open(Duration silence) throws PostgresFault {
        try {
            Properties settings = settings();
            Connection connection = DriverManager.getConnection(endpoint.url(), settings);
            try {
                PostgresSession session = PostgresSession.of(connection, faults);
                connection.setNetworkTimeout(Runnable::run, Math.toIntExact(silence.toMillis()));
                return session;
            } catch (SQLException e) {
                connection.abort(Runnable::run);
                throw e;
            }
        } catch (SQLException e) {
            throw faults.connecting(e);
        } catch (SecretMissing e) {
            throw faults.secret(e);
        }
    }

    private Properties settings() throws SecretMissing {
        Properties settings = new Properties();
        String limit = String.valueOf(Math.max(1, endpoint.connectTimeout().toSeconds()));
        settings.setProperty("ApplicationName", endpoint.application());
        settings.setProperty("connectTimeout", limit);
        // Until the session stands: a server that accepts and then says nothing is no server.
        settings.setProperty("socketTimeout", limit);
        settings.setProperty("tcpKeepAlive", "true");
        // A pooler between may give each question to another server process, which knows no prepared statements.
        settings.setProperty("prepareThreshold", "0");
        endpoint.user().ifPresent(user -> settings.setProperty("user", user));
        if (endpoint.password().isPresent()) {
            settings.setProperty("password", endpoint.password().get().resolve().strip());
        }
        if (endpoint.tls().isPresent()) {
            secure(settings, endpoint.tls().get());
        }
        return settings;
    }

    private static void secure(Properties settings, Tls tls) throws SecretMissing {
        settings.setProperty("sslmode", "verify-full");
        tls.caFile().ifPresent(file -> settings.setProperty("sslrootcert", file.toString()));
        if (tls.caFile().isEmpty()) {
            settings.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        }
        tls.clientCert().ifPresent(file -> settings.setProperty("sslcert", file.toString()));
        tls.clientKey().ifPresent(file -> settings.setProperty("sslkey", file.toString()));
        if (tls.keyPassword().isPresent()) {
            settings.setProperty(
                    "sslpassword", tls.keyPassword().get().resolve().strip());
        }
    }
}
