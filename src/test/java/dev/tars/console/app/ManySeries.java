package dev.tars.console.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that speaks the query API of Prometheus over real sockets, with an indicator in two regions under each of
 * many names and windows. What it says depends on the name and the time alone: an indicator swings slowly, is out of
 * its bounds for a while, has no traffic for a while, and differs between windows.
 */
final class ManySeries implements AutoCloseable {

    static final String TARGETS = "up{job=\"soak\"}";

    /** Where it says how many ranges it was asked for. */
    static final String RANGES = "/ranges-asked";

    /** Series of an indicator. */
    static final int SERIES = 2;

    private static final List<String> REGIONS = List.of("us-east-1", "eu-west-1");
    private static final Pattern INDICATOR = Pattern.compile("soak:latency:(\\d+):(1m|5m|1h)");
    private static final Pattern QUESTION = Pattern.compile("[?&](query|time|start|end|step)=([^& ]*)");

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong polls = new AtomicLong();
    private final AtomicLong questions = new AtomicLong();
    private final AtomicLong ranges = new AtomicLong();

    ManySeries() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    /** Objectives of a release, each row with bounds of its own over one of these indicators. */
    static String objectives(int indicators, List<String> bounds) {
        StringBuilder text = new StringBuilder(
                "version: 1\nrelease: v1.0.1\ndefaults: {judge: 5m, enter: 1, leave: 3}\nobjectives:\n");
        for (int i = 0; i < indicators; i++) {
            for (int b = 0; b < bounds.size(); b++) {
                text.append("  - id: latency-").append(i).append('-').append(b);
                text.append("\n    title: Latency ")
                        .append(i)
                        .append(" within ")
                        .append(bounds.get(b));
                text.append("\n    kind: threshold\n    objective: \"< ").append(bounds.get(b));
                text.append("\"\n    query: soak:latency:").append(i).append(":$window\n    target: ");
                text.append(TARGETS).append("\n    severity: warning\n    why: A row.\n    mend: Wait.\n");
            }
        }
        return text.toString();
    }

    private static void daemon(Runnable run) {
        Thread thread = new Thread(run, "many-series");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = socket.getOutputStream();
            String asked = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("GET ")) {
                    asked = line;
                } else if (line.isEmpty()) {
                    byte[] body = answer(asked).getBytes(StandardCharsets.US_ASCII);
                    out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
                    out.write(body);
                    out.flush();
                }
            }
        } catch (IOException e) {
            // The other side went away.
        } finally {
            open.remove(socket);
        }
    }

    private String answer(String asked) {
        Map<String, String> said = new HashMap<>();
        Matcher question = QUESTION.matcher(asked);
        while (question.find()) {
            said.put(question.group(1), URLDecoder.decode(question.group(2), StandardCharsets.UTF_8));
        }
        String query = said.getOrDefault("query", "");
        if (asked.contains(RANGES)) {
            return ranges.toString();
        }
        if (asked.contains("/query_range")) {
            ranges.incrementAndGet();
            return matrix(
                    query,
                    Double.parseDouble(said.getOrDefault("start", "0")),
                    Double.parseDouble(said.getOrDefault("end", "0")),
                    Double.parseDouble(said.getOrDefault("step", "15")));
        }
        if (!asked.contains("/query")) {
            return "{\"status\":\"success\",\"data\":{\"version\":\"2.42.0\"}}";
        }
        questions.incrementAndGet();
        double at = Double.parseDouble(said.getOrDefault("time", "0"));
        if (query.equals(TARGETS)) {
            polls.incrementAndGet();
            return vector(List.of("{\"metric\":{\"job\":\"soak\"},\"value\":[" + at + ",\"1\"]}"));
        }
        List<String> samples = new ArrayList<>();
        Matcher indicator = INDICATOR.matcher(query);
        if (indicator.matches()) {
            for (int region = 0; region < REGIONS.size(); region++) {
                samples.add("{\"metric\":" + metric(query, region) + ",\"value\":["
                        + String.format(Locale.ROOT, "%.3f", at) + ",\"" + value(indicator, region, at) + "\"]}");
            }
        }
        return vector(samples);
    }

    private static String vector(List<String> samples) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[" + String.join(",", samples)
                + "]}}";
    }

    private static String matrix(String query, double start, double end, double step) {
        StringBuilder text =
                new StringBuilder("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[");
        Matcher indicator = INDICATOR.matcher(query);
        for (int region = 0; indicator.matches() && region < REGIONS.size(); region++) {
            text.append(region == 0 ? "" : ",").append("{\"metric\":").append(metric(query, region));
            text.append(",\"values\":[");
            for (long millis = Math.round(start * 1000); millis <= end * 1000; millis += Math.round(step * 1000)) {
                text.append(text.charAt(text.length() - 1) == '[' ? "[" : ",[")
                        .append(millis / 1000)
                        .append('.');
                text.append(String.valueOf(1000 + millis % 1000), 1, 4).append(",\"");
                text.append(value(indicator, region, millis / 1000.0)).append("\"]");
            }
            text.append("]}");
        }
        return text.append("]}}").toString();
    }

    private static String metric(String query, int region) {
        return "{\"__name__\":\"" + query + "\",\"region\":\"" + REGIONS.get(region) + "\"}";
    }

    /** Seconds, to the millisecond. */
    private static String value(Matcher indicator, int region, double at) {
        int number = Integer.parseInt(indicator.group(1));
        int smoothed = indicator.group(2).equals("1m") ? 0 : 1;
        double phase = at / (90 + number % 7 * 20) + number * 0.7 + region;
        if (number % 50 == 0 && Math.sin(phase) > 0.8) {
            return "NaN";
        }
        double swing = Math.pow(Math.max(0, Math.sin(phase - smoothed * 0.1)), 12);
        long millis = Math.round(90 + 8 * Math.sin(at * 1.3 + number) + 120 * swing);
        return "0." + String.valueOf(1000 + Math.min(999, millis)).substring(1);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Polls that came as far as to ask for the targets. */
    long polls() {
        return polls.get();
    }

    /** Instant queries. */
    long questions() {
        return questions.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
