package dev.tars.console.journal;

import dev.tars.console.base.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Where events are kept. Calls come from several threads. */
public interface EventStore extends AutoCloseable {

    /** File or URL as a person reads it, without secrets. */
    String place();

    /**
     * @param watcher told when the store does not answer and is asked again, and with nothing when it answers again; on
     *     the thread that asks
     */
    void watch(Consumer<Optional<Problem>> watcher);

    /** Opens, or opens anew after a failure. */
    void open() throws JournalUnavailable;

    /** Where the journal ends, by what the store itself remembers. */
    Head head() throws JournalUnavailable;

    /**
     * Keeps one event. The head stays locked, against other processes too, until the event is durable or nothing has
     * happened. An event of that id that is there already is returned instead.
     *
     * @param next the event that follows the head
     */
    Event append(String id, Function<Head, Event> next) throws JournalUnavailable;

    /** Whether an event could be kept now, as far as that can be told without keeping one: a full disk cannot. */
    void probe() throws JournalUnavailable;

    Optional<Event> find(String id) throws JournalUnavailable;

    /** Gives events in the order of their sequence. @param from first sequence; @param most how many at most */
    void read(long from, long most, Consumer<Event> receiver) throws JournalUnavailable;

    /** Whether there may be events that {@link #read} has not given before the last such question; cheap. */
    boolean hasNews() throws JournalUnavailable;

    /** All checkpoints that were kept beside the journal, in no order. */
    List<Checkpoint> checkpoints() throws JournalUnavailable;

    /**
     * Keeps a checkpoint beside the journal, after every event.
     *
     * @param forced whether it must be on the disk; else the store decides when
     */
    void keep(Checkpoint checkpoint, boolean forced) throws JournalUnavailable;

    @Override
    void close();
}
