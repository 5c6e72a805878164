package dev.archnotes.site.content;

import java.util.Optional;

/**
 * A file beside the notes that is published as it is: an image, or another file that a note links to.
 *
 * @param path its file, relative to the notes folder, with forward slashes
 * @param bytes what is in it
 * @param size how large an image is; empty of anything else, and of an image that does not say
 */
public record Figure(String path, byte[] bytes, Optional<Size> size) {
    /**
     * The size of an image.
     *
     * @param width in pixels
     * @param height in pixels
     */
    public record Size(int width, int height) {}
}
