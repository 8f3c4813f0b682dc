package dev.tars.console.connect.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hides what a server repeats of the credentials it was sent, before its words become a problem or a log line. */
final class Echo {

    private static final String HIDDEN = "••••";

    private Echo() {}

    /** @param authorization the header as it was sent; none where nothing was */
    static String hidden(String text, @Nullable String authorization) {
        if (authorization == null) {
            return text;
        }
        String clean = text;
        for (String secret : secrets(authorization)) {
            clean = clean.replace(secret, HIDDEN);
        }
        return clean;
    }

    /** The longest first: a part of one must not save the rest of it. */
    private static List<String> secrets(String authorization) {
        List<String> all = new ArrayList<>();
        int space = authorization.indexOf(' ');
        String sent = authorization.substring(space + 1);
        all.add(sent);
        if (authorization.startsWith("Basic ")) {
            String pair = new String(Base64.getDecoder().decode(sent), StandardCharsets.UTF_8);
            all.add(pair);
            all.add(pair.substring(pair.indexOf(':') + 1));
        }
        all.removeIf(String::isEmpty);
        all.sort(Comparator.comparingInt(String::length).reversed());
        return all;
    }
}
