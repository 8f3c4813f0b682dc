package dev.tars.console.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tars.console.document.DocumentException;
import org.junit.jupiter.api.Test;

class PeopleFileTest {

    private static final String ANNA = TestDesk.key("Anna").publicKey().text();
    private static final String BEN = TestDesk.key("Ben").publicKey().text();

    private static String file(String... entries) {
        return "version: 1\npeople:\n" + String.join("\n", entries) + "\n";
    }

    private static String entry(String name, String role, String key) {
        return "  - name: " + name + "\n    role: " + role + "\n    key: " + key;
    }

    private static void refused(String text, int line, String cause) {
        DocumentException e =
                catchThrowableOfType(DocumentException.class, () -> PeopleFile.parse(text, "people.yaml"));
        assertThat(e.line()).isEqualTo(line);
        assertThat(e.reason()).contains(cause);
        assertThat(e.mend()).isNotBlank();
    }

    @Test
    void peopleHaveANameARoleAndAKey() throws DocumentException {
        People people = PeopleFile.parse(
                file(entry("A. Brandt", "approver", ANNA), entry("Ben O'Hara", "viewer", BEN)), "people.yaml");
        assertThat(people.configured()).isTrue();
        assertThat(people.all()).extracting(Person::name).containsExactly("A. Brandt", "Ben O'Hara");
        assertThat(people.find("A. Brandt").orElseThrow().role()).isEqualTo(Role.APPROVER);
        assertThat(people.find("Ben O'Hara").orElseThrow().key()).contains(new PersonKey(BEN));
    }

    @Test
    void whoeverIsNotInTheFileLooksOnly() throws DocumentException {
        People people = PeopleFile.parse(file(entry("Anna", "approver", ANNA)), "people.yaml");
        assertThat(people.atDesk("Stranger").role()).isEqualTo(Role.VIEWER);
        assertThat(People.NONE.atDesk("Stranger").role()).isEqualTo(Role.OPERATOR);
    }

    @Test
    void oneKeyUnderTwoNamesIsRefused() {
        refused(file(entry("Anna", "approver", ANNA), entry("Annabel", "approver", ANNA)), 8, "same key");
    }

    @Test
    void oneNameTwiceIsRefused() {
        refused(file(entry("Anna", "approver", ANNA), entry("Anna", "viewer", BEN)), 6, "same name");
    }

    @Test
    void aKeyThatIsNoneIsRefusedWithItsLine() {
        refused(file(entry("Anna", "approver", "ssh-ed25519 AAAA")), 5, "begins with ed25519:");
        refused(file(entry("Anna", "approver", "ed25519:AAAA")), 5, "32 bytes");
        refused(file(entry("Anna", "approver", ANNA.replace("=", ""))), 5, "32 bytes");
    }

    @Test
    void aRoleThatIsNoneIsRefused() {
        refused(file(entry("Anna", "admin", ANNA)), 4, "admin");
    }

    @Test
    void aNameThatCouldFakeALineIsRefused() {
        refused(file(entry("\"Anna\\nsigner\"", "approver", ANNA)), 3, "name is");
    }

    @Test
    void aFileWithoutPeopleIsRefused() {
        refused("version: 1\npeople: []\n", 2, "0 entries");
    }
}
