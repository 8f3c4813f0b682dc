package dev.tars.console.app.environments;

import dev.tars.console.connect.http.Secret;
import dev.tars.console.connect.http.SecretMissing;
import java.util.Map;

/** A secret in an environment variable. */
record VariableSecret(String name, Map<String, String> variables) implements Secret {

    @Override
    public String reference() {
        return "env:" + name;
    }

    @Override
    public String resolve() throws SecretMissing {
        String value = variables.get(name);
        if (value == null || value.isEmpty()) {
            throw new SecretMissing(
                    reference(),
                    value == null ? "the variable is not set" : "the variable is empty",
                    "Set " + name + " and start the console again.");
        }
        return value;
    }

    @Override
    public String toString() {
        return reference();
    }
}
