package dev.tars.console.connect.http;

import dev.tars.console.base.Ticker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a call, redirects inside the origin followed: from the request to the value its reader makes, or a
 * {@link HttpFault}. Runs on a thread of {@link HttpCalls}; {@link #cancel} from any thread breaks the socket at once.
 */
final class Exchange<T> implements Callable<T> {
    private static final int REDIRECTS = 5;
    private static final int ERROR_BODY = 64 * 1024;

    /** What all attempts of one {@link HttpCalls} share. */
    record Parts(
            HttpEndpoint endpoint,
            OkHttpClient client,
            Faults faults,
            ClockSkew skew,
            long cap,
            Clock clock,
            Ticker ticker) {}

    private final Parts parts;
    private final HttpQuestion question;
    private final HttpReader<T> reader;
    private final long deadline;
    private volatile @Nullable Call call;
    private volatile boolean cancelled;
    private boolean answering;

    Exchange(Parts parts, HttpQuestion question, HttpReader<T> reader, long deadline) {
        this.parts = parts;
        this.question = question;
        this.reader = reader;
        this.deadline = deadline;
    }

    void cancel() {
        cancelled = true;
        Call running = call;
        if (running != null) {
            running.cancel();
        }
    }

    @Override
    public T call() throws HttpFault {
        HttpUrl url = parts.endpoint().url(question.path());
        try {
            for (int hop = 0; hop <= REDIRECTS; hop++) {
                try (Response response = send(url)) {
                    answering = true;
                    Optional<HttpUrl> next = redirect(url, response);
                    if (next.isEmpty()) {
                        return read(response);
                    }
                    url = next.get();
                    answering = false;
                }
            }
        } catch (IOException e) {
            throw cancelled ? parts.faults().closed() : parts.faults().of(e, answering);
        } catch (SecretMissing e) {
            throw parts.faults().secret(e);
        }
        throw parts.faults().redirected(0, "more than " + REDIRECTS + " redirects in a row");
    }

    private Response send(HttpUrl url) throws IOException, SecretMissing {
        Call next = parts.client().newCall(request(url));
        long left = Math.max(1, deadline - parts.ticker().nanos());
        next.timeout().timeout(left, TimeUnit.NANOSECONDS);
        call = next;
        if (cancelled) {
            next.cancel();
        }
        return next.execute();
    }

    private Request request(HttpUrl url) throws SecretMissing {
        Request.Builder request = new Request.Builder();
        parts.endpoint().headers().forEach(request::header);
        Optional<String> authorization = Authorization.of(parts.endpoint().auth());
        authorization.ifPresent(value -> request.header("Authorization", value));
        if (question.method() == HttpQuestion.Method.GET) {
            HttpUrl.Builder withParams = url.newBuilder();
            // After a redirect the address has them already.
            if (url.queryParameterNames().stream().noneMatch(question.params()::containsKey)) {
                question.params().forEach(withParams::addQueryParameter);
            }
            return request.url(withParams.build()).get().build();
        }
        FormBody.Builder form = new FormBody.Builder(StandardCharsets.UTF_8);
        question.params().forEach(form::add);
        return request.url(url).post(form.build()).build();
    }

    private Optional<HttpUrl> redirect(HttpUrl from, Response response) throws HttpFault {
        int status = response.code();
        if (status != 301 && status != 302 && status != 307 && status != 308) {
            return Optional.empty();
        }
        // A server that writes our credentials into an address does not get them into a problem.
        String location = Echo.hidden(response.header("Location", ""), authorization(response));
        HttpUrl target = from.resolve(location);
        boolean sameOrigin = target != null
                && target.scheme().equals(from.scheme())
                && target.host().equals(from.host())
                && target.port() == from.port();
        if (target == null || !sameOrigin) {
            throw parts.faults().redirected(status, target == null ? "no address" : target.redact());
        }
        return Optional.of(target);
    }

    private T read(Response response) throws IOException, HttpFault {
        Duration roundTrip =
                Duration.ofMillis(Math.max(0, response.receivedResponseAtMillis() - response.sentRequestAtMillis()));
        Instant sentAt = parts.clock().instant().minus(roundTrip);
        Optional<Instant> serverNow = RetryAfter.date(response.header("Date"));
        if (response.header("Age") == null) {
            serverNow.ifPresent(date -> parts.skew().sawDate(date, sentAt, roundTrip));
        }
        if (!response.isSuccessful()) {
            throw parts.faults()
                    .status(
                            response.code(),
                            Echo.hidden(errorBody(response), authorization(response)),
                            RetryAfter.parse(
                                    response.header("Retry-After"), serverNow.orElseGet(parts.clock()::instant)));
        }
        HttpAnswer answer = HttpAnswer.of(response, parts.cap(), sentAt, roundTrip);
        try {
            return reader.read(answer);
        } catch (HttpReader.Unreadable e) {
            String sent = authorization(response);
            throw parts.faults()
                    .unreadable(Echo.hidden(String.valueOf(e.getMessage()), sent), Echo.hidden(answer.head(), sent), e);
        }
    }

    private static @Nullable String authorization(Response response) {
        return response.request().header("Authorization");
    }

    private static String errorBody(Response response) throws IOException {
        try (InputStream body = response.body().byteStream()) {
            return new String(body.readNBytes(ERROR_BODY), StandardCharsets.UTF_8);
        }
    }
}
