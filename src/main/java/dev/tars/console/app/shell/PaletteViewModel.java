package dev.tars.console.app.shell;

import dev.tars.console.ui.UiAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The action palette: every action of the shell and of the page, filtered by words in any order. Those run last come
 * first; one that cannot run stays in the list with its reason.
 */
public final class PaletteViewModel {

    private static final int REMEMBERED = 5;

    private final Supplier<List<UiAction>> actions;
    private final List<String> recent = new ArrayList<>();
    private String query = "";
    private final ReadOnlyObjectWrapper<List<UiAction>> matches = new ReadOnlyObjectWrapper<>(List.of());

    /** @param actions all there are now */
    public PaletteViewModel(Supplier<List<UiAction>> actions) {
        this.actions = actions;
    }

    public ReadOnlyObjectProperty<List<UiAction>> matchesProperty() {
        return matches.getReadOnlyProperty();
    }

    /** Lists anew what there is by now, under the words in force: practice may have brought its drills. */
    public void refresh() {
        filter(query);
    }

    /** Shows the actions whose name has every word of the query somewhere in it, in any order and case. */
    public void filter(String query) {
        this.query = query;
        String[] words = query.toLowerCase(Locale.ROOT).strip().split("\\s+");
        List<UiAction> found = new ArrayList<>();
        for (UiAction action : ordered()) {
            String name = action.name().toLowerCase(Locale.ROOT);
            boolean all = true;
            for (String word : words) {
                all &= name.contains(word);
            }
            if (all) {
                found.add(action);
            }
        }
        matches.set(List.copyOf(found));
    }

    private List<UiAction> ordered() {
        List<UiAction> all = actions.get();
        List<UiAction> ordered = new ArrayList<>();
        for (String id : recent) {
            all.stream().filter(a -> a.id().equals(id)).forEach(ordered::add);
        }
        all.stream().filter(a -> !recent.contains(a.id())).forEach(ordered::add);
        return ordered;
    }

    /** The reason an action cannot run now; empty where it can. */
    public static Optional<String> unavailable(UiAction action) {
        return Optional.ofNullable(action.unavailable().getValue()).filter(reason -> !reason.isEmpty());
    }

    /** Takes an action to the head of the list; true where it may run now. */
    public boolean choose(UiAction action) {
        if (unavailable(action).isPresent()) {
            return false;
        }
        recent.remove(action.id());
        recent.add(0, action.id());
        if (recent.size() > REMEMBERED) {
            recent.remove(REMEMBERED);
        }
        return true;
    }
}
