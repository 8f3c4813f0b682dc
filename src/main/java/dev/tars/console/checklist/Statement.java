package dev.tars.console.checklist;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person says about an item, and about which words of it.
 *
 * @param item id
 * @param text the item as it stood in the file: what the statement is about
 * @param words note of a signature, reason of a waiver or of not applicable
 * @param until when a waiver ends
 * @param evidence SHA-256 of the machine's answer that was before the person's eyes; empty where there was none
 * @param fingerprints what it depends on, as it was then
 * @param proof the person's signature; empty only where there is no people file
 */
public record Statement(
        What what,
        String item,
        String text,
        String words,
        Optional<Instant> until,
        String evidence,
        Map<String, String> fingerprints,
        Optional<Proof> proof) {

    /** What is said. */
    public enum What {
        SIGNED,
        WAIVED,
        NOT_APPLICABLE
    }

    /**
     * A signature and the rest of what was signed.
     *
     * @param requester who signed first, and therefore never counts as the second person
     * @param nonce random and used once
     * @param opened when the person was asked, to the second
     * @param expires when the question lapsed
     * @param signature Ed25519, in Base64
     */
    public record Proof(String requester, String nonce, Instant opened, Instant expires, String signature) {
        public Proof {
            Objects.requireNonNull(requester, "requester");
            Objects.requireNonNull(nonce, "nonce");
            Objects.requireNonNull(signature, "signature");
            if (!expires.isAfter(opened)) {
                throw new IllegalArgumentException("opened " + opened + ", expires " + expires);
            }
        }
    }

    public Statement {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(evidence, "evidence");
        fingerprints = Map.copyOf(fingerprints);
        Objects.requireNonNull(proof, "proof");
        if ((what == What.WAIVED) != until.isPresent()) {
            throw new IllegalArgumentException("a waiver has an end, and nothing else has");
        }
        if (what != What.SIGNED && words.isBlank()) {
            throw new IllegalArgumentException("a waiver and a not applicable have a reason");
        }
    }

    /** The same with a signature. */
    public Statement with(Proof signature) {
        return new Statement(what, item, text, words, until, evidence, fingerprints, Optional.of(signature));
    }

    /** SHA-256 of the item's text as the person saw it. */
    public String textHash() {
        return Hash.sha256(text);
    }
}
