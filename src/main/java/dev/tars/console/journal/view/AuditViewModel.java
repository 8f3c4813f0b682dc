package dev.tars.console.journal.view;

import dev.tars.console.base.Background;
import dev.tars.console.base.Background.Relay;
import dev.tars.console.base.Problem;
import dev.tars.console.journal.Checkpoint;
import dev.tars.console.journal.Event;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.JournalExport;
import dev.tars.console.journal.Subscription;
import dev.tars.console.journal.Verification;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The state of the audit page. Events are kept from the first opening on, so that a second one shows at once what is there
 * and asks for the rest. While a person reads below the top, new events wait and are counted.
 */
final class AuditViewModel {

    private final Callable<Journal> source;
    private final Background background;
    private final AuditWords words;
    private final ReadOnlyObjectWrapper<AuditState> state = new ReadOnlyObjectWrapper<>(AuditState.EMPTY);
    private final AuditTimeline timeline = new AuditTimeline();
    private Optional<Journal> journal = Optional.empty();
    private Optional<Opened> current = Optional.empty();
    private boolean open;
    private boolean follows = true;

    /** Rows are being made. */
    private boolean making;

    /** They are out of date already. */
    private boolean again;

    private record Watching(Subscription events, Subscription state) {
        void end() {
            events.close();
            state.close();
        }
    }

    /** @param source gives the journal, off the FX thread; may wait */
    AuditViewModel(Callable<Journal> source, Background background, AuditWords words) {
        this.source = source;
        this.background = background;
        this.words = words;
    }

    ReadOnlyObjectProperty<AuditState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    AuditState getState() {
        return state.get();
    }

    AuditWords words() {
        return words;
    }

    void open() {
        if (open) {
            return;
        }
        open = true;
        Relay<Boolean> news = background.relay(any -> make());
        Relay<Optional<Problem>> stops =
                background.relay(why -> change(s -> s.opened(s.place().orElse(""), why)));
        long next = timeline.last() + 1;
        change(s -> s.busy(words.get("audit.busy.opening")));
        background.run(
                words.get("audit.busy.opening"),
                progress -> {
                    Journal opened = source.call();
                    Watching now = new Watching(
                            opened.subscribe(next, event -> {
                                timeline.arrive(event);
                                news.send(true);
                            }),
                            opened.watch(changed -> stops.send(changed.stopped())));
                    return new Opened(opened, now, news, stops);
                },
                this::opened,
                this::failed);
    }

    private record Opened(Journal journal, Watching watching, Relay<Boolean> news, Relay<Optional<Problem>> stops) {
        void end() {
            news.close();
            stops.close();
            watching.end();
        }
    }

    private void opened(Opened now) {
        if (!open) {
            background.run(words.get("audit.busy.closing"), progress -> end(now), done -> {}, problem -> {});
            return;
        }
        current = Optional.of(now);
        journal = Optional.of(now.journal());
        change(s ->
                s.opened(now.journal().place(), now.journal().state().stopped()).said(""));
        make();
        if (getState().found().isEmpty()) {
            verify();
        }
    }

    private static boolean end(Opened now) {
        now.end();
        return true;
    }

    void close() {
        open = false;
        Optional<Opened> now = current;
        current = Optional.empty();
        now.ifPresent(
                it -> background.run(words.get("audit.busy.closing"), progress -> end(it), done -> {}, problem -> {}));
    }

    /** Has the rows made anew; once more where they are being made already. */
    private void make() {
        if (making) {
            again = true;
            return;
        }
        AuditFilter filter = getState().filter();
        boolean withNew = follows;
        Background.Work<AuditTimeline.Made> work = progress -> timeline.make(filter, withNew, progress);
        making = true;
        background.run(words.get("audit.busy.listing"), work, this::made, problem -> {
            making = false;
            failed(problem);
        });
    }

    private void made(AuditTimeline.Made rows) {
        making = false;
        if (rows.filter().equals(getState().filter())) {
            change(s -> s.shown(rows));
        }
        if (again) {
            again = false;
            make();
        }
    }

    /** What is chosen shows at once; its rows come as soon as they are made. */
    void filter(UnaryOperator<AuditFilter> by) {
        AuditFilter next = by.apply(getState().filter());
        if (!next.equals(getState().filter())) {
            change(s -> s.filtered(next));
            make();
        }
    }

    /** @param at whether the reader is at the top, where new events may come in */
    void atTop(boolean at) {
        if (at && !follows) {
            follows = true;
            make();
        }
        follows = at;
    }

    void showNew() {
        follows = true;
        make();
    }

    void select(Optional<Event> event) {
        if (!event.equals(getState().selected())) {
            change(s -> s.selected(event));
        }
    }

    /** Checks everything; a journal that has stopped is opened anew first. */
    void verify() {
        if (journal.isEmpty() || !getState().busy().isEmpty()) {
            return;
        }
        Journal its = journal.get();
        boolean stopped = getState().stopped().isPresent();
        change(s -> s.busy(words.get("audit.busy.checking", words.count(timeline.last()))));
        background.run(
                words.get("audit.verify"),
                progress -> stopped ? its.reopen(progress) : its.verify(List.of(), progress),
                this::found,
                this::failed);
    }

    private void found(Verification what) {
        change(s -> s.found(what));
        journal.ifPresent(its -> change(s -> s.opened(its.place(), its.state().stopped())));
    }

    private void failed(Problem problem) {
        change(s -> s.failed(problem));
    }

    void export(JournalExport.Format format, Path file) {
        if (journal.isEmpty()) {
            return;
        }
        Journal its = journal.get();
        change(s -> s.busy(words.get("audit.busy.exporting")));
        background.run(
                words.get("audit.export"),
                progress -> JournalExport.write(its, format, file),
                end -> change(s -> s.said(exported(end, file))),
                this::failed);
    }

    private String exported(Checkpoint end, Path file) {
        return words.get("audit.exported", words.count(end.sequence()), file);
    }

    private void change(UnaryOperator<AuditState> by) {
        state.set(by.apply(state.get()));
    }
}
