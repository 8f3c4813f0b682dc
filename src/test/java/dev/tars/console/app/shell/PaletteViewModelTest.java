package dev.tars.console.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.ui.UiAction;
import dev.tars.console.ui.UiAction.Harm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {

    private final List<UiAction> all = new ArrayList<>(List.of(
            action("a", "Start drill: Latency up", ""),
            action("b", "Go to Live", ""),
            action("c", "Filing", "not now")));
    private final PaletteViewModel palette = new PaletteViewModel(() -> all);

    private static UiAction action(String id, String name, String unavailable) {
        return new UiAction(id, name, Harm.READ, Optional.empty(), new ReadOnlyStringWrapper(unavailable), () -> {});
    }

    private List<String> names() {
        return palette.matchesProperty().get().stream().map(UiAction::id).toList();
    }

    @Test
    void wordsMatchInAnyOrderAndCase() {
        palette.filter("up DRILL");
        assertThat(names()).containsExactly("a");
        palette.filter("  ");
        assertThat(names()).containsExactly("a", "b", "c");
        palette.filter("nothing like it");
        assertThat(names()).isEmpty();
    }

    @Test
    void theLastOnesRunComeFirst() {
        assertThat(palette.choose(all.get(1))).isTrue();
        palette.filter("");
        assertThat(names()).containsExactly("b", "a", "c");
    }

    @Test
    void oneThatCannotRunStaysInTheListWithItsReasonAndDoesNotRun() {
        palette.filter("filing");
        assertThat(names()).containsExactly("c");
        assertThat(PaletteViewModel.unavailable(all.get(2))).contains("not now");
        assertThat(palette.choose(all.get(2))).isFalse();
    }

    @Test
    void aTurkishMachineFindsTheSameActions() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            palette.filter("FILING");
            assertThat(names()).containsExactly("c");
        } finally {
            Locale.setDefault(before);
        }
    }
}
