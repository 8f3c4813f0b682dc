package dev.tars.console.migration.client;

import dev.tars.console.connect.postgres.PostgresClient;
import dev.tars.console.connect.postgres.PostgresFault;
import dev.tars.console.migration.DatabaseFacts;
import dev.tars.console.migration.DatabaseFault;
import dev.tars.console.migration.FactsSource;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.Reading;
import dev.tars.console.migration.TableFacts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Reads the facts of a database, each with a statement of its own inside the endpoint's time limit. What cannot be read
 * is unknown with the reason, never empty.
 */
public final class PostgresFacts implements FactsSource {

    private final PostgresClient client;

    /** @param client stays its owner's */
    public PostgresFacts(PostgresClient client) {
        this.client = client;
    }

    @Override
    public DatabaseFacts read(Migration migration) throws DatabaseFault, InterruptedException {
        FactNames names = FactNames.of(migration);
        Reading<String> identifier = reading("the system identifier", ServerReader::identifier);
        Instant readAt = need(
                "the time",
                session -> session.query(
                                "SELECT clock_timestamp()",
                                row -> row.getObject(1, OffsetDateTime.class).toInstant())
                        .get(0));
        List<TableFacts> relations = need("tables", session -> RelationReader.relations(session, names));
        return new DatabaseFacts(
                readAt,
                need("the server", session -> ServerReader.read(session, identifier)),
                relations,
                need("indexes", session -> RelationReader.indexes(session, names)),
                reading("sessions", session -> TrafficReader.sessions(session, relations)),
                reading("prepared transactions", session -> TrafficReader.prepared(session, relations)),
                reading("replication slots", TrafficReader::slots),
                reading("running vacuums", session -> TrafficReader.vacuums(session, relations)),
                reading("running builds", TrafficReader::builds),
                reading("standbys", TrafficReader::standbys),
                Reading.unknown("A server does not tell how much room is left on its disk."));
    }

    private <T> T need(String what, PostgresClient.Question<T> question) throws DatabaseFault, InterruptedException {
        try {
            return client.ask(what, question);
        } catch (PostgresFault e) {
            throw DatabaseFaults.asking(e);
        }
    }

    private <T> Reading<T> reading(String what, PostgresClient.Question<T> question) throws InterruptedException {
        try {
            return Reading.of(client.ask(what, question));
        } catch (PostgresFault e) {
            return Reading.unknown(what + " cannot be read: " + e.problem().what());
        }
    }
}
