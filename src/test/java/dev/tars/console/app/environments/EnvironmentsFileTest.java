package dev.tars.console.app.environments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tars.console.app.environments.Environment.Protection;
import dev.tars.console.connect.http.Auth;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.connect.http.SecretMissing;
import dev.tars.console.document.DocumentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // JUnit gives the folder
class EnvironmentsFileTest {

    private static final String HEAD = "version: 1\nenvironments:\n";
    private static final String URL = "    prometheus: {url: 'http://mon:9090'}\n";

    @TempDir
    Path folder;

    private final EnvironmentsFile reader = new EnvironmentsFile(Map.of("PROM_TOKEN", "s3cret"));

    private List<Environment> parse(String text) throws DocumentException {
        return reader.parse(text, folder.resolve("environments.yaml"));
    }

    private DocumentException fault(String text) {
        return Optional.ofNullable(catchThrowableOfType(DocumentException.class, () -> parse(text)))
                .orElseThrow(() -> new AssertionError("was accepted:\n" + text));
    }

    @Test
    void aFullEntryIsReadWhole() throws Exception {
        for (String name : List.of("ca.pem", "me.pem", "me.key")) {
            Files.writeString(folder.resolve(name), "x");
        }
        List<Environment> all = parse("""
                version: 1
                environments:
                  - name: production
                    colour: magenta
                    protection: none
                    where: "tars-production · context prod-us-east-1"
                    prometheus:
                      url: https://mon.example/prom
                      auth: {bearer: "env:PROM_TOKEN"}
                      tls: {ca: ca.pem, cert: me.pem, key: me.key}
                      headers: {X-Scope-OrgID: tars}
                      timeout: 7s
                    kubernetes: {context: prod-us-east-1, namespace: tars-production}
                """);
        Environment production = all.get(0);
        HttpEndpoint prometheus = production.prometheus().orElseThrow();
        assertThat(production.colour()).isEqualTo(EnvironmentColour.MAGENTA);
        assertThat(production.protection()).isEqualTo(Protection.NONE);
        assertThat(production.where()).isEqualTo("tars-production · context prod-us-east-1");
        assertThat(production.kubernetes())
                .contains(new Environment.Kubernetes("prod-us-east-1", "tars-production", "tars"));
        assertThat(prometheus.address()).isEqualTo("https://mon.example/prom");
        assertThat(prometheus.headers()).containsEntry("X-Scope-OrgID", "tars");
        assertThat(prometheus.timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(prometheus.tls().orElseThrow().caFile()).contains(folder.resolve("ca.pem"));
        assertThat(((Auth.Bearer) prometheus.auth()).token().resolve()).isEqualTo("s3cret");
    }

    @Test
    void aDatabaseIsReadWithItsPasswordByReferenceOnly() throws Exception {
        String entry = HEAD + "  - name: lab\n" + URL + "    postgres: ";
        String place = "{url: 'jdbc:postgresql://db:5432/tars', ";
        var endpoint = parse(entry + place + "user: ops, password: 'env:PROM_TOKEN'}\n")
                .get(0)
                .postgres()
                .orElseThrow();
        assertThat(endpoint.address()).isEqualTo("postgresql://db:5432/tars");
        assertThat(endpoint.user()).contains("ops");
        assertThat(endpoint.toString()).doesNotContain("s3cret");
        assertThat(parse(HEAD + "  - name: lab\n" + URL).get(0).postgres()).isEmpty();
        assertThat(fault(entry + "{url: 'jdbc:postgresql://db/tars?password=x'}\n")
                        .reason())
                .isEqualTo("url has a password in it");
        assertThat(fault(entry + place + "user: ops, password: hunter2}\n").getMessage())
                .doesNotContain("hunter2");
        assertThat(fault(entry + place + "user: ops}\n").reason()).isEqualTo("user stands without password");
        assertThat(fault(entry + "{url: 'mysql://db/tars'}\n").mend()).contains("jdbc:postgresql://HOST:PORT/DATABASE");
    }

    @Test
    void colourAndProtectionFollowTheNameWhereTheFileNamesNone() throws Exception {
        List<Environment> all =
                parse(HEAD + "  - name: production\n" + URL + "  - name: staging-eu\n" + URL + "  - name: lab\n" + URL);
        assertThat(all)
                .extracting(Environment::colour)
                .containsExactly(EnvironmentColour.INK, EnvironmentColour.TEAL, EnvironmentColour.INDIGO);
        assertThat(all)
                .extracting(Environment::protection)
                .containsExactly(Protection.PROTECTED, Protection.NONE, Protection.NONE);
        assertThat(all.get(2).where()).isEqualTo("http://mon:9090");
    }

    @Test
    void aFileSecretIsReadWhenItIsNeededAndRelativeToTheFile() throws Exception {
        Environment lab = parse(HEAD
                        + "  - name: lab\n    prometheus:\n      url: http://mon\n"
                        + "      auth: {basic: {user: ops, password: 'file:secret.txt'}}\n")
                .get(0);
        Auth.Basic basic = (Auth.Basic) lab.prometheus().orElseThrow().auth();
        assertThatThrownBy(() -> basic.password().resolve())
                .isInstanceOf(SecretMissing.class)
                .hasMessageContaining("does not exist");
        Files.writeString(folder.resolve("secret.txt"), "hunter2\n");
        assertThat(basic.password().resolve()).isEqualTo("hunter2");
        Files.writeString(folder.resolve("secret.txt"), "\n");
        assertThatThrownBy(() -> basic.password().resolve()).hasMessageContaining("empty");
        Files.write(folder.resolve("secret.txt"), new byte[] {(byte) 0xc3, 0x28});
        assertThatThrownBy(() -> basic.password().resolve()).hasMessageContaining("UTF-8");
        Files.write(folder.resolve("secret.txt"), new byte[70_000]);
        assertThatThrownBy(() -> basic.password().resolve()).hasMessageContaining("64 KiB");
    }

    @Test
    void aVariableThatIsNotSetIsMissingAndNothingShowsASecret() throws Exception {
        Environment lab = parse(HEAD
                        + "  - name: lab\n    prometheus:\n      url: http://mon\n      auth: {bearer: 'env:NOPE'}\n")
                .get(0);
        Auth.Bearer bearer = (Auth.Bearer) lab.prometheus().orElseThrow().auth();
        assertThatThrownBy(() -> bearer.token().resolve()).hasMessageContaining("the variable is not set");
        Environment known = parse(
                        HEAD
                                + "  - name: lab\n    prometheus:\n      url: http://mon\n      auth: {bearer: 'env:PROM_TOKEN'}\n")
                .get(0);
        assertThat(known.toString()).doesNotContain("s3cret").contains("env:PROM_TOKEN");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # what            | line | the text                                               | cause                        | mend
            empty             | 1 |                                                           | the file is empty            | write at least one key
            not YAML          | 2 | version: 1\\n: : :\\n                                      | not YAML                     | indentation
            a list            | 1 | - a                                                       | not a map                    | KEY: VALUE
            no version        | 1 | environments: []                                          | no "version"                 | add a line
            other version     | 1 | version: 2\\nenvironments: []                              | version is 2                 | whole number from 1 to 1
            unknown key       | 2 | version: 1\\nenvironment: []                               | unknown key "environment"    | did you mean "environments"
            empty list        | 2 | version: 1\\nenvironments: []                              | empty list                   | name one environment
            no name           | 3 | H  - where: here                                          | no "name"                    | add a line
            reserved name     | 3 | H  - name: practice\\nU                                    | built-in                     | choose another name
            bad name          | 3 | H  - name: Pro duction\\nU                                 | name is "Pro duction"        | lower-case
            twice             | 5 | H  - name: a\\nU  - name: a\\nU                             | also on line 3               | another name
            no prometheus     | 3 | H  - name: a                                              | no "prometheus"              | add a line
            red               | 4 | H  - name: a\\n    colour: red\\nU                           | colour of a missed objective | choose teal
            violet            | 4 | H  - name: a\\n    colour: violet\\nU                        | colour of an unknown one     | choose teal
            unknown colour    | 4 | H  - name: a\\n    colour: mauve\\nU                         | colour is "mauve"            | choose teal
            the hatch         | 4 | H  - name: a\\n    colour: practice\\nU                      | practice's own               | choose teal
            protection        | 4 | H  - name: a\\n    protection: lots\\nU                      | protection is "lots"         | known here: none, protected
            url scheme        | 4 | H  - name: a\\n    prometheus: {url: mon:9090}              | http://                      | http://HOST
            url user          | 4 | H  - name: a\\n    prometheus: {url: 'http://u:p@mon'}      | user or password in it       | auth: {basic
            url host          | 4 | H  - name: a\\n    prometheus: {url: 'http://'}             | at 8                         | http://HOST
            url space         | 4 | H  - name: a\\n    prometheus: {url: 'http://a b'}          | character no address can     | http://HOST
            url port          | 4 | H  - name: a\\n    prometheus: {url: 'http://mon:99999'}    | port 99999                   | 1 to 65535
            misspelt key      | 4 | H  - name: a\\n    prometheus: {ulr: x}                     | unknown key "ulr"            | did you mean "url"
            literal token     | 4 | H  - name: a\\n    prometheus: {url: 'http://m', auth: {bearer: hunter2}} | written down  | env:NAME
            literal password  | 4 | H  - name: a\\n    prometheus: {url: 'http://m', auth: {basic: {user: u, password: hunter2}}} | written down | file:PATH
            keyring           | 4 | H  - name: a\\n    prometheus: {url: 'http://m', auth: {bearer: 'keyring:'}} | the name of an item | keyring:prom
            env without name  | 4 | H  - name: a\\n    prometheus: {url: 'http://m', auth: {bearer: 'env:'}} | name of a variable | env:PROM_TOKEN
            file without path | 4 | H  - name: a\\n    prometheus: {url: 'http://m', auth: {bearer: 'file:'}} | by a path | file:/run
            both auths        | 4 | H  - name: a\\n    prometheus: {url: 'http://m', auth: {bearer: 'env:A', basic: {user: u, password: 'env:B'}}} | both | write one of
            no auth           | 4 | H  - name: a\\n    prometheus: {url: 'http://m', auth: {}}  | auth is empty                | write one of
            colon user        | 4 | H  - name: a\\n    prometheus: {url: 'http://m', auth: {basic: {user: 'a:b', password: 'env:B'}}} | no colon | name alone
            secret header     | 4 | H  - name: a\\n    prometheus: {url: 'http://m', headers: {Authorization: x}} | carries a secret | use auth
            odd header        | 4 | H  - name: a\\n    prometheus: {url: 'http://m', headers: {'X Y': x}} | not a header name | url:
            tls on http       | 4 | H  - name: a\\n    prometheus: {url: 'http://m', tls: {ca: x}} | beside an http address    | https
            missing file      | 4 | H  - name: a\\n    prometheus: {url: 'https://m', tls: {ca: no.pem}} | no.pem does not exist | PEM
            cert without key  | 4 | H  - name: a\\n    prometheus: {url: 'https://m', tls: {cert: environments.yaml}} | cert without key | name both
            timeout unit      | 4 | H  - name: a\\n    prometheus: {url: 'http://m', timeout: 10} | not a duration             | 15s
            timeout long      | 4 | H  - name: a\\n    prometheus: {url: 'http://m', timeout: 6m} | timeout is 6m              | at most 5m
            no context        | 5 | H  - name: a\\nU    kubernetes: {namespace: n}              | no "context"                 | add a line
            """)
    void aBrokenFileIsRefusedWithLineCauseAndMend(String what, int line, String text, String cause, String mend)
            throws IOException {
        Files.writeString(folder.resolve("environments.yaml"), "x");
        String document = Optional.ofNullable(text)
                .orElse("")
                .replace("\\n", "\n")
                .replaceAll("(?m)^H", HEAD)
                .replaceAll("(?m)^U", URL);
        DocumentException fault = fault(document);
        assertThat(fault.line()).as("line of: " + fault.getMessage()).isEqualTo(line);
        assertThat(fault.reason()).contains(cause);
        assertThat(fault.mend()).contains(mend);
        assertThat(fault.getMessage()).doesNotContain("hunter2").doesNotContain("u:p@");
        assertThat(fault.file()).isEqualTo(folder.resolve("environments.yaml").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG", "tr-TR"})
    void theLocaleOfTheMachineChangesNothing(String tag) throws Exception {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            Environment filing =
                    parse(HEAD + "  - name: filing\n    colour: indigo\n" + URL).get(0);
            assertThat(filing.shownName()).isEqualTo("FILING");
            assertThat(filing.colour().styleClass()).isEqualTo("env-indigo");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theBookOpensOnPracticeWhateverTheFileIs() throws Exception {
        Path file = folder.resolve("environments.yaml");
        assertThat(EnvironmentBook.open(Optional.empty(), file, Map.of(), "here")
                        .problem())
                .isEmpty();
        assertThat(EnvironmentBook.open(Optional.of(file), file, Map.of(), "here")
                        .problem())
                .isPresent();
        Files.write(file, "version: 1\n\tx".getBytes(StandardCharsets.UTF_8));
        EnvironmentBook broken = EnvironmentBook.open(Optional.empty(), file, Map.of(), "here");
        assertThat(broken.all()).extracting(Environment::name).containsExactly("practice");
        assertThat(broken.problem().orElseThrow().where()).startsWith(file.toString());
        Files.write(file, new byte[] {(byte) 0xc3, 0x28});
        assertThat(EnvironmentBook.open(Optional.empty(), file, Map.of(), "here")
                        .problem()
                        .orElseThrow()
                        .what())
                .contains("UTF-8");
        Files.writeString(file, HEAD + "  - name: lab\n" + URL);
        EnvironmentBook book = EnvironmentBook.open(Optional.empty(), file, Map.of(), "here");
        assertThat(book.practice().isPractice()).isTrue();
        assertThat(book.find("lab")).isPresent();
        assertThat(book.find("production")).isEmpty();
    }
}
