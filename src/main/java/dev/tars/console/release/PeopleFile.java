package dev.tars.console.release;

import dev.tars.console.document.DocumentException;
import dev.tars.console.document.YamlDocument;
import dev.tars.console.document.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code people.yaml}, which says who counts:
 *
 * <pre>
 * version: 1
 * people:
 *   - name: M. Brandt
 *     role: approver            # viewer, operator, approver
 *     key: ed25519:mDnvC8h6...  # the public half, as the settings show it
 * </pre>
 *
 * <p>It holds no secret and is best reviewed like code. No two people share a name or a key: one key under two names
 * would let one person sign twice.
 */
public final class PeopleFile {

    private static final int MOST = 500;

    private PeopleFile() {}

    /** @param file the name to give in errors */
    public static People parse(String text, String file) throws DocumentException {
        YamlNode root = YamlDocument.parse(text, file);
        root.allowOnly("version", "people");
        root.require("version").integer(1, 1);
        YamlNode list = root.require("people");
        if (list.items().isEmpty() || list.items().size() > MOST) {
            throw list.error("people has " + list.items().size() + " entries", "name 1 to " + MOST + " people");
        }
        List<Person> all = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (YamlNode item : list.items()) {
            item.allowOnly("name", "role", "key");
            YamlNode name = item.require("name");
            YamlNode key = item.require("key");
            Person person = new Person(name(name), item.require("role").oneOf(Role.class), Optional.of(key(key)));
            refuseTwin(seen, person.name(), name, "name");
            refuseTwin(seen, key.text(), key, "key");
            all.add(person);
        }
        return new People(all, true);
    }

    private static void refuseTwin(Map<String, Integer> seen, String value, YamlNode node, String what)
            throws DocumentException {
        Integer first = seen.putIfAbsent(value, node.line());
        if (first != null) {
            throw node.error(
                    "the same " + what + " is also on line " + first, "give each person a " + what + " of their own");
        }
    }

    private static String name(YamlNode node) throws DocumentException {
        if (!Person.isName(node.text())) {
            throw node.error(
                    "name is \"" + node.text() + "\"",
                    "write 1 to 60 letters, digits, blanks, dots, dashes or apostrophes: M. Brandt");
        }
        return node.text();
    }

    private static PersonKey key(YamlNode node) throws DocumentException {
        try {
            return new PersonKey(node.text());
        } catch (IllegalArgumentException e) {
            throw node.error(
                    String.valueOf(e.getMessage()), "copy the public key from the settings of that person's console");
        }
    }
}
