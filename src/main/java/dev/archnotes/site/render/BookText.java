package dev.archnotes.site.render;

import dev.archnotes.site.page.IndexPage;
import dev.archnotes.site.page.NoteView;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.parallel.Evenly;
import gg.jte.Content;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The texts of notes as chapters of one document. Each text is what the note's own page shows, with three changes: ids
 * begin with that of the chapter, links to what the document holds lead there, others are seen from the document's
 * place, and headings are one level lower.
 */
final class BookText {
    /** What begins an id in the list of references, which all chapters share. */
    private static final String REFERENCE = "ref-";

    private static final Set<String> ADDRESSES = Set.of("href", "xlink:href", "src", "data-per");
    private static final Set<String> LISTS_OF_IDS =
            Set.of("id", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details");
    private static final String WITHIN_STYLE = "url(#";

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    private final PagePath page;
    private final Map<String, IndexPage.Chapter> byPath = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    /** A chapter with the text of its own page. */
    private record Printed(IndexPage.Chapter chapter, String html, List<Tags.Tag> tags) {}

    private BookText(IndexPage.Book book, List<Printed> texts) {
        this.page = book.head().path();
        for (Printed text : texts) {
            IndexPage.Chapter chapter = text.chapter();
            byPath.put(chapter.path().value(), chapter);
            text.tags()
                    .forEach(tag -> tag.attributes().stream()
                            .filter(attribute -> attribute.name().equals("id"))
                            .forEach(attribute -> ids.add(chapter.id(attribute.value()))));
        }
    }

    /**
     * The text of each chapter, by the chapter's id.
     *
     * @param text the text of a note, as HTML, as its own page has it
     */
    static Map<String, Content> of(IndexPage.Book book, Function<NoteView, String> text) {
        List<Printed> texts = Evenly.map(book.chapters(), chapter -> {
            String html = text.apply(chapter.note());
            return new Printed(chapter, html, Tags.of(html));
        });
        BookText document = new BookText(book, texts);
        Map<String, Content> chapters = new HashMap<>();
        Evenly.map(texts, printed -> Map.entry(printed.chapter().id(), document.chapter(printed)))
                .forEach(entry -> chapters.put(entry.getKey(), output -> output.writeContent(entry.getValue())));
        return chapters;
    }

    private String chapter(Printed printed) {
        IndexPage.Chapter chapter = printed.chapter();
        String html = printed.html();
        StringBuilder out = new StringBuilder(html.length() + html.length() / 8);
        int copied = 0;
        for (Tags.Tag tag : printed.tags()) {
            if (tag.headingLevel() > 0) {
                out.append(html, copied, tag.nameEnd() - 1).append(Math.min(6, tag.headingLevel() + 1));
                copied = tag.nameEnd();
            }
            for (Tags.Attribute attribute : tag.attributes()) {
                String changed = changed(chapter, attribute);
                if (!changed.equals(attribute.value())) {
                    out.append(html, copied, attribute.start()).append(changed);
                    copied = attribute.end();
                }
            }
        }
        return out.append(html, copied, html.length()).toString();
    }

    private String changed(IndexPage.Chapter chapter, Tags.Attribute attribute) {
        String value = attribute.value();
        if (LISTS_OF_IDS.contains(attribute.name())) {
            return List.of(value.split(" ", -1)).stream().map(chapter::id).collect(Collectors.joining(" "));
        } else if (ADDRESSES.contains(attribute.name())) {
            return address(chapter, value);
        }
        return value.replace(WITHIN_STYLE, WITHIN_STYLE + chapter.id(""));
    }

    /** An address as a link of the chapter's own page has it, as a link of the document. */
    private String address(IndexPage.Chapter chapter, String address) {
        int hash = address.indexOf('#');
        String anchor = hash < 0 ? "" : address.substring(hash + 1);
        String place = hash < 0 ? address : address.substring(0, hash);
        int query = place.indexOf('?');
        if (place.isEmpty()) {
            return ids.contains(chapter.id(anchor))
                    ? "#" + chapter.id(anchor)
                    : anchor.startsWith(REFERENCE)
                            ? address
                            : page.to(chapter.path().value() + "#" + anchor);
        }
        if (place.startsWith("/") || SCHEME.matcher(place).lookingAt()) {
            return address;
        }
        String target = resolved(chapter.path(), query < 0 ? place : place.substring(0, query))
                + (query < 0 ? "" : place.substring(query));
        IndexPage.Chapter other = byPath.get(target);
        if (other != null && (anchor.isEmpty() || ids.contains(other.id(anchor)))) {
            return "#" + (anchor.isEmpty() ? other.id() : other.id(anchor));
        }
        return page.to(target + (hash < 0 ? "" : "#" + anchor));
    }

    /** A relative address as a path below the site's root. */
    private static String resolved(PagePath from, String place) {
        return URI.create("site:///" + from.value()).resolve(place).getRawPath().substring(1);
    }
}
