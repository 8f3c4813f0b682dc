package dev.tars.console.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.release.ApprovalText.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signing at another desk: what is read there and brought back. */
class ApprovalTextTest {

    private static final Instant OPENED = Instant.parse("2026-08-18T14:10:00Z");
    private static final People PEOPLE = new TestDesk()
            .with("Anna", Role.APPROVER)
            .with("Ben", Role.APPROVER)
            .people();

    private final Quorum quorum = new Quorum();
    private final ApprovalRequest request = new ApprovalRequest(
            new Plan(
                    "upgrade.roll",
                    "Roll us-east-1",
                    Harm.IRREVERSIBLE,
                    "production",
                    List.of("helm upgrade tars \\\n  --wait", "C:\\n", "")),
            "Anna",
            "5f0c",
            OPENED,
            OPENED.plusSeconds(900));

    @Test
    void whatIsSignedElsewhereCountsHere() throws Unreadable {
        ApprovalRequest elsewhere = ApprovalText.readRequest(ApprovalText.write(request));
        assertThat(elsewhere).isEqualTo(request);
        String answer = ApprovalText.write(TestDesk.key("Ben").sign(elsewhere), elsewhere);
        Consent consent = ApprovalText.readConsent(answer, request);
        assertThat(quorum.seconds(request, List.of(consent), PEOPLE, OPENED)).containsExactly("Ben");
    }

    @Test
    void aRequestThatIsChangedInAnyByteIsUnreadableOrSignedForNothing() throws Unreadable {
        byte[] text = ApprovalText.write(request).strip().getBytes(StandardCharsets.UTF_8);
        int read = 0;
        for (int i = 0; i < text.length; i++) {
            byte[] changed = text.clone();
            changed[i] ^= 1;
            try {
                ApprovalRequest elsewhere = ApprovalText.readRequest(new String(changed, StandardCharsets.UTF_8));
                read++;
                Consent consent = TestDesk.key("Ben").sign(elsewhere);
                assertThat(quorum.seconds(request, List.of(consent), PEOPLE, OPENED))
                        .as("byte %d", i)
                        .isEmpty();
            } catch (Unreadable e) {
                assertThat(e.problem().mend()).isNotBlank();
            }
        }
        assertThat(read).isGreaterThan(50);
    }

    @Test
    void anAnswerThatIsChangedInAnyByteCountsForNothing() {
        String answer =
                ApprovalText.write(TestDesk.key("Ben").sign(request), request).strip();
        byte[] text = answer.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < text.length; i++) {
            byte[] changed = text.clone();
            changed[i] ^= 1;
            try {
                Consent consent = ApprovalText.readConsent(new String(changed, StandardCharsets.UTF_8), request);
                assertThat(quorum.seconds(request, List.of(consent), PEOPLE, OPENED))
                        .as("byte %d", i)
                        .isEmpty();
            } catch (Unreadable e) {
                assertThat(e.problem().what()).isNotBlank();
            }
        }
    }

    @Test
    void aPartOfATextIsNoText() {
        String text = ApprovalText.write(request);
        for (int length = 0; length < text.length() - "end\n".length(); length++) {
            String part = text.substring(0, length);
            assertThatThrownBy(() -> ApprovalText.readRequest(part)).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void anAnswerToAnotherPlanSaysSo() {
        ApprovalRequest other = new ApprovalRequest(
                new Plan("a", "b", Harm.READ, "c", List.of()), "Anna", "1", OPENED, OPENED.plusSeconds(1));
        String answer = ApprovalText.write(TestDesk.key("Ben").sign(other), other);
        assertThatThrownBy(() -> ApprovalText.readConsent(answer, request))
                .hasMessageContaining("for another plan")
                .hasMessageContaining(request.plan().shortHash());
    }
}
