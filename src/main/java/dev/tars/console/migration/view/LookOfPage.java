package dev.tars.console.migration.view;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Problem;
import dev.tars.console.migration.MigrationBoard;
import dev.tars.console.migration.MigrationBoard.Busy;
import dev.tars.console.migration.MigrationBoard.Link;
import dev.tars.console.migration.MigrationBoard.Part;
import dev.tars.console.ui.controls.PaneLook;
import java.time.Duration;
import java.util.Optional;

/** Which of the six looks the page has. */
final class LookOfPage {

    private final MigrationWords words;

    LookOfPage(MigrationWords words) {
        this.words = words;
    }

    PaneLook of(MigrationState state) {
        MigrationBoard board = state.board();
        Optional<Problem> files = Optional.ofNullable(board.problems().get(Part.FILES));
        if (files.isPresent()) {
            return new PaneLook.Failed(files.get(), Optional.empty());
        }
        Optional<Busy> reading = board.busy().filter(b -> b.part() == Part.FILES || b.part() == Part.DATABASE);
        if (reading.isPresent() && board.readAt().isEmpty() && board.link() != Link.NONE) {
            return new PaneLook.Loading(reading.get().message(), reading.get().fraction());
        }
        return switch (board.link()) {
            case NONE -> new PaneLook.Empty(words.get("migration.look.none"), words.get("migration.look.none.how"));
            case NOT_ASKED ->
                new PaneLook.NotAsked(words.get("migration.look.notasked"), words.get("migration.look.notasked.what"));
            case LOST -> lost(state);
            case ANSWERING -> new PaneLook.Full();
        };
    }

    private PaneLook lost(MigrationState state) {
        MigrationBoard board = state.board();
        if (board.readAt().isPresent()) {
            String age = Figures.duration(Duration.ofSeconds(Math.max(
                    0, Duration.between(board.readAt().get(), state.now()).toSeconds())));
            return new PaneLook.Stale(words.get("migration.look.stale", age));
        }
        Problem problem = Optional.ofNullable(board.problems().get(Part.DATABASE))
                .orElseGet(() -> Problem.of(words.get("migration.head.lost", ""), "", "", ""));
        return new PaneLook.Failed(problem, Optional.empty());
    }
}
