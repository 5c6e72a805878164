package dev.archnotes.site.write;

import java.nio.charset.StandardCharsets;

/**
 * A file of the site, ready to be written.
 *
 * @param path its place in the site, with forward slashes: {@code models/qwen3/index.html}
 * @param content what is in it
 */
public record OutputFile(String path, Content content) {

    /** Bytes, in memory or elsewhere. */
    public interface Content {
        /** How many. */
        int length();

        /** All of them, which nobody may change. */
        byte[] bytes();
    }

    private record InMemory(byte[] bytes) implements Content {
        @Override
        public int length() {
            return bytes.length;
        }
    }

    /** A file of these bytes. */
    public OutputFile(String path, byte[] bytes) {
        this(path, new InMemory(bytes));
    }

    /** A text in UTF-8. */
    public static OutputFile text(String path, String text) {
        return new OutputFile(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What is in it. */
    public byte[] bytes() {
        return content.bytes();
    }
}
