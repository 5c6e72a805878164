package dev.archnotes.site.figure;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Rule;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Is a drawing nothing but a drawing? A page shows it as an image, in which browsers run nothing; but it has an address
 * of its own on the site as well, and opened there it may do all that a page may.
 */
public final class SvgCheck {
    private static final int DEEPEST = 100;
    private static final int MOST_COPIES = 200_000;
    private static final int MOST_FINDINGS = 10;

    private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE\\s+svg(?:\\s+PUBLIC\\s+\"-//W3C//DTD SVG [^\"]*\""
            + "\\s+\"http://www\\.w3\\.org/[^\"]*\")?\\s*>");
    private static final Pattern OWN_PART = Pattern.compile("#[^\\s#%]+");
    private static final Pattern OWN_POINTS =
            Pattern.compile("data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\\s]*+");

    private final String path;
    private final String text;
    private final Diagnostics.Builder findings;
    private final List<Integer> lines = new ArrayList<>();
    private int found;

    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private final Set<String> copying = new HashSet<>();
    private final List<Copy> copies = new ArrayList<>();
    private int elements;

    private SvgCheck(String path, String text, Diagnostics.Builder findings) {
        this.path = path;
        this.text = text;
        this.findings = findings;
        lines.add(0);
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            lines.add(end + 1);
        }
    }

    /**
     * An element whose end is not reached.
     *
     * @param before how many elements were read before it
     * @param style the text of a style, gathered across comments as browsers do; unused in others
     */
    private record Open(String name, String id, int before, int index, StringBuilder style) {}

    /** A part of the drawing that is shown once more. */
    private record Copy(String id, int index) {}

    /** Reports everything in a drawing that does not draw, each at its place. */
    public static void check(String path, String text, Diagnostics.Builder findings) {
        new SvgCheck(path, text, findings).read();
    }

    private void read() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
            checkDeclaration(xml);
            while (xml.hasNext() && found < MOST_FINDINGS) {
                // the reader tells where a part ends, which is where the next one begins
                int start = index(xml.getLocation());
                readEvent(xml.next(), xml, tag(start));
            }
            checkCopies();
        } catch (XMLStreamException malformed) {
            if (elements == 0) {
                refuse(0, "this is not an SVG drawing", "save it anew as plain SVG");
            } else {
                refuse(
                        index(malformed.getLocation()),
                        "from here on this is not well-formed XML",
                        "save the drawing anew as plain SVG");
            }
        }
    }

    /** A browser reads the file in the encoding that it states, and would see other characters than were checked. */
    private void checkDeclaration(XMLStreamReader xml) {
        String encoding = xml.getCharacterEncodingScheme();
        if (encoding != null && !encoding.equalsIgnoreCase("UTF-8") && !encoding.equalsIgnoreCase("US-ASCII")) {
            refuse(0, "the drawing states another encoding than UTF-8", "save it in UTF-8");
        }
        if (xml.getVersion() != null && !xml.getVersion().equals("1.0")) {
            refuse(0, "the drawing is written in another version of XML than 1.0", "save it anew as plain SVG");
        }
    }

    private void readEvent(int event, XMLStreamReader xml, int start) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> startElement(xml, start);
            case XMLStreamConstants.END_ELEMENT -> endElement();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                if (!open.isEmpty() && open.peek().name().equals("style")) {
                    open.peek().style().append(xml.getText());
                }
            }
            case XMLStreamConstants.DTD -> {
                if (!DOCTYPE.matcher(text).region(start, text.length()).lookingAt()) {
                    refuse(start, "the drawing declares entities or another kind of document", "remove it");
                }
            }
            case XMLStreamConstants.ENTITY_REFERENCE ->
                refuse(start, "the drawing uses an entity that XML does not know", "write the character itself");
            case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                refuse(start, "<?" + xml.getPITarget() + " does not draw anything", "remove it");
            default -> {}
        }
    }

    private void startElement(XMLStreamReader xml, int start) {
        String namespace = orEmpty(xml.getNamespaceURI());
        String name = xml.getLocalName();
        boolean first = elements == 0;
        elements++;
        String id = orEmpty(xml.getAttributeValue(null, "id"));
        if (open.size() >= DEEPEST) {
            refuse(start, "elements stand more than " + DEEPEST + " deep in one another", "flatten the groups");
            found = MOST_FINDINGS;
        }
        if (first && !(namespace.equals(SvgVocabulary.SVG) && name.equals("svg"))) {
            refuse(start, "this is not an SVG drawing", "it begins with <svg xmlns=\"" + SvgVocabulary.SVG + "\" …>");
            found = MOST_FINDINGS;
        } else if (!SvgVocabulary.isElement(namespace, name)) {
            refuse(start, "<" + name + "> does not draw anything, or does more than that", "remove it");
        } else if (!open.isEmpty() && open.peek().name().equals("style")) {
            refuse(start, "a style must not hold elements", "remove <" + name + ">");
        }
        String drawn = namespace.equals(SvgVocabulary.SVG) ? name : "";
        open.push(new Open(drawn, id, elements, start, new StringBuilder()));
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            checkAttribute(xml, namespace, drawn, i, start);
        }
    }

    private void endElement() {
        Open ended = open.pop();
        if (!ended.id().isEmpty()) {
            sizes.merge(ended.id(), elements - ended.before() + 1, Math::max);
        }
        if (ended.name().equals("style")) {
            String style = ended.style().toString();
            StyleCheck.of(style).ifPresent(problem -> {
                String rest = style.substring(problem.index());
                String words = rest.lines().findFirst().orElse("");
                int at = text.indexOf(words, ended.index());
                refuse(at < 0 ? ended.index() : at, problem.message(), "remove it");
            });
        }
    }

    private void checkAttribute(XMLStreamReader xml, String element, String elementName, int attribute, int start) {
        String namespace = orEmpty(xml.getAttributeNamespace(attribute));
        String name = xml.getAttributeLocalName(attribute);
        String value = xml.getAttributeValue(attribute);
        String prefix = orEmpty(xml.getAttributePrefix(attribute));
        String written = prefix.isEmpty() ? name : prefix + ":" + name;
        switch (SvgVocabulary.reading(element, namespace, name)) {
            case REFUSED ->
                refuse(
                        place(written, start),
                        "the attribute " + written + " does not draw anything, or does more than that",
                        "remove it");
            case ADDRESS -> checkAddress(elementName, written, value, start);
            case STYLE -> {
                Optional<StyleCheck.Problem> problem = StyleCheck.of(value);
                problem.ifPresent(wrong -> refuse(place(written, start), wrong.message(), "remove it"));
            }
            case PLAIN -> {}
        }
    }

    private void checkAddress(String element, String attribute, String value, int start) {
        if (element.equals("image") && OWN_POINTS.matcher(value).matches()) {
            return;
        }
        if (!OWN_PART.matcher(value).matches()) {
            refuse(
                    place(attribute, start),
                    "the drawing leads to something else than a part of itself",
                    "draw what is meant in this file");
        } else if (element.equals("use")) {
            copies.add(new Copy(value.substring(1), start));
            open.forEach(around -> copying.add(around.id()));
        }
    }

    /** Copies of what holds copies double with every step: some lines would keep a browser busy for ever. */
    private void checkCopies() {
        long shown = 0;
        for (Copy copy : copies) {
            if (copying.contains(copy.id())) {
                refuse(copy.index(), "this <use> copies a part that holds a <use> itself", "draw one of them in full");
                return;
            }
            shown += sizes.getOrDefault(copy.id(), 0);
            if (shown > MOST_COPIES) {
                refuse(copy.index(), "the drawing copies its own parts too often", "draw less");
                return;
            }
        }
    }

    /** Where an attribute is written in the tag that begins at an index; the tag itself where it is not found. */
    private int place(String attribute, int start) {
        Matcher written =
                Pattern.compile("\\s" + Pattern.quote(attribute) + "\\s*=").matcher(text);
        return written.find(start) ? written.start() + 1 : start;
    }

    /**
     * Where the next tag begins: the reader overlooks blanks in front of one, or names the place behind its bracket.
     */
    private int tag(int place) {
        int start = place;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return text.startsWith("<", start) ? start : Math.max(0, text.lastIndexOf('<', place));
    }

    private void refuse(int index, String message, String hint) {
        found++;
        int line = 0;
        while (line + 1 < lines.size() && lines.get(line + 1) <= index) {
            line++;
        }
        findings.add(Diagnostic.error(
                        Rule.UNUSABLE_FIGURE,
                        new dev.archnotes.model.diagnostic.Location(path, line + 1, index - lines.get(line) + 1),
                        message)
                .withHint(hint));
    }

    /** The index of a place that the reader names; it counts lines and columns from 1, if it knows them. */
    private int index(@Nullable Location place) {
        if (place == null || place.getLineNumber() < 1 || place.getLineNumber() > lines.size()) {
            return 0;
        }
        int line = place.getLineNumber();
        return Math.min(text.length(), lines.get(line - 1) + Math.max(0, place.getColumnNumber() - 1));
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
