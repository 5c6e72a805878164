package dev.archnotes.site.drawing.concept;

import dev.archnotes.site.content.ExplainedPart;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.HeadRows;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.TextStyle;

/**
 * The figure of a concept within its part, in the grammar of the architecture drawings.
 *
 * @param canvas what it is drawn on
 * @param center its middle
 * @param room the width of the part that holds it
 */
record ConceptGlyph(Canvas canvas, double center, double room) {
    private static final int HEADS = 8;

    /** Draws the figure of a part of attention around a height. */
    void of(ExplainedPart part, double middle) {
        switch (part) {
            case CACHE:
                cache(middle);
                break;
            case HEADS:
                heads(new HeadRows(HEADS, HEADS, 0, false), middle);
                break;
            case SHARED_HEADS:
                heads(new HeadRows(HEADS, 2, 0, false), middle);
                break;
            case LATENT:
                heads(new HeadRows(HEADS, 1, 0.16, false), middle);
                break;
            case WINDOW:
                window(middle);
                break;
            case STATE:
                state(middle);
                break;
            default:
                dials(middle);
        }
    }

    /** Query heads above what they share. */
    private void heads(HeadRows rows, double middle) {
        double width = Math.min(room - 16, 88);
        rows.draw(canvas, center - width / 2, width, middle - 8);
    }

    /** A key above a value for each token so far, and room for the next. */
    private void cache(double middle) {
        int tokens = room > 100 ? 12 : 6;
        double cell = 8;
        double left = center - (tokens + 1) * cell / 2;
        PathData kept = new PathData();
        for (int token = 0; token < tokens; token++) {
            kept.rectangle(left + token * cell, middle - 8.5, cell - 2, 7)
                    .rectangle(left + token * cell, middle + 1, cell - 2, 7);
        }
        canvas.stroke("d-heads", kept);
        canvas.stroke(
                "d-shared-heads",
                new PathData()
                        .rectangle(left + tokens * cell, middle - 8, cell - 2, 6)
                        .rectangle(left + tokens * cell, middle + 1.5, cell - 2, 6));
    }

    /** Which earlier tokens each token sees: only the last three. */
    private void window(double middle) {
        int tokens = 7;
        double cell = 5.5;
        double left = center - tokens * cell / 2;
        double top = middle - tokens * cell / 2;
        PathData seen = new PathData();
        PathData hidden = new PathData();
        for (int query = 0; query < tokens; query++) {
            for (int key = 0; key <= query; key++) {
                (query - key < 3 ? seen : hidden)
                        .rectangle(left + key * cell + 0.5, top + query * cell + 0.5, cell - 1.4, cell - 1.4);
            }
        }
        canvas.stroke("d-shared-heads", hidden);
        canvas.stroke("d-heads", seen);
    }

    /** A matrix that is read and written at every token and keeps its size. */
    private void state(double middle) {
        int side = 4;
        double cell = 7;
        double left = center - side * cell / 2;
        double top = middle - side * cell / 2;
        PathData cells = new PathData();
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                cells.rectangle(left + column * cell + 0.5, top + row * cell + 0.5, cell - 1.5, cell - 1.5);
            }
        }
        canvas.stroke("d-heads", cells);
        double right = left + side * cell + 3;
        double turn = right + 9;
        canvas.stroke(
                "d-branch",
                new PathData()
                        .move(right, middle + 7)
                        .horizontal(turn - 4)
                        .corner(turn, middle + 7, turn, middle + 3)
                        .vertical(middle - 3)
                        .corner(turn, middle - 7, turn - 4, middle - 7)
                        .horizontal(right + 5));
        canvas.stroke(
                "d-arrow-head",
                new PathData()
                        .move(right, middle - 7)
                        .line(right + 6, middle - 10.5)
                        .line(right + 6, middle - 3.5)
                        .close());
    }

    /** A hand that turns further at every position. */
    private void dials(double middle) {
        int positions = room > 100 ? 6 : 4;
        double pitch = room > 100 ? 22 : 16.5;
        double radius = pitch * 0.38;
        double x = center - (positions - 1) * pitch / 2;
        for (int position = 0; position < positions; position++) {
            double angle = position * 0.9;
            canvas.dot("d-part d-position", x, middle, radius, "");
            canvas.stroke(
                    "d-part d-position",
                    new PathData()
                            .move(x, middle)
                            .line(x + radius * Math.sin(angle), middle - radius * Math.cos(angle)));
            x += pitch;
        }
    }

    /** The router's choice of two among sixteen experts, and the shared one, which it does not choose. */
    void experts(double top) {
        int columns = room > 100 ? 16 : 8;
        int rows = 16 / columns;
        double width = room - 24;
        double shared = room > 100 ? 14 : 8;
        double pitch = (width - shared - 5) / columns;
        double left = center - width / 2;
        double height = 11;
        double gridBottom = top + rows * (height + 2.5);
        double routerTop = top + 42;
        PathData idle = new PathData();
        PathData active = new PathData();
        PathData fan = new PathData();
        for (int expert = 0; expert < 16; expert++) {
            boolean chosen = expert == 3 || expert == 13;
            double x = left + expert % columns * pitch;
            double y = top + (double) (expert / columns) * (height + 2.5);
            (chosen ? active : idle).rectangle(x, y, pitch - Math.min(2.5, pitch * 0.3), height);
            if (chosen) {
                fan.move(center + (expert == 3 ? -8 : 8), routerTop).line(x + pitch / 2 - 1, y + height);
            }
        }
        canvas.stroke("d-expert", idle);
        canvas.stroke("d-fan", fan);
        canvas.stroke("d-expert d-active", active);
        double sharedLeft = left + width - shared;
        canvas.box("d-expert d-active d-always", sharedLeft, top, shared, gridBottom - top - 2.5, 2);
        canvas.stroke(
                "d-fan",
                new PathData()
                        .move(center + 24, routerTop + 9)
                        .horizontal(sharedLeft + shared / 2 - 4)
                        .corner(sharedLeft + shared / 2, routerTop + 9, sharedLeft + shared / 2, routerTop + 5)
                        .vertical(gridBottom - 2.5));
        canvas.box("d-router", center - 24, routerTop, 48, 18, 4);
        canvas.text(TextStyle.SMALL, Anchor.MIDDLE, center, routerTop + 13, "router");
    }
}
