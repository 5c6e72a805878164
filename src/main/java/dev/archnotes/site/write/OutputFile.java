package dev.archnotes.site.write;

import java.nio.charset.StandardCharsets;

/**
 * A file of the site, ready to be written.
 *
 * @param path its place in the site, with forward slashes: {@code models/qwen3/index.html}
 * @param bytes its content
 */
public record OutputFile(String path, byte[] bytes) {

    /** A text in UTF-8. */
    public static OutputFile text(String path, String text) {
        return new OutputFile(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
