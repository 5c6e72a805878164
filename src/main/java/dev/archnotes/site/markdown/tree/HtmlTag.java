package dev.archnotes.site.markdown.tree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * A tag of an element that a note may have, with what is left of its attributes after cleaning. Elements that run,
 * load, embed or submit something are none of these, and neither are attributes of events and of styles.
 *
 * @param name the element, in small letters
 * @param closes whether it ends the element
 * @param attributes those that are harmless
 */
record HtmlTag(String name, boolean closes, Map<String, String> attributes) {
    /** Within a line. */
    private static final Set<String> PHRASING = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd",
            "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u",
            "var", "wbr");

    /** On lines of their own. */
    private static final Set<String> FLOW = Set.of(
            "article",
            "aside",
            "blockquote",
            "caption",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "figcaption",
            "figure",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "li",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul");

    private static final Set<String> VOID = Set.of("br", "hr", "img", "wbr");

    /** Elements that stand only in certain others. */
    private static final Map<String, Set<String>> PARENTS = Map.ofEntries(
            Map.entry("caption", Set.of("table")),
            Map.entry("dd", Set.of("dl")),
            Map.entry("dt", Set.of("dl")),
            Map.entry("figcaption", Set.of("figure")),
            Map.entry("li", Set.of("ol", "ul")),
            Map.entry("summary", Set.of("details")),
            Map.entry("tbody", Set.of("table")),
            Map.entry("td", Set.of("tr")),
            Map.entry("tfoot", Set.of("table")),
            Map.entry("th", Set.of("tr")),
            Map.entry("thead", Set.of("table")),
            Map.entry("tr", Set.of("table", "tbody", "tfoot", "thead")));

    /** Elements whose end may be left out. */
    private static final Set<String> OPEN_ENDED =
            Set.of("dd", "dt", "li", "p", "tbody", "td", "tfoot", "th", "thead", "tr");

    /** Elements that hold nothing but certain others. */
    private static final Set<String> WITHOUT_TEXT = Set.of("dl", "ol", "table", "tbody", "tfoot", "thead", "tr", "ul");

    private static final Cleaner CLEANER = new Cleaner(safelist());

    private static final Pattern NAME = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9-]*)");
    private static final Pattern ID = Pattern.compile("[\\p{L}\\d_][\\p{L}\\p{M}\\d._:-]{0,199}");
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,4})(?:px)?");
    private static final Set<String> ALIGNMENTS = Set.of("center", "left", "right");

    private static Safelist safelist() {
        Safelist list = Safelist.none();
        PHRASING.forEach(list::addTags);
        FLOW.forEach(list::addTags);
        return list.addAttributes(":all", "id", "dir", "lang", "align", "title")
                .addAttributes("a", "href", "name")
                .addAttributes("img", "src", "alt", "width", "height")
                .addAttributes("details", "open")
                .addAttributes("ol", "start")
                .addAttributes("td", "colspan", "rowspan")
                .addAttributes("th", "colspan", "rowspan");
    }

    /** The tag; empty where its element is none that a note may have. */
    static Optional<HtmlTag> of(String written) {
        Matcher start = NAME.matcher(written);
        if (!start.lookingAt()) {
            return Optional.empty();
        }
        String name = start.group(2).toLowerCase(Locale.ROOT);
        boolean closes = !start.group(1).isEmpty();
        if (!PHRASING.contains(name) && !FLOW.contains(name)) {
            return Optional.empty();
        }
        return closes
                ? Optional.of(new HtmlTag(name, !VOID.contains(name), Map.of()))
                : clean(written).map(attributes -> new HtmlTag(name, false, attributes));
    }

    /** The harmless attributes of an opening tag; empty where the library that cleans refuses the element. */
    private static Optional<Map<String, String>> clean(String written) {
        Document parsed = Parser.xmlParser().settings(ParseSettings.htmlDefault).parseInput(written, "");
        Element element = parsed.firstElementChild();
        if (element == null) {
            return Optional.empty();
        }
        Document dirty = Document.createShell("");
        dirty.body().appendChild(element);
        Element clean = CLEANER.clean(dirty).body().firstElementChild();
        if (clean == null) {
            return Optional.empty();
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Attribute attribute : clean.attributes()) {
            String value = attribute.getValue() == null ? "" : attribute.getValue();
            attributes.put(attribute.getKey(), value);
        }
        return Optional.of(attributes);
    }

    boolean isPhrasing() {
        return PHRASING.contains(name);
    }

    boolean isVoid() {
        return VOID.contains(name);
    }

    boolean isOpenEnded() {
        return OPEN_ENDED.contains(name);
    }

    boolean holdsText() {
        return !WITHOUT_TEXT.contains(name);
    }

    /** The elements of which one has to be its parent; none where any may be. */
    Set<String> parents() {
        return PARENTS.getOrDefault(name, Set.of());
    }

    /** An attribute; empty text where there is none. */
    String attribute(String key) {
        return attributes.getOrDefault(key, "").strip();
    }

    /** A length in pixels; 0 where it is none, such as a share of the page. */
    int length(String key) {
        Matcher length = LENGTH.matcher(attribute(key));
        return length.matches() ? Integer.parseInt(length.group(1)) : 0;
    }

    /** The id by which links find it: its own, or the name that was one before. */
    String id() {
        String id = attribute("id").isEmpty() ? attribute("name") : attribute("id");
        return ID.matcher(id).matches() ? id : "";
    }

    /** The attributes that are printed, in the words of today: the alignment as a class. */
    Map<String, String> printed() {
        Map<String, String> printed = new LinkedHashMap<>();
        if (!id().isEmpty()) {
            printed.put("id", id());
        }
        String align = name.equals("center") ? "center" : attribute("align").toLowerCase(Locale.ROOT);
        if (ALIGNMENTS.contains(align)) {
            printed.put("class", "align-" + align);
        }
        String direction = attribute("dir").toLowerCase(Locale.ROOT);
        if (Set.of("ltr", "rtl", "auto").contains(direction)) {
            printed.put("dir", direction);
        }
        if (attribute("lang").matches("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}")) {
            printed.put("lang", attribute("lang"));
        }
        if (!attribute("title").isEmpty()) {
            printed.put("title", attribute("title"));
        }
        if (attributes.containsKey("open")) {
            printed.put("open", "");
        }
        for (String number : List.of("start", "colspan", "rowspan")) {
            if (attribute(number).matches("[1-9]\\d{0,2}")) {
                printed.put(number, attribute(number));
            }
        }
        return printed;
    }

    /** The element as it is printed: those that are not HTML any more by what stands for them today. */
    String printedName() {
        return switch (name) {
            case "article", "aside", "center", "section" -> "div";
            case "big" -> "span";
            case "strike" -> "s";
            case "tt" -> "code";
            default -> name;
        };
    }
}
