package dev.archnotes.site.markdown.node;

import dev.archnotes.model.diagnostic.Location;
import java.util.regex.Pattern;

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
 * @param id what a link to it names it by, where it has a caption: {@code img:flow}, after its file
 * @param wish how large it is to be shown
 * @param location where the target is written
 */
public record ImageRef(String target, String alt, String title, String id, Wish wish, Location location) {
    /**
     * How large the author wants an image to be shown; 0 where he does not say.
     *
     * @param width in pixels
     * @param height in pixels
     */
    public record Wish(int width, int height) {
        /** As large as it is. */
        public static final Wish NONE = new Wish(0, 0);
    }

    /** Whether it is an address elsewhere instead of a file. */
    public boolean isElsewhere() {
        return ELSEWHERE.matcher(target).lookingAt();
    }

    /** Whether it is an address of the web. */
    public boolean isOnTheWeb() {
        return ON_THE_WEB.matcher(target).lookingAt();
    }

    private static final Pattern ELSEWHERE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:|//");
    private static final Pattern ON_THE_WEB = Pattern.compile("(?i)(?:https?:)?//");
}
