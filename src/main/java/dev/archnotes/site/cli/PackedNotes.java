package dev.archnotes.site.cli;

import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.read.LibraryReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The catalogue that archnotes comes with: the specifications of its notes, which the build packs into the jar. */
final class PackedNotes {
    /** The folder of the jar, see the resources in {@code pom.xml}. */
    private static final String FOLDER = "catalogue";

    private PackedNotes() {}

    /** All variants, sorted by the paths of their files. */
    static List<Variant> variants() throws IOException {
        return packedIn(code());
    }

    /** The same in a jar, or in the folder of classes where there is none yet. */
    static List<Variant> packedIn(Path code) throws IOException {
        if (Files.isDirectory(code)) {
            return variants(code.resolve(FOLDER));
        }
        try (FileSystem jar = FileSystems.newFileSystem(code)) {
            return variants(jar.getPath(FOLDER));
        }
    }

    private static List<Variant> variants(Path folder) throws IOException {
        return LibraryReader.specifications(folder).families().stream()
                .map(ModelFamily::variants)
                .flatMap(List::stream)
                .toList();
    }

    /** The jar, or the folder of classes where there is none yet. */
    private static Path code() throws IOException {
        try {
            return Path.of(PackedNotes.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException noPath) {
            throw new IOException("the place of the jar has a name that is no path", noPath);
        }
    }
}
