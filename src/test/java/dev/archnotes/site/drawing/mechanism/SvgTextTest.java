package dev.archnotes.site.drawing.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.Picture;
import dev.archnotes.site.drawing.Run;
import dev.archnotes.site.drawing.TextStyle;
import dev.archnotes.site.drawing.gallery.AllFigures;
import dev.archnotes.site.templates.StaticTemplates;
import dev.archnotes.site.templates.Templates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** What the browser draws is what the templates print. */
class SvgTextTest {
    private static final Templates TEMPLATES = new StaticTemplates();
    private static final String ODD = "a < b & \"c\" > 'd'";

    @Test
    void everyMarkIsPrintedAsTheTemplatesPrintIt() {
        List<Mark> marks = List.of(
                new Mark.Box("one two", 1, 2.5, 30, 4.25, 0, ""),
                new Mark.Box("round", 1, 2, 3, 4, 2, ODD),
                new Mark.Stroke("line", "M1 2l3 4", ODD),
                new Mark.Stroke("line", "M1 2l3 4", ""),
                new Mark.Dot("dot", 5, 6, 1.5, ODD),
                new Mark.Label(
                        "soft",
                        TextStyle.FIGURE,
                        Anchor.MIDDLE,
                        7,
                        8,
                        List.of(Run.words(ODD), new Run("1,024", "a/layers", "1024"))),
                new Mark.Turned("t", TextStyle.TICK, 3, 4, -45, ODD));
        List<Mark> all = new ArrayList<>(marks);
        all.add(new Mark.Group("g", "", ODD, marks));
        all.add(new Mark.Group("g", "../x/?a=1&b=2", ODD, marks));
        all.add(new Mark.Group("g", "#here", "", marks));
        Set<Class<?>> kinds = new HashSet<>();
        all.forEach(mark -> kinds.add(mark.getClass()));
        assertThat(kinds).containsExactlyInAnyOrder(Mark.class.getPermittedSubclasses());

        same(new Picture("c", 360, 100.5, ODD, ODD, all));
        same(new Picture("c", 360, 100.5, "No link.", "None.", marks));
    }

    @Test
    void everyFigureIsPrintedAsTheTemplatesPrintIt() {
        for (AllFigures.Drawn drawn : AllFigures.all()) {
            same(drawn.figure()
                    .scene(Setting.start(drawn.figure()), 2 * ByWidth.NARROW)
                    .picture());
        }
    }

    private static void same(Picture picture) {
        assertThat(parsed(SvgText.of(picture, "id")))
                .isEqualTo(parsed(TEMPLATES.svgPicture(picture, "id").render()));
    }

    /** Without the spaces that a template leaves between marks. */
    private static String parsed(String svg) {
        Document document = Jsoup.parse(svg, "", Parser.xmlParser());
        document.outputSettings().prettyPrint(false);
        return document.outerHtml().replaceAll(">\\s+<", "><").strip();
    }
}
