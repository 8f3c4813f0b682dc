package dev.tars.console.connect.http;

import java.time.Duration;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** OkHttp for one endpoint, made with the first call, so that a bad certificate file is a fault of a call. */
final class LazyClient {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HttpEndpoint endpoint;
    private @Nullable OkHttpClient made;

    LazyClient(HttpEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    synchronized OkHttpClient get() throws TlsUnusable, SecretMissing {
        OkHttpClient present = made;
        if (present != null) {
            return present;
        }
        Duration timeout = endpoint.timeout();
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .connectTimeout(timeout.compareTo(CONNECT) < 0 ? timeout : CONNECT)
                // Reading and writing end with the call's own limit.
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                // Exchange follows them, inside the origin only.
                .followRedirects(false)
                .followSslRedirects(false);
        if (endpoint.tls().isPresent()) {
            TlsSockets.give(builder, endpoint.tls().get());
        }
        OkHttpClient fresh = builder.build();
        made = fresh;
        return fresh;
    }

    synchronized void close() {
        OkHttpClient present = made;
        if (present != null) {
            present.dispatcher().cancelAll();
            present.connectionPool().evictAll();
        }
    }
}
