package dev.tars.console.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import com.sun.net.httpserver.HttpServer;
import dev.tars.console.base.Ticker;
import dev.tars.console.connect.http.Auth;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.connect.prometheus.PrometheusClient;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * A range answer of 500 series over one hour at 15 s (about 4 MB): the client's streaming reader beside OkHttp with a
 * Jackson tree, over the same loopback server in turn. CPU and bytes allocated are the whole process's, the server's
 * sending and the collector included on both sides: the client reads on a thread of its own.
 */
final class ParseBench {

    private static final int SERIES = 500;
    private static final int POINTS = 241;
    private static final int WARM = 30;
    private static final int RUNS = 25;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private ParseBench() {}

    static void run() throws Exception {
        byte[] body = body().getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        HttpEndpoint endpoint =
                new HttpEndpoint(base, new Auth.None(), Map.of(), Optional.empty(), Duration.ofSeconds(30));
        OkHttpClient http = new OkHttpClient();
        ObjectMapper mapper = new ObjectMapper();
        Request request =
                new Request.Builder().url(base + "/api/v1/query_range").build();
        try (PrometheusClient client = new PrometheusClient(endpoint, Clock.systemUTC(), Ticker.system())) {
            double[] ours = new double[RUNS];
            double[] oursBytes = new double[RUNS];
            double[] tree = new double[RUNS];
            double[] treeBytes = new double[RUNS];
            for (int i = -WARM; i < RUNS; i++) {
                long cpu = processCpu();
                long bytes = allocated();
                int read = client.queryRange(
                                "up",
                                Instant.ofEpochSecond(1_763_978_400),
                                Instant.ofEpochSecond(1_763_982_000),
                                Duration.ofSeconds(15))
                        .series()
                        .size();
                if (i >= 0) {
                    ours[i] = (processCpu() - cpu) / 1e6;
                    oursBytes[i] = (allocated() - bytes) / 1e6;
                }
                cpu = processCpu();
                bytes = allocated();
                int nodes = tree(http, mapper, request);
                if (i >= 0) {
                    tree[i] = (processCpu() - cpu) / 1e6;
                    treeBytes[i] = (allocated() - bytes) / 1e6;
                }
                if (read != SERIES || nodes != SERIES) {
                    throw new IOException("read " + read + " and " + nodes + " series of " + SERIES);
                }
            }
            Bench.figure("answer size", body.length / 1e6, "MB");
            Bench.figure("client, CPU", Bench.mean(ours), "ms");
            Bench.figure("client, allocated", Bench.median(oursBytes), "MB");
            Bench.figure("Jackson tree, CPU", Bench.mean(tree), "ms");
            Bench.figure("Jackson tree, allocated", Bench.median(treeBytes), "MB");
            Bench.figure("CPU, Jackson tree / client", Bench.mean(tree) / Bench.mean(ours), "x");
            Bench.figure("allocation, Jackson tree / client", Bench.median(treeBytes) / Bench.median(oursBytes), "x");
        } finally {
            server.stop(0);
        }
    }

    private static long processCpu() {
        return PROCESS.getProcessCpuTime();
    }

    private static long allocated() {
        long sum = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }

    /** Reads the tree and turns every sample into a double, as a panel must. */
    private static int tree(OkHttpClient http, ObjectMapper mapper, Request request) throws IOException {
        try (Response response = http.newCall(request).execute()) {
            JsonNode result =
                    mapper.readTree(response.body().byteStream()).path("data").path("result");
            double sum = 0;
            for (JsonNode series : result) {
                for (JsonNode value : series.path("values")) {
                    sum += value.get(0).asDouble()
                            + Double.parseDouble(value.get(1).asText());
                }
            }
            return Double.isNaN(sum) ? -1 : result.size();
        }
    }

    private static String body() {
        Random random = new Random(1);
        StringBuilder text =
                new StringBuilder("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[");
        for (int s = 0; s < SERIES; s++) {
            text.append(s == 0 ? "" : ",")
                    .append("{\"metric\":{\"__name__\":\"tars:http_request_latency:p95:1m\",\"region\":\"us-east-1\",")
                    .append("\"route\":\"/api/v1/agents/")
                    .append(s)
                    .append("\"},\"values\":[");
            for (int p = 0; p < POINTS; p++) {
                text.append(p == 0 ? "[" : ",[")
                        .append(1_763_978_400L + 15L * p)
                        .append(",\"")
                        .append(random.nextDouble())
                        .append("\"]");
            }
            text.append("]}");
        }
        return text.append("]}}").toString();
    }
}
