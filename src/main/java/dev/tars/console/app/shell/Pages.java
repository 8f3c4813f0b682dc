package dev.tars.console.app.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which pages there are and which one is shown. The shown one is open, all others are closed. */
public final class Pages implements AutoCloseable {

    /** @param all in the order of the navigation; @param current the shown one */
    public record View(List<Page> all, Optional<Page> current) {
        public View {
            all = List.copyOf(all);
        }
    }

    private final ReadOnlyObjectWrapper<View> view = new ReadOnlyObjectWrapper<>(new View(List.of(), Optional.empty()));

    public ReadOnlyObjectProperty<View> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /** Other pages: the one shown is closed, and the page of the same id, or else the first, is shown. */
    public void set(List<Page> pages) {
        View before = view.get();
        Optional<String> id = before.current().map(Page::id);
        Optional<Page> next = pages.stream()
                .filter(p -> id.isPresent() && p.id().equals(id.get()))
                .findFirst()
                .or(() -> pages.stream().findFirst());
        if (!next.equals(before.current())) {
            before.current().ifPresent(p -> p.screen().close());
            view.set(new View(pages, next));
            next.ifPresent(p -> p.screen().open());
        } else {
            view.set(new View(pages, next));
        }
    }

    /** Shows a page; nothing happens where it is shown already or there is none of that id. */
    public void show(String id) {
        View before = view.get();
        Optional<Page> next =
                before.all().stream().filter(p -> p.id().equals(id)).findFirst();
        if (next.isEmpty() || next.equals(before.current())) {
            return;
        }
        before.current().ifPresent(p -> p.screen().close());
        view.set(new View(before.all(), next));
        next.get().screen().open();
    }

    /** Closes the page that is open. */
    @Override
    public void close() {
        view.get().current().ifPresent(p -> p.screen().close());
        view.set(new View(List.of(), Optional.empty()));
    }
}
