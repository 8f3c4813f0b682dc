package dev.tars.console.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers every question with an empty result over kept-alive connections, and knows which of them are open. */
final class StubPrometheus implements AutoCloseable {

    private static String body(boolean range) {
        String type = range ? "matrix" : "vector";
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"" + type + "\",\"result\":[]}}";
    }

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger questions = new AtomicInteger();

    StubPrometheus() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        daemon(this::accept);
    }

    private static void daemon(Runnable run) {
        Thread thread = new Thread(run, "stub-prometheus");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
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
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = socket.getOutputStream();
            int length = 0;
            boolean range = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(line.substring(15).strip());
                }
                range |= line.contains("query_range");
                if (line.isEmpty()) {
                    for (int i = 0; i < length; i++) {
                        in.read();
                    }
                    length = 0;
                    questions.incrementAndGet();
                    String body = body(range);
                    range = false;
                    out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                                    + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            }
        } catch (IOException e) {
            // The other side went away.
        } finally {
            open.remove(socket);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    int openConnections() {
        return open.size();
    }

    int questions() {
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
