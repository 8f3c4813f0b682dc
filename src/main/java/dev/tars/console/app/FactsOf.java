package dev.tars.console.app;

import dev.tars.console.app.environments.EnvironmentBook;
import dev.tars.console.app.settings.SettingsFacts;
import dev.tars.console.app.shell.ShellState;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;

/** The facts of the settings page, from where they are. */
final class FactsOf extends ObjectBinding<SettingsFacts> {

    private final ObservableValue<EnvironmentBook> book;
    private final ObservableValue<ShellState> state;

    FactsOf(ObservableValue<EnvironmentBook> book, ObservableValue<ShellState> state) {
        this.book = book;
        this.state = state;
        bind(book, state);
    }

    @Override
    protected SettingsFacts computeValue() {
        ShellState now = state.getValue();
        return new SettingsFacts(book.getValue(), now.environment().name(), now.release());
    }
}
