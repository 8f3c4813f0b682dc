package dev.tars.console.release;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a person's part is done: the click, the typed name, the signatures. */
final class PersonsPart {

    private final Quorum quorum;

    PersonsPart(Quorum quorum) {
        this.quorum = quorum;
    }

    /** Why nobody could ever sign enough; empty where it is possible. */
    static Optional<Refused> impossible(Needs needs, Person requester, People people) {
        if (needs.seconds() == 0) {
            return Optional.empty();
        }
        if (requester.key().isEmpty()) {
            return Optional.of(Refusals.requesterUnknown(requester));
        }
        long others = people.all().stream()
                .filter(p -> p.role().maySign() && !p.name().equals(requester.name()))
                .count();
        return others < needs.seconds()
                ? Optional.of(Refusals.tooFewApprovers(needs.seconds(), others))
                : Optional.empty();
    }

    /** What is missing of what the arming needs. */
    Optional<Refused> missing(Arming arming, Confirmation given, People people, Instant now) {
        Needs needs = arming.needs();
        ApprovalRequest request = arming.request();
        String environment = arming.place().environment();
        if (needs.typedName() && !given.typedName().equals(environment)) {
            return Optional.of(Refusals.wrongName(given.typedName(), environment));
        }
        if (needs.seconds() > 0) {
            if (!quorum.requesterHasSigned(request, given.consents(), people, now)) {
                return Optional.of(Refusals.requesterHasNotSigned(request.requester()));
            }
            Set<String> counted = quorum.seconds(request, given.consents(), people, now);
            if (counted.size() < needs.seconds()) {
                return Optional.of(
                        Refusals.seconds(objections(request, given, people, now), needs.seconds() - counted.size()));
            }
        }
        return needs.click() && !given.clicked() ? Optional.of(Refusals.notConfirmed()) : Optional.empty();
    }

    private String objections(ApprovalRequest request, Confirmation given, People people, Instant now) {
        return given.consents().stream()
                .filter(c -> !c.signer().equals(request.requester()))
                .map(c -> quorum.objection(request, c, people, now))
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
