package dev.tars.console.checklist;

import dev.tars.console.release.ApprovalRequest;
import dev.tars.console.release.Consent;
import dev.tars.console.release.Harm;
import dev.tars.console.release.People;
import dev.tars.console.release.Person;
import dev.tars.console.release.Plan;
import dev.tars.console.release.Quorum;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether what people said counts. Signing an item is signing a request of the guard whose plan is the statement: item,
 * hash of its words, hash of the machine's answer, note. So the two-person rule is that of {@link Quorum}: who signs first
 * is the requester and never counts as the second. A signature that was checked is remembered.
 */
public final class Statements {

    private final String environment;
    private final String list;
    private final People people;
    private final Quorum quorum = new Quorum();
    private final ConcurrentHashMap<Said, Optional<String>> checked = new ConcurrentHashMap<>();

    public Statements(String environment, String list, People people) {
        this.environment = environment;
        this.list = list;
        this.people = people;
    }

    People people() {
        return people;
    }

    /** What is signed. */
    public Plan plan(Statement statement) {
        List<String> steps = new ArrayList<>(List.of(
                "list: " + list,
                "item: " + statement.item(),
                "text: " + statement.textHash(),
                "words: " + statement.words(),
                "evidence: " + statement.evidence()));
        statement.until().ifPresent(end -> steps.add("until: " + end));
        statement.fingerprints().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(each -> steps.add("depends on: " + each.getKey() + "=" + each.getValue()));
        String action = switch (statement.what()) {
            case SIGNED -> "checklist.sign";
            case WAIVED -> "checklist.waive";
            case NOT_APPLICABLE -> "checklist.not-applicable";
        };
        return new Plan(action, statement.item(), Harm.REVERSIBLE, environment, steps);
    }

    ApprovalRequest request(Statement statement, Statement.Proof proof) {
        return new ApprovalRequest(plan(statement), proof.requester(), proof.nonce(), proof.opened(), proof.expires());
    }

    /** Why a statement does not count as this person's, a plain sentence; empty where it does. */
    public Optional<String> objection(Said said) {
        return checked.computeIfAbsent(said, this::check);
    }

    private Optional<String> check(Said said) {
        String who = said.stamp().by();
        if (!people.configured()) {
            return said.statement().proof().isEmpty()
                    ? Optional.empty()
                    : Optional.of("The signature of " + who + " cannot be checked: there is no people file.");
        }
        Optional<Person> person = people.find(who);
        if (person.isEmpty()) {
            return Optional.of(who + " is not in the people file.");
        }
        if (!person.get().role().mayAct()) {
            return Optional.of(who + " may look only.");
        }
        if (said.statement().what() == Statement.What.WAIVED
                && !person.get().role().maySign()) {
            return Optional.of(who + " is not an approver, and only an approver waives.");
        }
        Optional<Statement.Proof> proof = said.statement().proof();
        if (proof.isEmpty()) {
            return Optional.of(who + " has not signed it with a key.");
        }
        ApprovalRequest request = request(said.statement(), proof.get());
        if (!request.isOpen(said.stamp().at())) {
            return Optional.of("The signature of " + who + " is not from when it was kept.");
        }
        Optional<Consent> consent = consent(who, proof.get());
        boolean isRequesters = proof.get().requester().equals(who);
        if (consent.isEmpty()) {
            return Optional.of("The signature of " + who + " is damaged.");
        }
        if (isRequesters) {
            return quorum.requesterHasSigned(
                            request, List.of(consent.get()), people, proof.get().opened())
                    ? Optional.empty()
                    : Optional.of("The signature is not " + who + "'s under exactly these words.");
        }
        return quorum.objection(request, consent.get(), people, proof.get().opened());
    }

    private static Optional<Consent> consent(String who, Statement.Proof proof) {
        try {
            return Optional.of(new Consent(who, Base64.getDecoder().decode(proof.signature())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The signatures that count together under one text and one answer, in their order: of the first person who signed, and
     * of others who signed as the second to that person.
     */
    List<Said> counting(List<Said> signatures, String textHash, String evidence) {
        List<Said> counting = new ArrayList<>();
        for (Said said : signatures) {
            Statement statement = said.statement();
            boolean isAbout = statement.textHash().equals(textHash)
                    && statement.evidence().equals(evidence);
            if (!isAbout || objection(said).isPresent()) {
                continue;
            }
            String requester = statement
                    .proof()
                    .map(Statement.Proof::requester)
                    .orElse(said.stamp().by());
            boolean isFirst =
                    counting.isEmpty() && requester.equals(said.stamp().by());
            boolean isSecond = !counting.isEmpty()
                    && requester.equals(counting.get(0).stamp().by())
                    && counting.stream()
                            .noneMatch(s -> s.stamp().by().equals(said.stamp().by()));
            if (isFirst) {
                counting.add(said);
            } else if (isSecond && people.configured()) {
                counting.add(said);
            }
        }
        return counting;
    }
}
