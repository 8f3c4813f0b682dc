package dev.tars.console.release;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The two-person rule (N of M): which signatures under a request count. One counts where its signer is in the people
 * file as approver, is not the requester, neither by name nor by key, where that person's key has signed exactly this
 * request, and where the request is open. A person counts once, however often they sign.
 */
public final class Quorum {

    /** Whether a signature is a key's under a request. */
    @FunctionalInterface
    interface Proof {
        boolean holds(ApprovalRequest request, Consent consent, PersonKey key);
    }

    private final Proof proof;

    /** With the signatures of Ed25519. */
    public Quorum() {
        this((request, consent, key) -> key.hasSigned(request.message(consent.signer()), consent.signature()));
    }

    Quorum(Proof proof) {
        this.proof = proof;
    }

    /** The names of those who count. */
    public Set<String> seconds(ApprovalRequest request, Collection<Consent> consents, People people, Instant now) {
        Map<String, Consent> counted = new LinkedHashMap<>();
        for (Consent consent : consents) {
            if (objection(request, consent, people, now).isEmpty()) {
                counted.putIfAbsent(consent.signer(), consent);
            }
        }
        return counted.keySet();
    }

    /** True where the requester has signed their own request: that they are who they say. */
    public boolean requesterHasSigned(
            ApprovalRequest request, Collection<Consent> consents, People people, Instant now) {
        return request.isOpen(now)
                && consents.stream()
                        .anyMatch(c -> c.signer().equals(request.requester()) && isSigned(request, c, people));
    }

    private boolean isSigned(ApprovalRequest request, Consent consent, People people) {
        return people.find(consent.signer())
                .flatMap(Person::key)
                .filter(key -> proof.holds(request, consent, key))
                .isPresent();
    }

    /** Why a signature does not count as a second one, a plain sentence; empty where it does. */
    public Optional<String> objection(ApprovalRequest request, Consent consent, People people, Instant now) {
        Optional<Person> signer = people.find(consent.signer());
        if (signer.isEmpty()) {
            return Optional.of(consent.signer() + " is not in the people file.");
        }
        if (!isSigned(request, consent, people)) {
            return Optional.of("The signature is not " + consent.signer() + "'s under exactly this plan.");
        }
        if (!request.isOpen(now)) {
            return Optional.of("The request has expired.");
        }
        Optional<PersonKey> requesters = people.find(request.requester()).flatMap(Person::key);
        boolean isSameKey =
                requesters.isPresent() && requesters.equals(signer.get().key());
        if (consent.signer().equals(request.requester()) || isSameKey) {
            return Optional.of(consent.signer() + " has asked for it and does not count as the second person.");
        }
        if (!signer.get().role().maySign()) {
            return Optional.of(consent.signer() + " is not an approver.");
        }
        return Optional.empty();
    }
}
