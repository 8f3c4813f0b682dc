package dev.tars.console.release;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Problem;
import dev.tars.console.release.Refused.Why;
import java.time.ZoneOffset;
import java.util.stream.Collectors;

/** The words of every refusal: what, and how to go on. */
final class Refusals {

    private static final String NOTHING = "Nothing has been changed.";

    private Refusals() {}

    private static Refused refused(Why why, String what, String where, String mend) {
        return new Refused(why, Problem.of(what, where, NOTHING, mend));
    }

    static Refused readOnly(boolean forced) {
        return refused(
                Why.READ_ONLY,
                "The console is read-only.",
                "",
                forced
                        ? "Start the console without --read-only to change anything."
                        : "Turn read-only off in the settings to change anything.");
    }

    static Refused role(Person person, People people) {
        boolean isKnown = people.find(person.name()).isPresent();
        return refused(
                Why.ROLE,
                isKnown
                        ? person.name() + " is a viewer, and a viewer changes nothing."
                        : person.name() + " is not in the people file, and so only looks.",
                "",
                "Choose in the settings who is at the desk, or have an operator do it.");
    }

    static Refused otherEnvironment(String wanted, String open) {
        return refused(
                Why.OTHER_ENVIRONMENT,
                "The action is for " + wanted + ", and " + open + " is open.",
                "",
                "Open " + wanted + " and ask for it there.");
    }

    static Refused noPlan(Action action, Exception cause) {
        return new Refused(
                Why.NO_PLAN,
                new Problem(
                        "It cannot be said what \"" + action.title() + "\" would run.",
                        action.environment(),
                        NOTHING,
                        "Mend what the details name, and ask again.",
                        String.valueOf(cause.getMessage())));
    }

    static Refused target(String environment, TargetReading reading) {
        String lines = reading.lines().stream()
                .filter(line -> line.match() != TargetReading.Match.SAME)
                .map(line -> line.name() + ": " + line.words())
                .collect(Collectors.joining("; "));
        return refused(
                Why.TARGET,
                lines.isEmpty()
                        ? "It is not proven that the target is " + environment + ": nothing is named to know it by."
                        : "The target is not proven to be " + environment + ": " + lines + ".",
                environment,
                "Correct the address or the identity of " + environment + " in environments.yaml.");
    }

    static Refused notConfirmed() {
        return refused(Why.NOT_CONFIRMED, "It is not confirmed yet.", "", "Press the button that names the action.");
    }

    static Refused wrongName(String typed, String environment) {
        return refused(
                Why.WRONG_NAME,
                typed.isEmpty() || environment.startsWith(typed)
                        ? "The name is not complete."
                        : "\"" + typed + "\" is not the name of this environment.",
                "",
                "Type " + environment + ".");
    }

    static Refused expired(ApprovalRequest request) {
        return refused(
                Why.EXPIRED,
                "The request expired at " + Figures.clockWithZone(request.expires(), ZoneOffset.UTC) + ".",
                "",
                "Ask for the action again; signatures are needed anew.");
    }

    static Refused requesterUnknown(Person requester) {
        return refused(
                Why.NO_SECOND_PERSON,
                requester.name() + " has no key in the people file, and this needs signatures.",
                "",
                "Create a key in the settings and have its public half written into people.yaml.");
    }

    static Refused tooFewApprovers(int needed, long there) {
        return refused(
                Why.NO_SECOND_PERSON,
                "This needs " + needed + " other approver" + (needed == 1 ? "" : "s") + ", and the people file names "
                        + there + ".",
                "",
                "Have the people file name more approvers.");
    }

    static Refused requesterHasNotSigned(String requester) {
        return refused(
                Why.NO_SECOND_PERSON, requester + " has not signed the request yet.", "", "Sign with your own key.");
    }

    static Refused seconds(String objections, int missing) {
        return refused(
                Why.NO_SECOND_PERSON,
                (missing == 1 ? "Another person has" : missing + " other people have") + " not signed yet."
                        + (objections.isEmpty() ? "" : " " + objections),
                "",
                "Have an approver sign with their own key.");
    }

    static Refused changed(String what) {
        return refused(
                Why.CHANGED,
                "Since this was asked for, " + what + " changed.",
                "",
                "Ask for the action again and read what it would run now.");
    }

    static Refused used() {
        return refused(Why.USED, "This request has run already.", "", "Ask for the action again.");
    }

    static Refused nothingRecorded(Problem why) {
        return new Refused(
                Why.NOT_RECORDED,
                new Problem(
                        "What cannot be recorded does not run. " + why.what(),
                        why.where(),
                        NOTHING,
                        why.mend(),
                        why.details()));
    }

    static Refused notRecorded(Plan plan, ActionRecord.NotRecorded cause) {
        return new Refused(
                Why.NOT_RECORDED,
                new Problem(
                        "\"" + plan.title() + "\" did not start: the intent cannot be recorded.",
                        cause.problem().where(),
                        NOTHING,
                        cause.problem().mend(),
                        cause.problem().what() + "\n" + cause.problem().details()));
    }
}
