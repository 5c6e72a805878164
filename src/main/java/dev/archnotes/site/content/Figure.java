package dev.archnotes.site.content;

/**
 * An image beside the notes.
 *
 * @param path its file, relative to the notes folder, with forward slashes
 * @param bytes what is in it
 */
public record Figure(String path, byte[] bytes) {}
