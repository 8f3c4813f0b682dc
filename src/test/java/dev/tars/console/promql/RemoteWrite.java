package dev.tars.console.promql;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The body of a remote write (protobuf, as a snappy block of literals): the one way to bring staleness markers in. */
final class RemoteWrite {
    private static final int CHUNK = 65_536;
    private static final int LITERAL_OF_TWO_BYTES = 61 << 2;

    private RemoteWrite() {}

    static byte[] body(List<StoredSeries> series) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        for (StoredSeries one : series) {
            field(request, 1, timeSeries(one));
        }
        return snappy(request.toByteArray());
    }

    private static byte[] timeSeries(StoredSeries series) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        series.labels().toMap().forEach((name, value) -> {
            ByteArrayOutputStream label = new ByteArrayOutputStream();
            field(label, 1, name.getBytes(StandardCharsets.UTF_8));
            field(label, 2, value.getBytes(StandardCharsets.UTF_8));
            field(out, 1, label.toByteArray());
        });
        for (int i = series.from(); i < series.to(); i++) {
            ByteArrayOutputStream sample = new ByteArrayOutputStream();
            sample.write(1 << 3 | 1);
            sample.writeBytes(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(Double.doubleToRawLongBits(series.values()[i]))
                    .array());
            sample.write(2 << 3);
            varint(sample, series.millis()[i]);
            field(out, 2, sample.toByteArray());
        }
        return out.toByteArray();
    }

    private static void field(ByteArrayOutputStream out, int number, byte[] content) {
        out.write(number << 3 | 2);
        varint(out, content.length);
        out.writeBytes(content);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            out.write((int) (left & 0x7f | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }

    private static byte[] snappy(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        varint(out, plain.length);
        for (int at = 0; at < plain.length; at += CHUNK) {
            int length = Math.min(CHUNK, plain.length - at);
            out.write(LITERAL_OF_TWO_BYTES);
            out.write(length - 1);
            out.write(length - 1 >> 8);
            out.write(plain, at, length);
        }
        return out.toByteArray();
    }
}
