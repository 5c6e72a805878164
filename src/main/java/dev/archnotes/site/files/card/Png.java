package dev.archnotes.site.files.card;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterInputStream;

/** Writes a picture as PNG with a palette, eight bits a pixel, rows unfiltered: the same pixels on any machine. */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Png() {}

    static byte[] of(Bitmap bitmap) {
        Png png = new Png();
        png.out.writeBytes(SIGNATURE);
        png.chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(bitmap.width())
                        .putInt(bitmap.height())
                        .put(new byte[] {8, 3, 0, 0, 0})
                        .array());
        png.chunk("PLTE", palette(bitmap.palette()));
        png.chunk("IDAT", compressed(rows(bitmap)));
        png.chunk("IEND", new byte[0]);
        return png.out.toByteArray();
    }

    private static byte[] palette(int[] colors) {
        byte[] bytes = new byte[3 * colors.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (colors[i / 3] >> 16 - 8 * (i % 3));
        }
        return bytes;
    }

    private static byte[] rows(Bitmap bitmap) {
        int width = bitmap.width();
        byte[] rows = new byte[bitmap.height() * (width + 1)];
        for (int y = 0; y < bitmap.height(); y++) {
            System.arraycopy(bitmap.pixels(), y * width, rows, y * (width + 1) + 1, width);
        }
        return rows;
    }

    /**
     * A zlib stream; how small it gets is the JDK's affair, so that its bytes may differ from one to the next. At the
     * best level a card is smaller by a twentieth, and its compression takes longer than all its drawing.
     */
    private static byte[] compressed(byte[] data) {
        Deflater deflater = new Deflater();
        try (DeflaterInputStream stream = new DeflaterInputStream(new ByteArrayInputStream(data), deflater)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
    }

    private void chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
