package dev.archnotes.site.page;

import dev.archnotes.site.drawing.ByWidth;
import java.util.List;

/**
 * A figure that explains a mechanism, as it stands before anything is moved.
 *
 * @param kind the word for its kind
 * @param script the word in the name of the script that moves it
 * @param subjects the models that it can show, the first of which it shows; one without a name where it shows none
 * @param pictures the picture; its title is the message above it
 * @param reading the number that matters, in a sentence
 * @param outline the picture in words
 * @param invitation what there is to try, or empty
 * @param movable whether there is anything to set
 * @param place where it stands
 * @param caption the author's sentence beneath it
 * @param id an id that is unique on the page
 */
public record FigureView(
        String kind,
        String script,
        List<Subject> subjects,
        ByWidth pictures,
        String reading,
        List<String> outline,
        String invitation,
        boolean movable,
        Place place,
        String caption,
        String id) {
    public FigureView {
        subjects = List.copyOf(subjects);
        outline = List.copyOf(outline);
    }

    /** Where a figure stands, and with which of its pictures. */
    public enum Place {
        /** Across text and margin, in a picture for each width. */
        ACROSS,
        /** In the text, in one small picture. */
        TEXT,
        /** Beside the text where there is a margin, in one small picture. */
        MARGIN
    }

    /**
     * What a figure shows.
     *
     * @param name the model's name
     * @param code its numbers, for the script that draws it again
     * @param start where the controls stand at the beginning, as numbers with a space between them
     */
    public record Subject(String name, String code, String start) {}

    /** The sentence above the picture. */
    public String message() {
        return pictures.wide().title();
    }
}
