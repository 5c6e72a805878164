package dev.archnotes.site.content;

import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.spec.Variant;
import java.util.List;
import java.util.Map;

/**
 * The variants that one {@code architecture.yaml} describes.
 *
 * @param path the file, relative to the notes folder
 * @param slug the family's slug, {@code gemma-3}
 * @param name its name
 * @param organization its makers
 * @param variants its variants, in the author's order
 * @param places where each variant's id stands, those of unsound variants included
 */
public record ModelFamily(
        String path,
        String slug,
        String name,
        String organization,
        List<Variant> variants,
        Map<String, Location> places) {
    /** The name of the file that describes a family. */
    public static final String FILE = "architecture.yaml";

    public ModelFamily {
        variants = List.copyOf(variants);
        places = Map.copyOf(places);
    }

    /** The folder that the file is in, with a slash at the end; empty for the notes folder itself. */
    public String folder() {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** The earliest day on which a variant was announced, ISO 8601; empty where none was. */
    public String announced() {
        return variants.stream()
                .map(Variant::announced)
                .filter(day -> !day.isEmpty())
                .min(String::compareTo)
                .orElse("");
    }

    /** The variant that stands for the family where there is room for one: the largest by hidden size times layers. */
    public Variant flagship() {
        Variant largest = variants.get(0);
        for (Variant variant : variants) {
            if (size(variant) > size(largest)) {
                largest = variant;
            }
        }
        return largest;
    }

    private static long size(Variant variant) {
        return variant.architecture().hiddenSize() * variant.architecture().layers();
    }
}
