package dev.tars.console.checklist;

import dev.tars.console.base.Problem;
import dev.tars.console.document.DocumentException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All there is to show of a list at a time.
 *
 * @param file its name for people
 * @param board empty until file and journal were read, and where the file is refused
 * @param errors what is wrong with the file, in its order
 * @param trouble why the board may not be true: the journal is stopped, the file cannot be read
 * @param run what this console is asking
 * @param fingerprints what ticks depend on, as it was last told
 */
public record ChecklistSnapshot(
        String file,
        Optional<ChecklistBoard> board,
        List<DocumentException> errors,
        Optional<Problem> trouble,
        Optional<RunProgress> run,
        Map<String, String> fingerprints) {

    public ChecklistSnapshot {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(board, "board");
        errors = List.copyOf(errors);
        Objects.requireNonNull(trouble, "trouble");
        Objects.requireNonNull(run, "run");
        fingerprints = Map.copyOf(fingerprints);
    }

    /** Nothing was read yet. */
    public static ChecklistSnapshot notRead(String file) {
        return new ChecklistSnapshot(file, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Map.of());
    }

    /** The verdict of a gate; whatever keeps the board from being true keeps it from being go. */
    public GoNoGo verdict(String gate) {
        if (!errors.isEmpty()) {
            return GoNoGo.unknown(gate, "The list is refused: " + errors.get(0).getMessage() + ".");
        }
        if (trouble.isPresent()) {
            return GoNoGo.unknown(gate, trouble.get().what());
        }
        return board.map(there -> GoNoGo.of(there, gate)).orElse(GoNoGo.unknown(gate, "The list was not read yet."));
    }

    /** The gates of the list. */
    public List<String> gates() {
        return board.map(there -> there.list().gates()).orElse(List.of(""));
    }
}
