package dev.tars.console.release;

import java.time.Instant;
import java.util.List;

/**
 * What a second person is asked to sign.
 *
 * @param plan exactly what would run
 * @param requester who asks, and therefore never counts as a second
 * @param nonce random and used once: a signature cannot be brought again for a later request of the same plan
 * @param opened when it was asked, to the second
 * @param expires when signatures stop to count
 */
public record ApprovalRequest(Plan plan, String requester, String nonce, Instant opened, Instant expires) {

    public ApprovalRequest {
        if (!expires.isAfter(opened)) {
            throw new IllegalArgumentException("a request that is opened " + opened + " expires " + expires);
        }
    }

    /** The bytes that {@code signer} signs; the plan stands in them by its hash. */
    byte[] message(String signer) {
        return Canonical.bytes(List.of(
                "tars-approval-1",
                plan.hash(),
                plan.environment(),
                requester,
                nonce,
                opened.toString(),
                expires.toString(),
                signer));
    }

    /** True before it expires; false where the clock stands before it was opened, because then nobody knows. */
    public boolean isOpen(Instant now) {
        return !now.isBefore(opened) && now.isBefore(expires);
    }
}
