package dev.archnotes.site.cli.argument;

import dev.archnotes.site.template.OwnTemplates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Templates of one's own. They are code, so only whoever calls the program names them, and never the notes. */
public final class TemplatesOption {
    @Option(
            names = "--templates",
            paramLabel = "DIR",
            description = "Templates of your own, in place of those of the same names; needs a JDK. They are code: take"
                    + " them from nobody whom you do not trust.")
    private Optional<Path> folder = Optional.empty();

    /** Whether a folder is named. */
    public boolean isGiven() {
        return folder.isPresent();
    }

    /**
     * The templates.
     *
     * @param notes the notes folder, from which no template is taken
     * @throws dev.archnotes.site.template.TemplatesRefused where they cannot be used
     */
    public OwnTemplates templates(Path notes) throws IOException {
        return folder.isPresent() ? OwnTemplates.in(folder.get(), notes) : OwnTemplates.NONE;
    }
}
