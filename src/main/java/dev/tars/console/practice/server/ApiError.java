package dev.tars.console.practice.server;

/** A request that is refused, in the words of Prometheus. */
final class ApiError extends Exception {
    private static final long serialVersionUID = 1L;

    /** Prometheus' kinds of error with the status each is sent with. */
    enum Type {
        BAD_DATA("bad_data", 400),
        EXECUTION("execution", 422),
        NOT_FOUND("not_found", 404),
        INTERNAL("internal", 500);

        private final String word;
        private final int status;

        Type(String word, int status) {
            this.word = word;
            this.status = status;
        }

        String word() {
            return word;
        }

        int status() {
            return status;
        }
    }

    private final Type type;
    private final String reason;

    ApiError(Type type, String reason) {
        super(reason);
        this.type = type;
        this.reason = reason;
    }

    static ApiError invalid(String parameter, String reason) {
        return new ApiError(Type.BAD_DATA, "invalid parameter \"" + parameter + "\": " + reason);
    }

    Type type() {
        return type;
    }

    String reason() {
        return reason;
    }
}
