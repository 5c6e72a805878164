package dev.archnotes.site.browser;

import dev.archnotes.model.checkpoint.Bytes;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** The beginning of a file, as a browser read it. */
final class ScriptBytes implements Bytes {
    private final String path;
    private final long size;
    private final JSObject head;

    ScriptBytes(String path, long size, JSObject head) {
        this.path = path;
        this.size = size;
        this.head = head;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public byte[] read(long from, int count) {
        if (from + count > lengthOf(head)) {
            throw new HeaderLonger(from + count);
        }
        byte[] piece = new byte[count];
        for (int i = 0; i < count; i++) {
            piece[i] = (byte) byteOf(head, (int) from + i);
        }
        return piece;
    }

    @JSBody(params = "b", script = "return b.length;")
    private static native int lengthOf(JSObject bytes);

    @JSBody(
            params = {"b", "i"},
            script = "return b[i];")
    private static native int byteOf(JSObject bytes, int index);
}
