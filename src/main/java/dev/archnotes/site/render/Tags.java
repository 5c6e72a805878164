package dev.archnotes.site.render;

import java.util.ArrayList;
import java.util.List;

/** The tags of HTML that templates printed: every attribute has its value in double quotation marks, or none. */
final class Tags {
    private Tags() {}

    /**
     * A tag.
     *
     * @param name its name, with a slash in front where it ends an element
     * @param nameEnd where the name ends in the text
     * @param attributes its attributes that have a value
     */
    record Tag(String name, int nameEnd, List<Attribute> attributes) {
        /** The level of the heading that it begins or ends; 0 where it does neither. */
        int headingLevel() {
            String element = name.startsWith("/") ? name.substring(1) : name;
            boolean heading = element.length() == 2 && element.charAt(0) == 'h';
            int level = heading ? element.charAt(1) - '0' : 0;
            return level >= 1 && level <= 6 ? level : 0;
        }
    }

    /**
     * An attribute.
     *
     * @param name its name
     * @param value its value, escaped as it is printed
     * @param start where the value begins in the text
     */
    record Attribute(String name, String value, int start) {
        int end() {
            return start + value.length();
        }
    }

    /** The tags in their order. */
    static List<Tag> of(String html) {
        List<Tag> tags = new ArrayList<>();
        for (int open = html.indexOf('<'); open >= 0; ) {
            int at = open + 1;
            if (html.startsWith("!--", at)) {
                at = Math.max(at, html.indexOf("-->", at));
            } else {
                while (at < html.length() && " \n\t>".indexOf(html.charAt(at)) < 0) {
                    at++;
                }
                List<Attribute> attributes = new ArrayList<>();
                tags.add(new Tag(html.substring(open + 1, at), at, attributes));
                at = readAttributes(html, at, attributes);
            }
            open = html.indexOf('<', at);
        }
        return tags;
    }

    /** Reads up to the end of the tag, and says where that is. */
    private static int readAttributes(String html, int from, List<Attribute> attributes) {
        int name = from;
        for (int at = from; at < html.length(); at++) {
            char c = html.charAt(at);
            if (c == '>') {
                return at;
            } else if (c == '"') {
                int end = html.indexOf('"', at + 1);
                if (end < 0) {
                    return html.length();
                }
                attributes.add(new Attribute(html.substring(name, at - 1), html.substring(at + 1, end), at + 1));
                at = end;
                name = end + 1;
            } else if (c == ' ' || c == '\n' || c == '\t') {
                name = at + 1;
            }
        }
        return html.length();
    }
}
