package dev.tars.console.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A desk whose people, person and place a test sets; keys are made once for the whole run. */
final class TestDesk implements GuardDesk {

    private static final Map<String, SigningKey> KEYS = new TreeMap<>();

    private final List<Person> people = new ArrayList<>();
    private boolean configured = true;
    private Place place = Place.open("staging");
    private String name = "";

    /** The key of a person, the same one for the same name. */
    static synchronized SigningKey key(String name) {
        return KEYS.computeIfAbsent(name, SigningKey::create);
    }

    static Person person(String name, Role role) {
        return new Person(name, role, Optional.of(key(name).publicKey()));
    }

    TestDesk with(String person, Role role) {
        people.add(person(person, role));
        return this;
    }

    TestDesk without(String person) {
        people.removeIf(p -> p.name().equals(person));
        return this;
    }

    TestDesk withoutFile() {
        configured = false;
        people.clear();
        return this;
    }

    TestDesk at(Place now) {
        place = now;
        return this;
    }

    TestDesk sits(String person) {
        name = person;
        return this;
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public Person person() {
        return people().atDesk(name);
    }

    @Override
    public People people() {
        return configured ? new People(people, true) : People.NONE;
    }
}
