package dev.tars.console.practice.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The network between the console and practice's PostgreSQL: passes bytes on until it is cut. Only the console goes
 * through it; agents and exporter do not, so the server goes on as it would.
 */
final class CutLine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CutLine.class);
    private static final int BACKLOG = 50;
    private static final int BYTES = 8192;

    private final ServerSocket listening;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean isCut;

    /** @param target a port of this machine */
    CutLine(int target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Breaks every connection and takes none, or takes them again. */
    void cut(boolean cut) {
        isCut = cut;
        if (cut) {
            breakAll();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                pass(listening.accept());
            } catch (IOException e) {
                LOG.debug("the line takes no connection", e);
            }
        }
    }

    private void pass(Socket client) throws IOException {
        sockets.add(client);
        if (isCut) {
            close(client);
            return;
        }
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            start(() -> pass(client, server));
            start(() -> pass(server, client));
        } catch (IOException e) {
            // The server is down: whoever asked sees the connection end, as over any network.
            close(client);
            throw e;
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] bytes = new byte[BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                out.write(bytes, 0, read);
            }
        } catch (IOException e) {
            LOG.trace("a connection ended", e);
        } finally {
            close(from);
            close(to);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "practice-line");
        thread.setDaemon(true);
        thread.start();
    }

    private void close(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("a socket was gone already", e);
        }
    }

    private void breakAll() {
        sockets.forEach(this::close);
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            LOG.debug("the line was closed already", e);
        }
        breakAll();
    }
}
