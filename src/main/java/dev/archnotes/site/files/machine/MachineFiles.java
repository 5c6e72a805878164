package dev.archnotes.site.files.machine;

import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.NotePlace;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.templates.StaticTemplates;
import dev.archnotes.site.templates.Templates;
import dev.archnotes.site.write.OutputFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files that only machines read. A site has a feed of its models by the day on which they were announced, or else
 * of its notes by the day on which they were changed. One whose address is not known has none, and no sitemap either:
 * both hold full addresses.
 */
public final class MachineFiles {
    private MachineFiles() {}

    /** The files for planned pages. */
    public static List<OutputFile> of(Catalogue catalogue, List<Page> pages) {
        Templates templates = new StaticTemplates();
        String baseUrl = catalogue.library().settings().addresses().base();
        List<OutputFile> files = new ArrayList<>();
        boolean published = catalogue.library().settings().addresses().isPublished();
        if (published) {
            files.add(OutputFile.text(
                    Paths.SITEMAP,
                    templates.machineSitemap(Sitemap.of(baseUrl, pages)).render()));
        }
        files.add(OutputFile.text(
                Paths.ROBOTS,
                templates
                        .machineRobots(baseUrl, catalogue.library().settings().below())
                        .render()));
        files.add(OutputFile.text(
                Paths.OUTLINE,
                templates.machineOutline(SiteOutline.of(catalogue)).render()));
        if (published) {
            Feed.of(catalogue)
                    .ifPresent(feed -> files.add(OutputFile.text(
                            Paths.FEED, templates.machineFeed(feed).render())));
            changes(catalogue)
                    .ifPresent(feed -> files.add(OutputFile.text(
                            Paths.CHANGES_FEED, templates.machineFeed(feed).render())));
        }
        return files;
    }

    private static Optional<Feed> changes(Catalogue catalogue) {
        return catalogue.library().notes().stream()
                .filter(note -> note.front().frame().place().equals(Optional.of(NotePlace.CHANGES)))
                .findFirst()
                .flatMap(note -> Feed.ofChanges(catalogue.library().settings(), note));
    }
}
