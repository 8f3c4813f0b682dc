package dev.tars.console.app.settings;

import dev.tars.console.base.Problem;
import dev.tars.console.release.Person;
import dev.tars.console.release.PersonKey;
import dev.tars.console.release.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/** Port of the settings page: people, keys, read-only. All on the FX thread; passphrases are wiped. */
public interface PeopleSettings {

    /**
     * What there is.
     *
     * @param people as the file names them, in its order
     * @param desk who sits at this desk
     * @param keys whose keys are on this machine
     * @param forced the start said read-only: it cannot be turned off
     */
    record State(
            Path file,
            List<Person> people,
            Optional<Problem> problem,
            Person desk,
            List<String> keys,
            boolean readOnly,
            boolean forced) {}

    ObservableValue<State> stateProperty();

    /** Another person sits at the desk. */
    void sits(String name);

    void readOnly(boolean on);

    void readAgain();

    /** Makes a key. @param made given its public half */
    void createKey(String name, char[] passphrase, Consumer<PersonKey> made, Consumer<Problem> failed);

    /** Writes a person into the people file, by way of the guard. */
    void add(Person person);

    /** Signs a request that was copied at another desk. @param signed given the answer to paste there */
    void sign(String request, String name, char[] passphrase, Consumer<String> signed, Consumer<Problem> failed);

    /** What a person may be. */
    static List<Role> roles() {
        return List.of(Role.values());
    }
}
