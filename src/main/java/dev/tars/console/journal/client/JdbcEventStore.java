package dev.tars.console.journal.client;

import dev.tars.console.base.Problem;
import dev.tars.console.base.Ticker;
import dev.tars.console.journal.Checkpoint;
import dev.tars.console.journal.Event;
import dev.tars.console.journal.EventStore;
import dev.tars.console.journal.Head;
import dev.tars.console.journal.JournalUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Events in a database. One connection writes, another reads, so that a long reading holds up no append.
 *
 * <p>Whether an append that failed on the way was kept is not guessed: it is tried again only after the head is locked
 * (so the first try has ended, one way or the other) and its id was looked up.
 */
final class JdbcEventStore implements EventStore {

    private static final int PAGE = 5000;

    private final Dialect dialect;
    private final CheckpointFile checkpoints;
    private final Link writing;
    private final Link reading;
    private final List<Consumer<Optional<Problem>>> watchers = new CopyOnWriteArrayList<>();

    JdbcEventStore(Dialect dialect, CheckpointFile checkpoints, Ticker ticker) {
        this.dialect = dialect;
        this.checkpoints = checkpoints;
        this.writing = new Link(dialect, ticker, this::tell);
        this.reading = new Link(dialect, ticker, this::tell);
    }

    @Override
    public String place() {
        return dialect.place();
    }

    @Override
    public void watch(Consumer<Optional<Problem>> watcher) {
        watchers.add(watcher);
    }

    private void tell(Optional<Problem> trouble) {
        watchers.forEach(watcher -> watcher.accept(trouble));
    }

    @Override
    public void open() throws JournalUnavailable {
        writing.drop();
        reading.drop();
        writing.call((connection, again) -> {
            dialect.create(connection);
            return true;
        });
    }

    @Override
    public Head head() throws JournalUnavailable {
        return reading.call((connection, again) -> head(connection, Schema.HEAD));
    }

    private static Head head(Connection connection, String query) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(query);
                ResultSet row = ask.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("the table journal_head is empty");
            }
            return new Head(row.getLong(1), String.valueOf(row.getString(2)));
        }
    }

    @Override
    public Event append(String id, Function<Head, Event> next) throws JournalUnavailable {
        return writing.call((connection, again) -> {
            dialect.begin(connection);
            Head head = head(connection, dialect.lockHead());
            if (again) {
                Optional<Event> kept = find(connection, id);
                if (kept.isPresent()) {
                    dialect.rollback(connection);
                    return kept.get();
                }
            }
            Event event = next.apply(head);
            try {
                keep(connection, head, event);
            } catch (SQLException e) {
                return otherwise(connection, id, e);
            }
            dialect.commit(connection);
            return event;
        });
    }

    private void keep(Connection connection, Head head, Event event) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(Schema.INSERT);
                PreparedStatement move = connection.prepareStatement(Schema.MOVE_HEAD)) {
            Rows.write(insert, event);
            insert.executeUpdate();
            move.setLong(1, event.sequence());
            move.setString(2, event.hash());
            move.setLong(3, head.sequence());
            move.setString(4, head.hash());
            if (move.executeUpdate() != 1) {
                throw new SQLException("the head of the journal is not where it was locked");
            }
        }
        dialect.announce(connection);
    }

    @Override
    public void probe() throws JournalUnavailable {
        writing.call((connection, again) -> {
            dialect.begin(connection);
            Head head = head(connection, dialect.lockHead());
            try (Statement insert = connection.createStatement()) {
                insert.executeUpdate(Schema.INSERT_NOTHING);
            }
            dialect.rollback(connection);
            return head;
        });
    }

    /** The event of that id where it is there already, else the failure. */
    private Event otherwise(Connection connection, String id, SQLException failure) throws SQLException {
        if (!dialect.isDuplicate(failure)) {
            throw failure;
        }
        dialect.rollback(connection);
        return find(connection, id).orElseThrow(() -> failure);
    }

    @Override
    public Optional<Event> find(String id) throws JournalUnavailable {
        return reading.call((connection, again) -> find(connection, id));
    }

    private static Optional<Event> find(Connection connection, String id) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(Schema.FIND)) {
            ask.setString(1, id);
            try (ResultSet row = ask.executeQuery()) {
                return row.next() ? Optional.of(Rows.read(row)) : Optional.empty();
            }
        }
    }

    /** Page by page: a server would send all of it into memory, and others may read in between. */
    @Override
    public void read(long from, long most, Consumer<Event> receiver) throws JournalUnavailable {
        long next = from;
        long left = most;
        while (left > 0) {
            long first = next;
            int page = (int) Math.min(left, PAGE);
            List<Event> events = reading.call((connection, again) -> page(connection, first, page));
            events.forEach(receiver);
            if (events.size() < page) {
                return;
            }
            left -= page;
            next = events.get(page - 1).sequence() + 1;
        }
    }

    private static List<Event> page(Connection connection, long from, int most) throws SQLException {
        List<Event> events = new ArrayList<>();
        try (PreparedStatement ask = connection.prepareStatement(Schema.READ)) {
            ask.setLong(1, from);
            ask.setInt(2, most);
            try (ResultSet row = ask.executeQuery()) {
                while (row.next()) {
                    events.add(Rows.read(row));
                }
            }
        }
        return events;
    }

    @Override
    public boolean hasNews() throws JournalUnavailable {
        return reading.call((connection, again) -> dialect.hasNews(connection));
    }

    @Override
    public List<Checkpoint> checkpoints() throws JournalUnavailable {
        return checkpoints.all();
    }

    @Override
    public void keep(Checkpoint checkpoint, boolean forced) throws JournalUnavailable {
        checkpoints.keep(checkpoint, forced);
    }

    @Override
    public void close() {
        writing.close();
        reading.close();
        checkpoints.close();
    }
}
