package dev.archnotes.site.markdown.node;

import java.util.LinkedHashMap;
import java.util.Map;
import org.commonmark.node.CustomNode;

/** An HTML element within a line that a note may have: {@code <kbd>Ctrl</kbd>}. */
public final class Element extends CustomNode {
    /** Its name, as it is printed. */
    public final String name;

    /** Its attributes, as they are printed. */
    public final Map<String, String> attributes;

    /** An element that may stand on a page. */
    public Element(String name, Map<String, String> attributes) {
        this.name = name;
        this.attributes = new LinkedHashMap<>(attributes);
    }
}
