package dev.archnotes.site.markdown;

import dev.archnotes.site.markdown.node.FactRef;
import dev.archnotes.site.markdown.node.Heading;
import dev.archnotes.site.markdown.node.ImageRef;
import dev.archnotes.site.markdown.node.LinkRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.CoreHtmlNodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Renders headings with a link to themselves, links and facts by the context's answers, and an image alone in a
 * paragraph as a figure.
 */
final class ProseRenderer extends CoreHtmlNodeRenderer {

    private final HtmlWriter html;
    private final Refs refs;
    private final Map<String, Heading> aliases;
    private final RenderContext answers;

    ProseRenderer(HtmlNodeRendererContext output, Refs refs, Map<String, Heading> aliases, RenderContext answers) {
        super(output);
        this.html = output.getWriter();
        this.refs = refs;
        this.aliases = aliases;
        this.answers = answers;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(org.commonmark.node.Heading.class, Paragraph.class, Link.class, Image.class, Text.class);
    }

    @Override
    public void visit(org.commonmark.node.Heading node) {
        Heading heading = refs.of(node, Heading.class);
        String tag = "h" + heading.level();
        html.line();
        html.tag(tag, Map.of("id", heading.id()));
        String formerId = heading.formerId();
        if (heading.equals(aliases.get(formerId))) {
            html.tag("span", Map.of("id", formerId));
            html.tag("/span");
        }
        visitChildren(node);
        Map<String, String> link = new LinkedHashMap<>();
        link.put("class", "anchor");
        link.put("href", "#" + heading.id());
        link.put("aria-label", answers.words("Link to") + " “" + heading.text() + "”");
        html.tag("a", link);
        html.raw("#");
        html.tag("/a");
        html.tag("/" + tag);
        html.line();
    }

    @Override
    public void visit(Text node) {
        if (node.getParent() instanceof org.commonmark.node.Heading) {
            html.raw(HeadingText.html(node.getLiteral()));
            return;
        }
        String words = node.getLiteral();
        int written = 0;
        for (Lexicon.Match mark : answers.marks().of(node)) {
            html.text(words.substring(written, mark.start()));
            html.raw(answers.term(mark.term(), words.substring(mark.start(), mark.end())));
            written = mark.end();
        }
        html.text(words.substring(written));
    }

    @Override
    public void visit(Paragraph paragraph) {
        Node only = paragraph.getFirstChild();
        if (only instanceof Image && only.getNext() == null && isShown(only)) {
            ImageRef image = refs.of(only, ImageRef.class);
            html.line();
            html.tag("figure", image.id().isEmpty() ? Map.of() : Map.of("id", image.id()));
            html.raw(answers.image(image));
            if (!image.title().isEmpty()) {
                html.tag("figcaption");
                html.raw(answers.object(image.id(), "Figure"));
                html.text(image.title());
                html.tag("/figcaption");
            }
            html.tag("/figure");
            html.line();
        } else {
            super.visit(paragraph);
        }
    }

    @Override
    public void visit(Link node) {
        FactRef fact = refs.find(node, FactRef.class);
        LinkRef link = refs.find(node, LinkRef.class);
        if (fact != null) {
            html.raw(answers.fact(fact));
        } else if (link != null && !answers.link(link).isEmpty()) {
            Map<String, String> attributes = new LinkedHashMap<>();
            if (link.leavesSite()) {
                attributes.put("class", "external");
            }
            attributes.put("href", answers.link(link));
            if (link.leavesSite()) {
                attributes.put("rel", "external");
            }
            if (node.getTitle() != null) {
                attributes.put("title", node.getTitle());
            }
            html.tag("a", attributes);
            visitChildren(node);
            html.tag("/a");
        } else {
            visitChildren(node);
        }
    }

    @Override
    public void visit(Image node) {
        ImageRef image = refs.of(node, ImageRef.class);
        String shown = answers.image(image);
        if (!shown.isEmpty()) {
            html.raw(shown);
        } else if (image.isOnTheWeb() && !isWithinLink(node)) {
            // the page loads nothing from elsewhere; a reader who wants to may
            html.tag("a", Map.of("class", "external", "href", image.target(), "rel", "external"));
            html.text(named(image));
            html.tag("/a");
        } else {
            html.text(named(image));
        }
    }

    /** What stands in the place of an image: what it shows, or the name of its file where nobody says that. */
    private static String named(ImageRef image) {
        String file = image.target();
        return image.alt().isEmpty() ? file.substring(file.lastIndexOf('/') + 1) : image.alt();
    }

    private boolean isShown(Node image) {
        return !answers.image(refs.of(image, ImageRef.class)).isEmpty();
    }

    private static boolean isWithinLink(Node node) {
        for (Node above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof Link) {
                return true;
            }
        }
        return false;
    }
}
