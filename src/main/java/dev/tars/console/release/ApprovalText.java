package dev.tars.console.release;

import dev.tars.console.base.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * A request and its signatures as text, so that someone can sign at another desk: the request is copied there, signed,
 * and the answer is pasted here. One field a line, {@code name: value}, in a fixed order; a backslash and a line break
 * in a value are written {@code \\} and {@code \n}. Nothing in it is trusted: the hash is computed anew from the steps
 * that are shown, and the signature covers that hash.
 *
 * <pre>
 * tars-request 1                       tars-consent 1
 * action: slo.acknowledge              plan: 9f3c21ab...
 * title: Acknowledge API p95           signer: L. Okafor
 * harm: reversible                     signature: (Base64)
 * environment: production              end
 * requester: M. Brandt
 * nonce: 5f0c...
 * opened: 2026-08-18T14:10:00Z
 * expires: 2026-08-18T14:25:00Z
 * runs: helm upgrade tars ...
 * end
 * </pre>
 */
public final class ApprovalText {

    private static final String REQUEST = "tars-request 1";
    private static final String CONSENT = "tars-consent 1";
    private static final String END = "end";
    private static final int LONGEST = 1_000_000;

    private ApprovalText() {}

    public static String write(ApprovalRequest request) {
        Plan plan = request.plan();
        StringBuilder out = new StringBuilder(REQUEST).append('\n');
        line(out, "action", plan.action());
        line(out, "title", plan.title());
        line(out, "harm", plan.harm().name().toLowerCase(Locale.ROOT));
        line(out, "environment", plan.environment());
        line(out, "requester", request.requester());
        line(out, "nonce", request.nonce());
        line(out, "opened", request.opened().toString());
        line(out, "expires", request.expires().toString());
        plan.steps().forEach(step -> line(out, "runs", step));
        return out.append(END).append('\n').toString();
    }

    /** @throws Unreadable where the text is not exactly what {@link #write(ApprovalRequest)} writes */
    public static ApprovalRequest readRequest(String text) throws Unreadable {
        List<String> lines = lines(text, REQUEST);
        Iterator<String> rest = lines.iterator();
        try {
            String action = value(rest, "action");
            String title = value(rest, "title");
            Harm harm = Harm.valueOf(value(rest, "harm").toUpperCase(Locale.ROOT));
            String environment = value(rest, "environment");
            String requester = value(rest, "requester");
            String nonce = value(rest, "nonce");
            Instant opened = Instant.parse(value(rest, "opened"));
            Instant expires = Instant.parse(value(rest, "expires"));
            List<String> steps = new ArrayList<>();
            while (rest.hasNext()) {
                steps.add(value(rest, "runs"));
            }
            Plan plan = new Plan(action, title, harm, environment, steps);
            return new ApprovalRequest(plan, requester, nonce, opened, expires);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Unreadable("The request is damaged: " + e.getMessage() + ".");
        }
    }

    public static String write(Consent consent, ApprovalRequest request) {
        StringBuilder out = new StringBuilder(CONSENT).append('\n');
        line(out, "plan", request.plan().hash());
        line(out, "signer", consent.signer());
        line(out, "signature", Base64.getEncoder().encodeToString(consent.signature()));
        return out.append(END).append('\n').toString();
    }

    /** Reads an answer to {@code request}; whether it counts is for {@link Quorum} to say. */
    public static Consent readConsent(String text, ApprovalRequest request) throws Unreadable {
        Iterator<String> rest = lines(text, CONSENT).iterator();
        String plan = value(rest, "plan");
        String signer = value(rest, "signer");
        String signature = value(rest, "signature");
        if (rest.hasNext()) {
            throw new Unreadable("The signed text has lines that do not belong to it.");
        }
        if (!plan.equals(request.plan().hash())) {
            throw new Unreadable("The signed text is for another plan, " + plan.substring(0, Math.min(8, plan.length()))
                    + "; this one is " + request.plan().shortHash() + ".");
        }
        try {
            return new Consent(signer, Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException e) {
            throw new Unreadable("The signature is damaged: it is not Base64.");
        }
    }

    private static void line(StringBuilder out, String name, String value) {
        out.append(name)
                .append(": ")
                .append(value.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n"))
                .append('\n');
    }

    private static List<String> lines(String text, String head) throws Unreadable {
        if (text.length() > LONGEST) {
            throw new Unreadable("The text has more than " + LONGEST + " characters.");
        }
        List<String> lines = text.strip().lines().toList();
        if (lines.size() < 2 || !lines.get(0).equals(head)) {
            throw new Unreadable("The text does not begin with \"" + head + "\".");
        }
        if (!lines.get(lines.size() - 1).equals(END)) {
            throw new Unreadable("The text does not end with \"" + END + "\": a part of it is missing.");
        }
        return lines.subList(1, lines.size() - 1);
    }

    private static String value(Iterator<String> lines, String name) throws Unreadable {
        String line = lines.hasNext() ? lines.next() : "";
        String start = name + ": ";
        if (!line.startsWith(start)) {
            throw new Unreadable("The text has no \"" + name + "\" where it belongs.");
        }
        return unescape(line.substring(start.length()));
    }

    private static String unescape(String value) throws Unreadable {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            i++;
            char kind = i < value.length() ? value.charAt(i) : ' ';
            switch (kind) {
                case '\\' -> out.append('\\');
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                default -> throw new Unreadable("The text has a lone backslash.");
            }
        }
        return out.toString();
    }

    /** The text is no request, or no answer to this one. */
    public static final class Unreadable extends Exception implements Problem.Carrier {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        Unreadable(String what) {
            super(what);
            this.problem = Problem.of(what, "", "It counts for nothing.", "Copy the whole text again.");
        }

        @Override
        public Problem problem() {
            return problem;
        }
    }
}
