package dev.tars.console.connect.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Credentials;

/** The {@code Authorization} header of an {@link Auth}, made anew for each call so that a renewed secret counts. */
final class Authorization {

    private Authorization() {}

    static Optional<String> of(Auth auth) throws SecretMissing {
        if (auth instanceof Auth.Basic basic) {
            String password = basic.password().resolve();
            return Optional.of(Credentials.basic(basic.user(), password, StandardCharsets.UTF_8));
        }
        if (auth instanceof Auth.Bearer bearer) {
            String token = bearer.token().resolve().strip();
            if (token.isEmpty() || !HttpEndpoint.isHeaderValue(token)) {
                throw new SecretMissing(
                        bearer.token().reference(),
                        token.isEmpty() ? "it is empty" : "it has a character that no header can carry",
                        "Put the token alone there, in one line.");
            }
            return Optional.of("Bearer " + token);
        }
        return Optional.empty();
    }
}
