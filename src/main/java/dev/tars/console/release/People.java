package dev.tars.console.release;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who counts.
 *
 * @param all in the order of the file; no two with one name or one key
 * @param configured false where there is no people file: then whoever sits at the desk is an operator, and nobody can
 *     be a second person
 */
public record People(List<Person> all, boolean configured) {

    /** No people file. */
    public static final People NONE = new People(List.of(), false);

    public People {
        all = List.copyOf(all);
        Set<Object> seen = new HashSet<>();
        for (Person person : all) {
            boolean fresh = seen.add(person.name());
            fresh &= person.key().isPresent() && seen.add(person.key().get());
            if (!fresh) {
                throw new IllegalArgumentException(
                        person.name() + " has no key, or shares a name or a key with another person");
            }
        }
    }

    public Optional<Person> find(String name) {
        return all.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /**
     * Who someone is that sits at this desk under a name. Without a people file an operator; with one the person of
     * that name there, or else a viewer.
     */
    public Person atDesk(String name) {
        return find(name).orElseGet(() -> new Person(name, configured ? Role.VIEWER : Role.OPERATOR, Optional.empty()));
    }
}
