package dev.archnotes.real;

import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.sites.BuiltSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The site of the notes in this repository, built once for all tests that ask something about it. */
public final class RealSite extends BuiltSite {
    /** Where the notes are. */
    public static final Path NOTES = Path.of("notes");

    /** Where it stands in the tests; whoever publishes it says where. */
    public static final SiteSettings.Addresses ADDRESSES = new SiteSettings.Addresses(
            "https://example.org/archnotes/",
            "https://example.org/source",
            "https://example.org/source/edit/main/notes/",
            "https://example.org/source/issues/new");

    private RealSite() throws IOException {
        super(NOTES, Path.of("target", "tested-site"), ADDRESSES);
    }

    /** Puts a small site where a copy of the notes, in a folder of that folder, looks for the manual. */
    public static void writeSiteBelow(Path folder) throws IOException {
        Path manual = Files.createDirectories(folder.resolve("src/manual"));
        Files.writeString(manual.resolve("site.yaml"), "title: Manual\ntagline: How to.\n");
    }

    /** The site; the first call builds it. */
    public static RealSite get() {
        return Holder.SITE;
    }

    /** Builds the site when it is first asked for. */
    private static final class Holder {
        private static final RealSite SITE = build();

        private static RealSite build() {
            try {
                return new RealSite();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
