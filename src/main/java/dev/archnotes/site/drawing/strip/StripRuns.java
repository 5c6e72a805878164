package dev.archnotes.site.drawing.strip;

import dev.archnotes.model.spec.Architecture;
import java.util.List;

/**
 * The layers of a model as runs of equal ones, in a few letters: what a script needs to draw a small strip. Each run is
 * a letter for how far attention sees, one for the feed-forward, and how many layers it has: {@code wd5fd1} is five
 * with a window and one that sees everything, all dense.
 */
public final class StripRuns {
    private StripRuns() {}

    /** The runs, bottom layer first. */
    public static String of(Architecture architecture) {
        List<LayerCell.Sight> attention = LayerRow.attention(architecture).cells();
        List<LayerCell.Network> feedForward = LayerRow.feedForward(architecture).cells();
        StringBuilder runs = new StringBuilder();
        String last = "";
        int length = 0;
        for (int i = 0; i < attention.size(); i++) {
            String letters = letter(attention.get(i)) + letter(feedForward.get(i));
            if (!letters.equals(last) && length > 0) {
                runs.append(last).append(length);
                length = 0;
            }
            last = letters;
            length++;
        }
        return length > 0 ? runs.append(last).append(length).toString() : "";
    }

    private static String letter(LayerCell.Sight sight) {
        return switch (sight.reach()) {
            case FULL -> "f";
            case WINDOW, CHUNK -> "w";
            case LATENT, COMPRESSED -> "l";
            case LINEAR, CONVOLUTION -> "s";
            case PICTURE -> "p";
            case NONE -> "n";
        };
    }

    private static String letter(LayerCell.Network network) {
        return switch (network) {
            case DENSE -> "d";
            case EXPERTS -> "e";
            case NONE -> "n";
        };
    }
}
