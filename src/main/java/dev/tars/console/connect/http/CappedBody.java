package dev.tars.console.connect.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A body that ends with an exception when it passes a cap. It counts unzipped bytes, so a small zipped body cannot
 * grow without end, and it keeps its beginning to be shown as evidence.
 */
final class CappedBody extends InputStream {

    /** How much of the beginning is kept, in bytes. */
    static final int HEAD = 16 * 1024;

    /** The body is larger than the cap. */
    static final class Passed extends IOException {
        private static final long serialVersionUID = 1L;

        Passed(long cap) {
            super("more than " + cap + " bytes");
        }
    }

    private final InputStream in;
    private final long cap;
    private byte[] head = new byte[512];
    private int kept;
    private long count;

    CappedBody(InputStream in, long cap) {
        this.in = in;
        this.cap = cap;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int n = in.read(target, offset, length);
        if (n > 0) {
            keep(target, offset, n);
            count += n;
            if (count > cap) {
                throw new Passed(cap);
            }
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void keep(byte[] source, int offset, int n) {
        int room = Math.min(HEAD - kept, n);
        if (room <= 0) {
            return;
        }
        if (kept + room > head.length) {
            head = Arrays.copyOf(head, Math.min(HEAD, Math.max(head.length * 4, kept + room)));
        }
        System.arraycopy(source, offset, head, kept, room);
        kept += room;
    }

    /** The beginning of what was read so far. */
    String head() {
        return new String(head, 0, kept, StandardCharsets.UTF_8);
    }
}
