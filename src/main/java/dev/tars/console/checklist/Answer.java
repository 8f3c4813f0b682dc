package dev.tars.console.checklist;

import dev.tars.console.base.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A machine's answer and its place in the journal. */
public record Answer(Stamp stamp, Entry.Answered answered) {
    public Answer {
        Objects.requireNonNull(stamp, "stamp");
        Objects.requireNonNull(answered, "answered");
    }

    public List<Evidence> evidence() {
        return answered.evidence();
    }

    /** When the last of its questions was asked. */
    public Instant askedAt() {
        return evidence().isEmpty() ? stamp.at() : EvidenceCodec.lastAsked(evidence());
    }

    /** What a signature names it by. */
    public String hash() {
        return EvidenceCodec.hash(evidence());
    }
}
