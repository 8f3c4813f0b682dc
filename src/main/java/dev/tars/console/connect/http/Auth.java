package dev.tars.console.connect.http;

import java.util.Objects;

/** Who we say we are. Secrets stay references until a call is made. */
public sealed interface Auth {

    /** Nobody in particular. */
    record None() implements Auth {}

    /** RFC 7617, sent as UTF-8. */
    record Basic(String user, Secret password) implements Auth {
        public Basic {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(password, "password");
            if (user.indexOf(':') >= 0) {
                throw new IllegalArgumentException("a user name of Basic auth has no colon");
            }
        }

        @Override
        public String toString() {
            return "Basic " + user + " with " + password.reference();
        }
    }

    /** RFC 6750. */
    record Bearer(Secret token) implements Auth {
        public Bearer {
            Objects.requireNonNull(token, "token");
        }

        @Override
        public String toString() {
            return "Bearer with " + token.reference();
        }
    }

    static Auth none() {
        return new None();
    }
}
