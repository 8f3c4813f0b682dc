package dev.tars.console.connect.http;

import dev.tars.console.base.Problem;
import java.util.Objects;

/** A secret's reference leads nowhere: the variable is not set, the file is not there or empty. */
public final class SecretMissing extends Exception implements Problem.Carrier {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    /**
     * @param reference the secret's reference, never its value
     * @param why what is wrong with it: "the variable is not set"
     * @param mend what to do about it
     */
    public SecretMissing(String reference, String why, String mend) {
        super("The secret " + reference + " cannot be read: " + why + ".");
        Objects.requireNonNull(mend, "mend");
        this.problem = Problem.of(
                "The secret " + reference + " cannot be read: " + why + ".",
                reference,
                "The server that needs it is not asked.",
                mend);
    }

    @Override
    public Problem problem() {
        return problem;
    }
}
