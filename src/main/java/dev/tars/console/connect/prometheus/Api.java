package dev.tars.console.connect.prometheus;

import dev.tars.console.base.Ticker;
import dev.tars.console.connect.http.ClockSkew;
import dev.tars.console.connect.http.ConnectionWatch;
import dev.tars.console.connect.http.HttpCalls;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.connect.http.HttpFault;
import dev.tars.console.connect.http.HttpQuestion;
import dev.tars.console.connect.http.HttpQuestion.Method;
import dev.tars.console.connect.http.HttpReader;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One question to the API at a time: how it travels, what a fault means, and what the connection's report says of it. */
final class Api implements AutoCloseable {
    private static final String NAME = "Prometheus";
    /** Longer expressions do not go into an address: proxies cut those off from 2 KiB on. */
    private static final int LONG_EXPRESSION = 2000;
    /** How much of an expression the report shows. */
    private static final int SHOWN = 300;

    private final HttpCalls calls;
    private final Complaints complaints;
    private final ConnectionWatch watch;
    private volatile boolean formRefused;

    Api(HttpEndpoint endpoint, HttpCalls.Limits limits, Clock clock, Ticker ticker) {
        this.calls = new HttpCalls(NAME, endpoint, limits, clock, ticker);
        this.complaints = new Complaints(endpoint.address());
        this.watch = new ConnectionWatch(NAME, endpoint.address(), clock);
    }

    ConnectionWatch watch() {
        return watch;
    }

    Complaints complaints() {
        return complaints;
    }

    ClockSkew skew() {
        return calls.skew();
    }

    /** Asks with an expression; a long one travels as a form. */
    <T> T query(String path, Map<String, String> params, String expr, HttpReader<Envelope<T>> reader)
            throws PrometheusException, InterruptedException {
        boolean form = expr.length() > LONG_EXPRESSION && !formRefused;
        String shown = expr.length() > SHOWN ? expr.substring(0, SHOWN) + " …" : expr;
        return ask(
                new HttpQuestion(form ? Method.POST : Method.GET, "api/v1/" + path, params, path + " " + shown),
                reader);
    }

    /**
     * Asks for a small answer.
     *
     * @param required the member without which it is none
     */
    <T> T tree(String path, Map<String, String> params, String required, Function<Tree, T> make)
            throws PrometheusException, InterruptedException {
        return ask(new HttpQuestion(Method.GET, "api/v1/" + path, params, path), answer -> {
            Envelope<Tree> envelope = Envelope.read(answer.body(), Tree::read);
            if (envelope.data().isPresent() && !envelope.data().get().has(required)) {
                throw Envelope.noEnvelope();
            }
            return envelope.map(make);
        });
    }

    private <T> T ask(HttpQuestion question, HttpReader<Envelope<T>> reader)
            throws PrometheusException, InterruptedException {
        watch.asked(question.says());
        try {
            Envelope<T> envelope = call(question, reader);
            if (envelope.isError()) {
                throw complaints.of(envelope);
            }
            watch.answered(envelope.warnings(), offset());
            return envelope.data().orElseThrow();
        } catch (HttpFault fault) {
            PrometheusException failure = complaints.of(fault);
            report(failure);
            throw failure;
        } catch (PrometheusException failure) {
            report(failure);
            throw failure;
        }
    }

    private <T> Envelope<T> call(HttpQuestion question, HttpReader<Envelope<T>> reader)
            throws HttpFault, InterruptedException {
        try {
            return calls.call(question, reader);
        } catch (HttpFault fault) {
            boolean formNotTaken = fault.status() == 405 || fault.status() == 501;
            if (question.method() == Method.POST && formNotTaken) {
                formRefused = true;
                return calls.call(question.by(Method.GET), reader);
            }
            throw fault;
        }
    }

    private void report(PrometheusException failure) {
        if (failure.kind().isAboutTheQuestion()) {
            watch.answered(List.of(), offset());
        } else if (failure.kind() != PrometheusException.Kind.CANCELLED) {
            watch.failed(failure.problem(), calls.isCircuitOpen());
        }
    }

    private Optional<Duration> offset() {
        return calls.skew().estimate().map(ClockSkew.Estimate::offset);
    }

    @Override
    public void close() {
        calls.close();
    }
}
