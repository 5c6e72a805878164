package dev.archnotes.site.markdown.node;

import dev.archnotes.model.diagnostic.Location;

/**
 * An image; alone in its paragraph it is a figure.
 *
 * <pre>
 * ![Tokens flow from left to right](flow.svg "The path of a token.")
 * </pre>
 *
 * @param target the file as written: {@code flow.svg}
 * @param alt what it shows, in words
 * @param title the caption; empty where there is none
 * @param location where the target is written
 */
public record ImageRef(String target, String alt, String title, Location location) {}
