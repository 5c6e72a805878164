package dev.archnotes.site.markdown.node;

import java.util.LinkedHashMap;
import java.util.Map;
import org.commonmark.node.CustomBlock;

/** An HTML element that stands on lines of its own: {@code <details>} with whatever is in it. */
public final class ElementBlock extends CustomBlock {
    /** Its name, as it is printed. */
    public final String name;

    /** Its attributes, as they are printed. */
    public final Map<String, String> attributes;

    /** An element that may stand on a page. */
    public ElementBlock(String name, Map<String, String> attributes) {
        this.name = name;
        this.attributes = new LinkedHashMap<>(attributes);
    }
}
