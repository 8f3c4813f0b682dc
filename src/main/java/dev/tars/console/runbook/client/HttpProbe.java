package dev.tars.console.runbook.client;

import dev.tars.console.base.Ticker;
import dev.tars.console.base.Unit;
import dev.tars.console.connect.http.HttpAnswer;
import dev.tars.console.connect.http.HttpCalls;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.connect.http.HttpFault;
import dev.tars.console.connect.http.HttpQuestion;
import dev.tars.console.document.DocumentException;
import dev.tars.console.runbook.Answer;
import dev.tars.console.runbook.Block;
import dev.tars.console.runbook.Code;
import dev.tars.console.runbook.Probe;
import dev.tars.console.runbook.ProbeContext;
import dev.tars.console.runbook.ProbeFailed;
import dev.tars.console.runbook.Value;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code http}: {@code GET ADDRESS}, the address with its scheme. {@code take=}: {@code status} (as usual), {@code latency},
 * {@code certificate} (the time until it ends), {@code body}, {@code header:NAME}, or a JSON pointer. Whatever is not the
 * status is taken from an answer of 2xx only. Redirects are followed inside the origin.
 */
public final class HttpProbe implements Probe {
    private static final String HEADER = "header:";
    private static final HttpCalls.Limits LIMITS = new HttpCalls.Limits(4L << 20, Duration.ofSeconds(5));

    private final Function<URI, HttpEndpoint> endpoints;
    private final Ticker ticker;

    /** @param endpoints how to speak to an origin ({@code https://host:port}): credentials, trust, time limit */
    public HttpProbe(Function<URI, HttpEndpoint> endpoints, Ticker ticker) {
        this.endpoints = endpoints;
        this.ticker = ticker;
    }

    @Override
    public String kind() {
        return "http";
    }

    @Override
    public void check(Block block) throws DocumentException {
        Taking.refuseForeign(block, false, true);
        block.attributes().allowOnly("expect", "timeout", "unit", "take");
        Taking.refuseNone(block);
        String take = Taking.of(block, "status");
        if (!take.startsWith(HEADER)) {
            Taking.check(block, true, "status", "latency", "certificate", "body");
        }
        if (block.expectation().orElseThrow() instanceof Code && !take.equals("status")) {
            throw block.attributes().error("take", "status is not taken", "leave take out, or expect something of it");
        }
        boolean isTime = take.equals("latency") || take.equals("certificate");
        Taking.refuseUnitless(block, isTime ? Unit.SECONDS : Unit.COUNT);
        String question = block.question();
        if (!question.matches("GET \\S+") || !question.matches("GET (https?://|\\$\\{).+")) {
            throw block.inBody(0, 0).error("not one line GET ADDRESS", "write GET https://HOST/PATH");
        }
    }

    @Override
    public Answer ask(Block block, ProbeContext context) throws ProbeFailed, InterruptedException {
        String question = context.fill(block.question());
        URI address = address(question.substring("GET ".length()).strip());
        HttpEndpoint known = endpoints.apply(URI.create(address.getScheme() + "://" + address.getRawAuthority()));
        Duration limit = block.timeout().orElse(known.timeout());
        HttpEndpoint endpoint = new HttpEndpoint(known.base(), known.auth(), known.headers(), known.tls(), limit);
        String path = Optional.ofNullable(address.getPath()).orElse("").replaceFirst("^/", "");
        HttpQuestion asked = new HttpQuestion(HttpQuestion.Method.GET, path, params(address), question);
        try (HttpCalls calls = new HttpCalls(endpoint.address(), endpoint, LIMITS, context.clock(), ticker)) {
            Got got = calls.call(asked, Got::of);
            return answer(block, question, endpoint.address(), got, context);
        } catch (HttpFault fault) {
            if (fault.kind() == HttpFault.Kind.STATUS) {
                Got got = new Got(
                        fault.status(), fault.body(), name -> Optional.empty(), Optional.empty(), Duration.ZERO);
                return answer(block, question, endpoint.address(), got, context);
            }
            throw new ProbeFailed(
                    "unreachable", fault.problem().what(), fault.problem().mend(), endpoint.address(), fault);
        }
    }

    /** What is kept of an answer. */
    private record Got(
            int status,
            String body,
            Function<String, Optional<String>> headers,
            Optional<Instant> certificateEnds,
            Duration roundTrip) {

        static Got of(HttpAnswer answer) throws java.io.IOException {
            String body = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
            return new Got(answer.status(), body, answer::header, answer.certificateEnds(), answer.roundTrip());
        }
    }

    private static Answer answer(Block block, String question, String askedOf, Got got, ProbeContext context)
            throws ProbeFailed {
        String take = Taking.of(block, "status");
        String raw = "HTTP " + got.status() + "\n" + got.body();
        if (take.equals("status")) {
            return Answer.of(question, askedOf, raw, List.of(Value.of(Value.STATUS, got.status(), Unit.COUNT)));
        }
        if (got.status() / 100 != 2) {
            throw new ProbeFailed(
                    "status", "it answered " + got.status(), "ask for its status, or look into it", askedOf, null);
        }
        return Answer.of(question + "\ntake " + take, askedOf, raw, values(block, take, askedOf, got, context));
    }

    private static List<Value> values(Block block, String take, String askedOf, Got got, ProbeContext context)
            throws ProbeFailed {
        if (take.equals("latency")) {
            return List.of(Value.of("latency", got.roundTrip().toNanos() / 1e9, Unit.SECONDS));
        }
        if (take.equals("certificate")) {
            Instant ends = got.certificateEnds()
                    .orElseThrow(() -> new ProbeFailed(
                            "no certificate", "the connection is not encrypted", "ask https", askedOf, null));
            Duration left = Duration.between(context.clock().instant(), ends);
            return List.of(Value.of("certificate", left.toSeconds(), Unit.SECONDS));
        }
        if (take.startsWith(HEADER)) {
            String name = take.substring(HEADER.length());
            return got.headers().apply(name).stream()
                    .map(text -> Taking.value(block, name.toLowerCase(Locale.ROOT), text))
                    .toList();
        }
        return take.equals("body")
                ? List.of(Taking.value(block, "body", got.body()))
                : Taking.pointer(block, take, got.body(), askedOf);
    }

    private static URI address(String text) throws ProbeFailed {
        try {
            URI address = new URI(text);
            if (address.getRawAuthority() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                return address;
            }
        } catch (java.net.URISyntaxException e) {
            throw new ProbeFailed("no address", "\"" + text + "\" is no address", "write https://HOST/PATH", "", e);
        }
        throw new ProbeFailed("no address", "\"" + text + "\" is no address", "write https://HOST/PATH");
    }

    private static Map<String, String> params(URI address) throws ProbeFailed {
        Map<String, String> params = new LinkedHashMap<>();
        String query = Optional.ofNullable(address.getRawQuery()).orElse("");
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] halves = pair.split("=", 2);
                String value = halves.length < 2 ? "" : halves[1];
                String name = java.net.URLDecoder.decode(halves[0], StandardCharsets.UTF_8);
                if (params.put(name, java.net.URLDecoder.decode(value, StandardCharsets.UTF_8)) != null) {
                    throw new ProbeFailed("no address", "parameter " + name + " stands twice", "keep one");
                }
            }
        }
        return params;
    }
}
