package dev.tars.console.release.client;

import dev.tars.console.base.Problem;

/** A key cannot be made, read or opened. */
public final class KeyProblem extends Exception implements Problem.Carrier {
    private static final long serialVersionUID = 1L;
    private static final String UNSIGNED = "Nothing is signed.";
    private final transient Problem problem;

    private KeyProblem(Problem problem) {
        super(problem.what());
        this.problem = problem;
    }

    static KeyProblem wrongPassphrase(String name) {
        return new KeyProblem(Problem.of(
                "The passphrase does not open the key of " + name + ".",
                "",
                UNSIGNED,
                "Type it again; a lost passphrase means a new key."));
    }

    static KeyProblem shortPassphrase() {
        return new KeyProblem(Problem.of(
                "The passphrase is shorter than " + KeyFile.SHORTEST + " characters.",
                "",
                "No key is made.",
                "Choose a longer one: four words do."));
    }

    static KeyProblem damaged(String file, String why) {
        return new KeyProblem(Problem.of(
                "The key file cannot be used: " + why + ".", file, UNSIGNED, "Restore it, or create a new key."));
    }

    static KeyProblem exists(String name, String file) {
        return new KeyProblem(Problem.of(
                "There is a key of " + name + " already.",
                file,
                "It is left as it is.",
                "Move that file away before another key is made: what it signed cannot be signed again without it."));
    }

    static KeyProblem missing(String name, String folder) {
        return new KeyProblem(Problem.of(
                "There is no key of " + name + " on this machine.",
                folder,
                UNSIGNED,
                "Create one in the settings, or sign at the desk that has it and paste the answer."));
    }

    static KeyProblem notStored(String file, Exception cause) {
        return new KeyProblem(new Problem(
                "The key file cannot be written or read.",
                file,
                UNSIGNED,
                "See that the folder is yours and the disk has room.",
                String.valueOf(cause)));
    }

    @Override
    public Problem problem() {
        return problem;
    }
}
