package dev.archnotes.site.drawing.concept;

import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.Phrase;
import dev.archnotes.site.drawing.Run;
import dev.archnotes.site.drawing.TextStyle;
import java.util.List;
import java.util.Optional;

/**
 * The title and the sentence of a concept, set beside the part that it explains.
 *
 * @param concept what it says
 * @param color the part whose ink the title has
 * @param anchor {@link Anchor#START} at the right of the block, {@link Anchor#END} at its left
 * @param x the edge that faces the block
 * @param room the width available
 */
record Annotation(MapConcept concept, Optional<PartColor> color, Anchor anchor, double x, double room) {
    private static final double LINE = 14.5;
    private static final double TITLE_LINE = 16;
    /** From the top of an annotation to the middle of its title, where its leader runs. */
    static final double LEADER = 10;

    /** The sentence in lines as even as their number allows, so that no word stands alone on the last. */
    private List<List<Run>> lines() {
        Phrase sentence = new Phrase("").words(concept.key());
        List<List<Run>> lines = sentence.lines(TextStyle.SMALL, room);
        for (double narrower = room;
                lines.size() > 1
                        && narrower > room / 2
                        && TextStyle.SMALL.width(Phrase.text(lines.get(lines.size() - 1))) < narrower / 3;
                narrower -= 8) {
            List<List<Run>> evener = sentence.lines(TextStyle.SMALL, narrower);
            if (evener.size() > lines.size()) {
                break;
            }
            lines = evener;
        }
        return lines;
    }

    /** The title, on two lines where one is not enough. */
    private List<String> titles() {
        List<String> lines = new Phrase("")
                .words(concept.title()).lines(TextStyle.LABEL, room).stream()
                        .map(Phrase::text)
                        .toList();
        return lines.size() <= 2 ? lines : List.of(lines.get(0), String.join(" ", lines.subList(1, lines.size())));
    }

    double height() {
        return 20 + TITLE_LINE * (titles().size() - 1) + LINE * lines().size();
    }

    /** Draws the text below a line, over a ground that shows the keyboard's focus. */
    void draw(Canvas canvas, double top) {
        double left = anchor == Anchor.START ? x - 6 : x - room - 2;
        canvas.box("d-hit", left, top - 3, room + 8, height() + 4, 4);
        String ink = color.map(part -> "d-title " + part.ink()).orElse("d-title");
        double y = top + 15 - TITLE_LINE;
        for (String line : titles()) {
            y += TITLE_LINE;
            canvas.text(ink, TextStyle.LABEL, anchor, x, y, fitted(line, TextStyle.LABEL));
        }
        y += 2;
        for (List<Run> line : lines()) {
            y += LINE;
            canvas.text("", TextStyle.SMALL, anchor, x, y, fitted(Phrase.text(line), TextStyle.SMALL));
        }
    }

    /** A line may be one word that is longer than the room. */
    private List<Run> fitted(String line, TextStyle style) {
        return List.of(Run.words(style.fitted(line, room)));
    }
}
