package dev.archnotes.site.files;

import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteKind;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.write.OutputFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** What crawlers, feed readers and language models read: sitemap, feed, robots.txt, llms.txt. */
final class MachineFiles {
    private MachineFiles() {}

    static List<OutputFile> of(Catalogue catalogue, List<Page> pages) {
        SiteSettings settings = catalogue.library().settings();
        List<OutputFile> files = new ArrayList<>(List.of(
                OutputFile.text("sitemap.xml", sitemap(settings, pages)),
                OutputFile.text(
                        "robots.txt", "User-agent: *\nAllow: /\n\nSitemap: " + settings.baseUrl() + "sitemap.xml\n"),
                OutputFile.text("llms.txt", forLanguageModels(catalogue))));
        if (!catalogue.families().isEmpty()) {
            files.add(OutputFile.text("feed.xml", feed(catalogue)));
        }
        return files;
    }

    private static String sitemap(SiteSettings settings, List<Page> pages) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset "
                + "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for (Page page : pages) {
            if (page.listing().role().isListed()) {
                xml.append("  <url><loc>")
                        .append(escaped(settings.baseUrl() + page.head().path().value()))
                        .append("</loc></url>\n");
            }
        }
        return xml.append("</urlset>\n").toString();
    }

    /** An Atom feed of the families, the newest first; an entry's date is that of the first weights. */
    private static String feed(Catalogue catalogue) {
        SiteSettings settings = catalogue.library().settings();
        List<ModelFamily> families = new ArrayList<>(catalogue.familiesByDate());
        Collections.reverse(families);
        String newest = families.get(0).announced();
        StringBuilder xml = new StringBuilder(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n")
                .append("  <title>")
                .append(escaped(settings.title()))
                .append("</title>\n")
                .append("  <subtitle>")
                .append(escaped(settings.tagline()))
                .append("</subtitle>\n")
                .append("  <id>")
                .append(escaped(settings.baseUrl()))
                .append("</id>\n")
                .append("  <link rel=\"alternate\" type=\"text/html\" href=\"")
                .append(escaped(settings.baseUrl()))
                .append("\"/>\n")
                .append("  <link rel=\"self\" type=\"application/atom+xml\" href=\"")
                .append(escaped(settings.baseUrl() + "feed.xml"))
                .append("\"/>\n")
                .append("  <updated>")
                .append(newest)
                .append("T00:00:00Z</updated>\n")
                .append("  <author><name>")
                .append(escaped(settings.title()))
                .append("</name></author>\n");
        for (ModelFamily family : families) {
            String address = settings.baseUrl() + Paths.family(family.slug()).value();
            xml.append("  <entry>\n    <title>")
                    .append(escaped(catalogue.familyName(family)))
                    .append("</title>\n    <id>")
                    .append(escaped(address))
                    .append("</id>\n    <link rel=\"alternate\" type=\"text/html\" href=\"")
                    .append(escaped(address))
                    .append("\"/>\n    <published>")
                    .append(family.announced())
                    .append("T00:00:00Z</published>\n    <updated>")
                    .append(family.announced())
                    .append("T00:00:00Z</updated>\n    <summary>")
                    .append(escaped(
                            catalogue.modelNote(family.slug()).map(Note::key).orElse("")))
                    .append("</summary>\n  </entry>\n");
        }
        return xml.append("</feed>\n").toString();
    }

    private static String forLanguageModels(Catalogue catalogue) {
        SiteSettings settings = catalogue.library().settings();
        StringBuilder text = new StringBuilder("# ")
                .append(settings.title())
                .append("\n\n> ")
                .append(settings.tagline())
                .append('\n');
        boolean models = !catalogue.variants().isEmpty();
        if (models) {
            text.append("\n## Data\n\n")
                    .append("- [models.json](")
                    .append(settings.baseUrl())
                    .append("data/models.json): every fact of every variant, exact integers\n")
                    .append("- [schema.json](")
                    .append(settings.baseUrl())
                    .append("data/schema.json): JSON Schema of that file\n")
                    .append("- [models.csv](")
                    .append(settings.baseUrl())
                    .append("data/models.csv): the same as CSV\n")
                    .append("- [dictionary.csv](")
                    .append(settings.baseUrl())
                    .append("data/dictionary.csv): what each field means, with its unit\n");
        }
        append(
                text,
                settings,
                "Models",
                catalogue.familiesByDate().stream()
                        .flatMap(family -> catalogue.modelNote(family.slug()).stream())
                        .toList(),
                Note::key);
        append(text, settings, "Concepts", catalogue.concepts(), Note::key);
        append(
                text,
                settings,
                models ? "Method, trends, disagreements" : "Notes",
                catalogue.library().notes(NoteKind.TEXT),
                Note::description);
        text.append("\n## Optional\n\n");
        if (models) {
            text.append("- [Comparison](")
                    .append(settings.baseUrl())
                    .append(Paths.COMPARE.value())
                    .append("): every variant and every fact in one table, and a page for every two families\n");
        }
        text.append("- [Sitemap](").append(settings.baseUrl()).append("sitemap.xml): the address of every page\n");
        return text.toString();
    }

    private static void append(
            StringBuilder text, SiteSettings settings, String heading, List<Note> notes, Function<Note, String> says) {
        if (!notes.isEmpty()) {
            text.append("\n## ").append(heading).append("\n\n");
            notes.forEach(note -> text.append("- [")
                    .append(note.title())
                    .append("](")
                    .append(settings.baseUrl())
                    .append(Paths.note(note).value())
                    .append("): ")
                    .append(says.apply(note))
                    .append('\n'));
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
