package dev.tars.console.connect.prometheus;

import mockwebserver3.MockResponse;

/** Answers as a Prometheus sends them. */
final class Answers {
    static final String EMPTY = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}";

    private Answers() {}

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    static MockResponse data(String data) {
        return json(200, "{\"status\":\"success\",\"data\":" + data + "}");
    }

    static MockResponse vector(String value) {
        return data("{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"value\":[1763978400.283,\"" + value
                + "\"]}]}");
    }

    static MockResponse empty() {
        return json(200, EMPTY);
    }

    static MockResponse text(int status, String type, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", type)
                .body(body)
                .build();
    }
}
