package dev.tars.console.checklist;

import dev.tars.console.base.Problem;
import dev.tars.console.release.ActionRecord;
import dev.tars.console.release.Approval;
import dev.tars.console.release.Guard;
import dev.tars.console.release.GuardDesk;
import dev.tars.console.release.Keys;
import dev.tars.console.release.Mode;
import dev.tars.console.release.Outcome;
import dev.tars.console.release.People;
import dev.tars.console.release.Person;
import dev.tars.console.release.Place;
import dev.tars.console.release.Plan;
import dev.tars.console.release.Role;
import dev.tars.console.release.SigningKey;
import dev.tars.console.release.TargetReading;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** People with keys made once for the whole run, the desk they sit at, and the guard there. */
public final class Folks implements GuardDesk, Keys {

    public static final String ENVIRONMENT = "staging";
    private static final Map<String, SigningKey> KEYS = new TreeMap<>();

    private final List<Person> people = new ArrayList<>();
    private boolean configured = true;
    private String name = "Anna";

    /** Anna and Ben approve, Otto operates, Vera looks. */
    public static Folks four() {
        return new Folks()
                .with("Anna", Role.APPROVER)
                .with("Ben", Role.APPROVER)
                .with("Otto", Role.OPERATOR)
                .with("Vera", Role.VIEWER);
    }

    static synchronized SigningKey key(String name) {
        return KEYS.computeIfAbsent(name, SigningKey::create);
    }

    public Folks with(String person, Role role) {
        people.add(new Person(person, role, Optional.of(key(person).publicKey())));
        return this;
    }

    public Folks without(String person) {
        people.removeIf(p -> p.name().equals(person));
        return this;
    }

    public Folks withoutFile() {
        configured = false;
        people.clear();
        return this;
    }

    public Folks sits(String person) {
        name = person;
        return this;
    }

    public Guard guard(Mode mode, Clock clock) {
        ActionRecord unused = new ActionRecord() {
            @Override
            public Optional<Problem> unavailable() {
                return Optional.empty();
            }

            @Override
            public String intent(Approval approval) {
                throw new AssertionError("a statement is its own record");
            }

            @Override
            public void outcome(String intent, String actor, Plan plan, Outcome outcome) {
                throw new AssertionError("a statement is its own record");
            }
        };
        return new Guard(mode, this, environment -> new TargetReading(clock.instant(), List.of()), unused, clock);
    }

    @Override
    public Place place() {
        return Place.open(ENVIRONMENT);
    }

    @Override
    public Person person() {
        return people().atDesk(name);
    }

    @Override
    public People people() {
        return configured ? new People(people, true) : People.NONE;
    }

    @Override
    public List<String> names() {
        return List.copyOf(KEYS.keySet());
    }

    @Override
    public SigningKey open(String person, char[] passphrase) {
        return key(person);
    }
}
