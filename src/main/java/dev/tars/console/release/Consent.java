package dev.tars.console.release;

import java.util.Arrays;

/** One person's signature under one request. It proves nothing until {@link Quorum} has checked it. */
public record Consent(String signer, byte[] signature) {

    public Consent {
        signature = signature.clone();
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Consent c && signer.equals(c.signer) && Arrays.equals(signature, c.signature);
    }

    @Override
    public int hashCode() {
        return 31 * signer.hashCode() + Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return "consent of " + signer;
    }
}
