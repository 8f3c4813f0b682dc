package dev.tars.console.app.environments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tars.console.app.environments.Environment.Safeguard;
import dev.tars.console.document.DocumentException;
import dev.tars.console.document.YamlDocument;
import dev.tars.console.release.Harm;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who must sign, and what the target is known by: what is not plain is refused, with its line. */
class SafeguardReaderTest {

    private static Safeguard read(String text) throws DocumentException {
        return SafeguardReader.read(YamlDocument.parse(text, "environments.yaml"));
    }

    @Test
    void whatIsNotSaidIsAsUsual() throws Exception {
        assertThat(read("name: production\n")).isEqualTo(Safeguard.USUAL);
        assertThat(read("approvers: {count: 2}\n")).isEqualTo(new Safeguard(2, Harm.IRREVERSIBLE, Map.of()));
    }

    @Test
    void allOfItIsRead() throws Exception {
        assertThat(read("approvers: {count: 9, from: reversible}\nidentity: {cluster: prod-eu, region: '1'}\n"))
                .isEqualTo(new Safeguard(9, Harm.REVERSIBLE, Map.of("cluster", "prod-eu", "region", "1")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "approvers: {count: 0}                | 1",
                "approvers: {count: 10}               | 1",
                "approvers: {count: one}              | 1",
                "approvers: {from: reversible}        | 1",
                "approvers: {count: 1, from: read}    | 1",
                "approvers: {count: 1, from: always}  | 1",
                "approvers: {count: 1, people: [Ben]} | 1",
                "approvers: 2                         | 1",
                "identity: {}                         | 1",
                "identity: prod-eu                    | 1",
                "identity: {cluster: [a]}             | 1",
            })
    void whatIsNotPlainIsRefusedWithItsLineAndAMend(String text, int line) {
        DocumentException refused = catchThrowableOfType(DocumentException.class, () -> read(text + "\n"));
        assertThat(Objects.requireNonNull(refused, "was accepted: " + text).line())
                .isEqualTo(line);
        assertThat(refused.mend()).isNotBlank();
    }

    @Test
    void aLookNeverNeedsAnApprover() {
        DocumentException refused =
                catchThrowableOfType(DocumentException.class, () -> read("approvers: {count: 1, from: read}\n"));
        assertThat(refused.reason()).isEqualTo("a look never needs an approver");
    }
}
