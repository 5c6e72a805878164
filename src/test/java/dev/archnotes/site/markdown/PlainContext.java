package dev.archnotes.site.markdown;

import static dev.archnotes.site.markdown.code.HtmlText.escape;

import dev.archnotes.site.markdown.node.BlockRef;
import dev.archnotes.site.markdown.node.CitationRef;
import dev.archnotes.site.markdown.node.FactRef;
import dev.archnotes.site.markdown.node.ImageRef;
import dev.archnotes.site.markdown.node.LinkRef;
import java.util.List;
import java.util.stream.Collectors;

/** Answers that show what was asked. */
public class PlainContext implements RenderContext {

    @Override
    public String link(LinkRef link) {
        return link.target();
    }

    @Override
    public TermMarks marks() {
        return TermMarks.NONE;
    }

    @Override
    public String term(String term, String words) {
        return "<dfn>" + escape(words) + "</dfn>";
    }

    @Override
    public String citation(List<CitationRef> group) {
        String text = group.stream()
                .map(citation ->
                        citation.locator().isEmpty() ? citation.key() : citation.key() + ", " + citation.locator())
                .collect(Collectors.joining("; "));
        return "<cite>" + escape(text) + "</cite>";
    }

    @Override
    public String fact(FactRef fact) {
        return "<data value=\"" + escape(fact.target()) + "\">" + escape(fact.text()) + "</data>";
    }

    @Override
    public String block(BlockRef block) {
        return "<div class=\"" + block.kind().word() + "\">" + escape(block.body()) + "</div>";
    }

    @Override
    public String math(String tex, boolean display) {
        return (display ? "<math display=\"block\">" : "<math>") + escape(tex) + "</math>";
    }

    @Override
    public String image(ImageRef image) {
        return "<img src=\"" + escape(image.target()) + "\" alt=\"" + escape(image.alt()) + "\">";
    }

    @Override
    public String object(String id, String word) {
        return word;
    }
}
