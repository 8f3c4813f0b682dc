package dev.tars.console.journal.client;

import dev.tars.console.connect.http.Secret;
import dev.tars.console.connect.http.SecretMissing;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;

/**
 * The URL of a journal's server. A password in it is a reference, read when a connection is made, and stands in no text:
 * not in the URL the driver gets, whose messages may quote it.
 *
 * @param shown for people: without parameters
 * @param connect for the driver: without the secrets
 * @param secrets by the name of their parameter
 */
record PostgresUrl(String shown, String connect, Map<String, Secret> secrets) {

    private static final String START = "jdbc:postgresql:";
    private static final Set<String> SECRET = Set.of("password", "sslpassword");

    PostgresUrl {
        secrets = Map.copyOf(secrets);
    }

    /**
     * @param references finds a secret by its reference
     * @throws IllegalArgumentException where it is no such URL or has a secret written down; nothing of that is quoted
     */
    static PostgresUrl of(String url, Function<String, Secret> references) {
        int parameters = url.indexOf('?');
        String shown = parameters < 0 ? url : url.substring(0, parameters);
        if (!shown.startsWith(START) || shown.indexOf('@') >= 0) {
            throw new IllegalArgumentException("the journal's URL is not jdbc:postgresql://HOST/DATABASE?user=NAME;"
                    + " user and password do not stand before the host");
        }
        List<String> rest = new ArrayList<>();
        Map<String, Secret> secrets = new LinkedHashMap<>();
        for (String parameter : parameters < 0
                ? List.<String>of()
                : List.of(url.substring(parameters + 1).split("&"))) {
            String name = parameter.substring(0, Math.max(0, parameter.indexOf('=')));
            if (SECRET.contains(name)) {
                String value = parameter.substring(name.length() + 1);
                secrets.put(name, references.apply(URLDecoder.decode(value, StandardCharsets.UTF_8)));
            } else if (!parameter.isEmpty()) {
                rest.add(parameter);
            }
        }
        return new PostgresUrl(shown, rest.isEmpty() ? shown : shown + "?" + String.join("&", rest), secrets);
    }

    /** Reads the secrets now. */
    void putSecrets(Properties into) throws SecretMissing {
        for (Map.Entry<String, Secret> secret : secrets.entrySet()) {
            into.setProperty(secret.getKey(), secret.getValue().resolve());
        }
    }

    @Override
    public String toString() {
        return shown;
    }
}
