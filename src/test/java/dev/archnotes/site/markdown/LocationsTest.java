package dev.archnotes.site.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.site.markdown.math.MathSnippet;
import dev.archnotes.site.markdown.node.BlockRef;
import dev.archnotes.site.markdown.node.CitationRef;
import dev.archnotes.site.markdown.node.FactRef;
import dev.archnotes.site.markdown.node.Heading;
import dev.archnotes.site.markdown.node.ImageRef;
import dev.archnotes.site.markdown.node.LinkRef;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In these texts, {@code ⟦} stands before each place that is asked for; it is taken out before the text is read. */
class LocationsTest {

    private static final String MARK = "⟦";
    private static final int FIRST_LINE = 7;

    @Test
    void ofLinkTargetsAndTexts() {
        Marked text = new Marked("See *[⟦the* cache](  ⟦../a.md#b \"T\")\nand [⟦x](<⟦y.md>), ⟦https://e.org/z.\n\n- > "
                + "[⟦![i](j.svg)](⟦k.md)");
        assertThat(text.document.links())
                .flatExtracting(LinkRef::textLocation, LinkRef::location)
                .isEqualTo(List.of(
                        text.places.get(0),
                        text.places.get(1),
                        text.places.get(2),
                        text.places.get(3),
                        text.places.get(4),
                        text.places.get(4),
                        text.places.get(5),
                        text.places.get(6)));
    }

    @Test
    void ofFactsInATableBehindEscapedPipes() {
        Marked text =
                new Marked("| a \\| b | c |\n|---|---|\n| x \\| y \\| [⟦68 \\| KiB](fact:⟦a/b) `\\|` [⟦2](fact:⟦c/d) | "
                        + "[⟦1](fact:⟦e/f) |");
        assertThat(text.document.facts())
                .flatExtracting(FactRef::textLocation, FactRef::location)
                .isEqualTo(text.places);
        assertThat(text.document.facts()).extracting(FactRef::target).containsExactly("a/b", "c/d", "e/f");
    }

    @Test
    void ofCitationsOverTwoLines() {
        Marked text = new Marked("> So [ @⟦a, section\n> 3; @⟦b;\n> @⟦c] and [@⟦d].");
        assertThat(text.document.citations()).extracting(CitationRef::location).isEqualTo(text.places);
        assertThat(text.document.citations().get(0).locator()).isEqualTo("section 3");
    }

    @Test
    void ofBlocksAndTheirBodies() {
        Marked text = new Marked("- item\n\n  ```⟦memory\n  ⟦models: [a]\n  ```\n\n> ~~~ ⟦cost\n> ⟦x: y\n> ~~~");
        assertThat(text.document.blocks())
                .flatExtracting(BlockRef::opening, BlockRef::location)
                .isEqualTo(text.places);
    }

    @Test
    void withinFormulas() {
        Marked text =
                new Marked("A $⟦x + ⟦y$ and\n\n> $$\n>   ⟦a \\\\\n> b ⟦\\nope\n> $$\n\n| a |\n|---|\n| \\| $⟦x$ |");
        List<MathSnippet> formulas = text.document.formulas();
        assertThat(List.of(
                        formulas.get(0).locate(0),
                        formulas.get(0).locate(4),
                        formulas.get(1).location(),
                        formulas.get(1).locate(formulas.get(1).tex().indexOf("\\nope")),
                        formulas.get(2).location()))
                .isEqualTo(text.places);
    }

    @Test
    void ofHeadingsAndImages() {
        Marked text = new Marked("⟦## One\n\n> ⟦### Two\n\n![a](⟦b.svg)");
        assertThat(text.document.headings()).extracting(Heading::location).isEqualTo(text.places.subList(0, 2));
        assertThat(text.document.images()).extracting(ImageRef::location).isEqualTo(text.places.subList(2, 3));
    }

    @Test
    void withOtherLineBreaks() {
        Marked text = new Marked("One\r\n\r\n[x](⟦y.md)\r\n[⟦1](fact:⟦a/b)\r\n");
        assertThat(text.document.links()).extracting(LinkRef::location).containsExactly(text.places.get(0));
        assertThat(text.document.facts()).extracting(FactRef::textLocation).containsExactly(text.places.get(1));
    }

    /** The document of a text without its marks, and the places where they stood. */
    private static final class Marked {
        final List<Location> places = new ArrayList<>();
        final MarkdownDocument document;

        Marked(String text) {
            int line = FIRST_LINE;
            int column = 1;
            for (char c : text.toCharArray()) {
                if (c == MARK.charAt(0)) {
                    places.add(new Location("note.md", line, column));
                } else if (c == '\n') {
                    line++;
                    column = 1;
                } else {
                    column++;
                }
            }
            document = MarkdownDialect.parse("note.md", FIRST_LINE, text.replace(MARK, ""));
        }
    }
}
