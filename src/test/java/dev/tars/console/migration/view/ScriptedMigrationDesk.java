package dev.tars.console.migration.view;

import dev.tars.console.journal.Subscription;
import dev.tars.console.migration.MigrationBoard;
import dev.tars.console.migration.MigrationDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Publishes the boards that a test gives it and counts what was asked. */
final class ScriptedMigrationDesk implements MigrationDesk {

    private final List<Consumer<MigrationBoard>> receivers = new ArrayList<>();
    private MigrationBoard board = MigrationBoard.EMPTY;
    int refreshed;
    int preflights;
    int stopped;

    void publish(MigrationBoard next) {
        board = next;
        List.copyOf(receivers).forEach(receiver -> receiver.accept(next));
    }

    int receivers() {
        return receivers.size();
    }

    @Override
    public MigrationBoard board() {
        return board;
    }

    @Override
    public Subscription subscribe(Consumer<MigrationBoard> receiver) {
        receivers.add(receiver);
        receiver.accept(board);
        return () -> receivers.remove(receiver);
    }

    @Override
    public void refresh() {
        refreshed++;
    }

    @Override
    public void preflight() {
        preflights++;
    }

    @Override
    public void stopBenchmark() {
        stopped++;
    }
}
