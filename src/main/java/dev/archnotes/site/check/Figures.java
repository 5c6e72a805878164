package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.catalogue.Targets;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.markdown.node.ImageRef;
import dev.archnotes.site.write.OutputPaths;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Are the images in the notes folder? */
final class Figures implements Check {
    private final Targets.Builder targets;

    Figures(Targets.Builder targets) {
        this.targets = targets;
    }

    @Override
    public void check(Catalogue catalogue, Diagnostics.Builder findings) {
        Set<String> images = catalogue.library().images();
        Set<String> published = new HashSet<>();
        catalogue.library().figures().forEach(figure -> published.add(figure.path()));
        for (Note note : catalogue.library().notes()) {
            for (ImageRef image : note.document().images()) {
                String message;
                String hint;
                if (image.isElsewhere()) {
                    message = "the image is not in the notes folder";
                    hint = "put the file beside the note, so that the page needs nothing from elsewhere";
                } else {
                    Optional<String> path = note.id().resolve(image.target());
                    if (path.isPresent() && images.contains(path.get())) {
                        if (published.contains(path.get())) {
                            targets.image(image, path.get());
                        }
                        checkName(path.get(), image.location(), image.target().length(), findings);
                        continue;
                    }
                    message = path.map(file -> "there is no image " + file)
                            .orElse("the image is not in the notes folder");
                    hint = Suggestion.hint(
                            image.target(),
                            images.stream().map(note.id()::linkTo).toList());
                }
                findings.add(Diagnostic.error(Rule.MISSING_FIGURE, image.location(), message)
                        .withHint(hint)
                        .withLength(image.target().length()));
            }
        }
    }

    /** Can a figure have its name on the site, wherever that is copied to? */
    static void checkName(String path, Location place, int length, Diagnostics.Builder findings) {
        problem(path)
                .ifPresent(problem -> findings.add(Diagnostic.error(
                                Rule.UNUSABLE_FIGURE,
                                place,
                                "the file's name cannot be used on every system: " + problem)
                        .withHint("rename the file")
                        .withLength(length)));
    }

    static Optional<String> problem(String path) {
        return OutputPaths.problem("notes/" + path);
    }
}
