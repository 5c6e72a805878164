package dev.archnotes.site.files.card;

import dev.archnotes.site.drawing.CellPicture;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.page.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Lays a card out: the site's name and the kind of page above; then words; then models with their layers and figures.
 */
final class CardDrawing {
    private static final double EDGE = 72;
    private static final double RIGHT = Card.WIDTH - EDGE;
    private static final double ROOM = RIGHT - EDGE;
    /** Attention stands above this line of a strip and feed-forward below it; the strip is so high. */
    private static final double STRIP_HEIGHT = 24;

    private final Typeface serif;
    private final Typeface italic;
    private final Typeface sans;
    private final Typeface strong;
    private final List<Shape> shapes = new ArrayList<>();

    private CardDrawing(Map<String, Typeface> faces) {
        serif = Objects.requireNonNull(faces.get("serif"), "serif");
        italic = Objects.requireNonNull(faces.get("serif-italic"), "serif-italic");
        sans = Objects.requireNonNull(faces.get("sans"), "sans");
        strong = Objects.requireNonNull(faces.get("sans-strong"), "sans-strong");
    }

    /** The shapes of a card, the lowest first. */
    static List<Shape> of(Card card, String siteTitle, Map<String, Typeface> faces) {
        CardDrawing drawing = new CardDrawing(faces);
        drawing.heading(card, siteTitle);
        if (card.subjects().size() == 1) {
            drawing.model(card);
        } else if (card.subjects().size() == 2) {
            drawing.pair(card);
        } else {
            drawing.words(card);
        }
        return List.copyOf(drawing.shapes);
    }

    private void heading(Card card, String siteTitle) {
        shapes.add(Shape.box(card.part().map(Ink::of).orElse(Ink.ACCENT), 0, 0, Card.WIDTH, 10));
        italic.set(siteTitle, 38, Ink.ACCENT, EDGE, 86, shapes);
        right(sans, card.kicker(), 28, Ink.QUIET, RIGHT, 86);
        shapes.add(Shape.box(Ink.RULE, EDGE, 108, ROOM, 2));
    }

    private void model(Card card) {
        Card.Subject subject = card.subjects().get(0);
        title(card.title(), 204);
        new Paragraph(serif, card.sentence(), ROOM, 2, 35, 27).set(Ink.SOFT, EDGE, 262, shapes);
        strip(subject.strip(), EDGE, 345, ROOM, 118);
        shapes.add(Shape.box(Ink.FAINT, EDGE, 488, ROOM, 8));
        shapes.add(Shape.box(Ink.INK, EDGE, 488, ROOM * subject.activeShare(), 8));
        double x = EDGE;
        for (Card.Figure figure : subject.figures()) {
            double end = number(figure, 50, x, 560);
            end = Math.max(end, sans.set(figure.label(), 27, Ink.QUIET, x, 596, shapes));
            x = Math.max(x + ROOM / subject.figures().size(), end + 24);
        }
    }

    private double number(Card.Figure figure, double size, double x, double baseline) {
        double end = strong.set(figure.value().text(), size, Ink.INK, x, baseline, shapes);
        return figure.value().hasUnit()
                ? sans.set(figure.value().unit(), size * 0.64, Ink.SOFT, end + size * 0.14, baseline, shapes)
                : end;
    }

    private void pair(Card card) {
        double bottom = new Paragraph(serif, card.sentence(), ROOM, 3, 42, 30).set(Ink.INK, EDGE, 172, shapes);
        double most = card.subjects().stream()
                .mapToDouble(subject -> subject.strip().width())
                .max()
                .orElse(1);
        double y = Math.max(364, bottom + 78);
        double step = (Card.HEIGHT - 6 - y) / 2;
        boolean labels = true;
        for (Card.Subject subject : card.subjects()) {
            serif.set(subject.name(), 38, Ink.INK, EDGE, y, shapes);
            double x = RIGHT;
            for (int i = 2; i >= 0; i--) {
                Card.Figure figure = subject.figures().get(i);
                String unit = figure.value().unit();
                sans.set(unit, 22, Ink.SOFT, x - unitRoom(card, i) + 6, y, shapes);
                right(strong, figure.value().text(), 34, Ink.INK, x - unitRoom(card, i), y);
                if (labels) {
                    right(sans, figure.label(), 22, Ink.QUIET, x, y - 42);
                }
                x -= 190;
            }
            strip(subject.strip(), EDGE, y + 17, ROOM * subject.strip().width() / most, step - 66);
            labels = false;
            y += step;
        }
    }

    /** The width of the widest unit among both models' figures of a kind, with a gap: numbers end where it begins. */
    private double unitRoom(Card card, int figure) {
        return 6
                + card.subjects().stream()
                        .mapToDouble(subject ->
                                sans.width(subject.figures().get(figure).value().unit(), 22))
                        .max()
                        .orElse(0);
    }

    private void words(Card card) {
        boolean full = !card.users().isEmpty() || !card.subjects().isEmpty();
        double bottom = title(card.title(), full ? 208 : 232);
        new Paragraph(serif, card.sentence(), ROOM, full ? 3 : 5, full ? 40 : 48, 32)
                .set(Ink.SOFT, EDGE, bottom + (full ? 64 : 84), shapes);
        if (!card.users().isEmpty()) {
            users(card);
        }
        int columns = Math.max(1, (card.subjects().size() + 1) / 2);
        double width = (ROOM + 20) / columns - 20;
        for (int i = 0; i < card.subjects().size(); i++) {
            strip(card.subjects().get(i).strip(), EDGE + i % columns * (width + 20), 430 + i / columns * 80, width, 60);
        }
    }

    private void users(Card card) {
        double size = 27;
        List<Integer> breaks = new ArrayList<>();
        double x = EDGE;
        for (int i = 0; i < card.users().size(); i++) {
            double width = sans.width(card.users().get(i).name(), size);
            if (x + width > RIGHT) {
                breaks.add(i);
                x = EDGE;
            }
            x += width + 30;
        }
        double y = Card.HEIGHT - 52 - breaks.size() * 40;
        sans.set(
                card.users().stream().allMatch(Card.User::uses) ? "In every family" : "Who uses it",
                27,
                Ink.QUIET,
                EDGE,
                y - 44,
                shapes);
        x = EDGE;
        for (int i = 0; i < card.users().size(); i++) {
            if (breaks.contains(i)) {
                x = EDGE;
                y += 40;
            }
            Card.User user = card.users().get(i);
            Typeface face = user.uses() ? strong : sans;
            x = face.set(user.name(), user.uses() ? size * 0.97 : size, user.uses() ? Ink.INK : Ink.FAINT, x, y, shapes)
                    + 30;
        }
    }

    /** The title, smaller where it is long and in two lines where it must be; its last baseline. */
    private double title(String title, double baseline) {
        int lines = serif.width(title, 56) <= ROOM ? 1 : 2;
        return new Paragraph(serif, title, ROOM, lines, 84, 56).set(Ink.INK, EDGE, baseline, shapes);
    }

    private void right(Typeface face, String text, double size, Ink ink, double right, double baseline) {
        face.set(text, size, ink, right - face.width(text, size), baseline, shapes);
    }

    private void strip(CellPicture strip, double x, double y, double width, double height) {
        for (Mark mark : strip.marks()) {
            if (mark instanceof Mark.Stroke stroke) {
                stroke.tint()
                        .ifPresent(tint -> shapes.add(new Shape(
                                Ink.of(tint), stroke.path(), x, y, width / strip.width(), height / STRIP_HEIGHT)));
            }
        }
    }
}
