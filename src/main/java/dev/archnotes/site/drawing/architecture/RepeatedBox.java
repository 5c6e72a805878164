package dev.archnotes.site.drawing.architecture;

import dev.archnotes.model.number.Unit;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.TextStyle;

/** A part that is the same as in another kind of layer: only its name and its weights. */
record RepeatedBox(Subject subject, PartColor part, String title, String like, String path, long weights)
        implements PartBox {
    @Override
    public double height() {
        return 40;
    }

    @Override
    public void draw(Canvas canvas, double top, double height) {
        Canvas box = new Canvas();
        double middle = top + height / 2;
        box.box("d-part d-repeated " + part.fill(), Section.LEFT, top, Section.RIGHT - Section.LEFT, height, 6);
        box.text(TextStyle.STRONG, Anchor.MIDDLE, Section.CENTER, middle - 3, title);
        box.text(
                TextStyle.SMALL,
                Anchor.MIDDLE,
                Section.CENTER,
                middle + 12,
                subject.phrase()
                        .words("as in " + like + " · ")
                        .figure(path + ".parameters", weights, Unit.PARAMETERS)
                        .words(" of its own"));
        canvas.add(new Mark.Group(
                ("d-link" + subject.emphasis(part == PartColor.FEED_FORWARD ? "feed-forward" : "attention")).trim(),
                "",
                box.marks()));
    }
}
