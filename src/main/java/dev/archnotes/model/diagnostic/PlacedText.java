package dev.archnotes.model.diagnostic;

import java.util.List;

/**
 * A text, and where in a file each of its characters stands: the file may break it into lines and indent them.
 *
 * @param text the text
 * @param stretches the pieces that stand in the file as they are here, in order; the first begins the text
 */
public record PlacedText(String text, List<Stretch> stretches) {
    public PlacedText {
        stretches = List.copyOf(stretches);
    }

    /**
     * A piece of the text.
     *
     * @param from the index of its first character in the text
     * @param place where that stands in the file
     */
    public record Stretch(int from, Location place) {}

    /** A text that stands in the file as it is here. */
    public static PlacedText at(Location place, String text) {
        return new PlacedText(text, List.of(new Stretch(0, place)));
    }

    /** Where the character at that index of the text stands. */
    public Location at(int index) {
        Stretch found = stretches.get(0);
        for (Stretch stretch : stretches) {
            if (stretch.from() > index) {
                break;
            }
            found = stretch;
        }
        return found.place().right(index - found.from());
    }
}
