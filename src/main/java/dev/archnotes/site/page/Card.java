package dev.archnotes.site.page;

import dev.archnotes.site.drawing.CellPicture;
import dev.archnotes.site.drawing.PartColor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a page shows of itself as a picture where a link to it is shared.
 *
 * @param path the picture's place in the site
 * @param kicker what kind of page, or maker and date
 * @param title the large line; empty where the sentence is
 * @param sentence what one should remember
 * @param part the part of a model that it is about, where it is about one
 * @param subjects the models that it shows: one, two to compare, or all for an overview
 * @param users families, and whether each uses the mechanism; empty where the page is about none
 */
public record Card(
        String path,
        String kicker,
        String title,
        String sentence,
        Optional<PartColor> part,
        List<Subject> subjects,
        List<User> users) {
    /** Width and height in pixels, as those who show such pictures ask for. */
    public static final int WIDTH = 1200;

    public static final int HEIGHT = 630;

    public Card {
        subjects = List.copyOf(subjects);
        users = List.copyOf(users);
    }

    /**
     * A model.
     *
     * @param name its name
     * @param strip its layers
     * @param activeShare the share of its parameters at work for a token
     * @param figures its most asked-for figures
     */
    public record Subject(String name, CellPicture strip, double activeShare, List<Figure> figures) {
        public Subject {
            figures = List.copyOf(figures);
        }
    }

    /**
     * A figure.
     *
     * @param label what it is
     * @param value the number with its unit
     */
    public record Figure(String label, Cell value) {}

    /**
     * A family beside a mechanism.
     *
     * @param name the family
     * @param uses whether one of its variants uses it
     */
    public record User(String name, boolean uses) {}

    /** Whether the typefaces of cards have every character of a text: Latin, plain Greek, punctuation and signs. */
    public static boolean canDraw(String text) {
        return text.codePoints()
                .allMatch(c -> c >= ' ' && c < 0x180 || c >= 0x391 && c <= 0x3C9 || c >= 0x2000 && c <= 0x22FF);
    }

    /** Whether all of its words can be drawn. */
    public boolean isDrawable() {
        return canDraw(title) && canDraw(sentence) && canDraw(kicker);
    }

    /** The picture in words. */
    public String words() {
        List<String> parts = new ArrayList<>();
        if (subjects.size() <= 2) {
            for (Subject subject : subjects) {
                List<String> figures = subject.figures().stream()
                        .map(figure -> figure.value().plain() + " " + figure.label())
                        .toList();
                parts.add(subject.name() + ": " + String.join(", ", figures));
            }
        }
        return parts.isEmpty() ? title + ": " + sentence : String.join("; ", parts);
    }
}
