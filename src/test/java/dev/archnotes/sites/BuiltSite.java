package dev.archnotes.sites;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.archnotes.site.build.SiteBuild;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.page.IndexPage;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.write.OutputFile;
import dev.archnotes.site.write.SiteWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A notes folder, built in memory, for tests that ask something about the site. */
public class BuiltSite {
    /** Where the tests keep formulas between runs. */
    public static final Path CACHE = Path.of("target", "formula-cache");

    private final Path folder;
    private final SiteBuild.Result result;
    private final Catalogue catalogue;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final SortedMap<String, byte[]> all = new TreeMap<>();
    private final SortedMap<String, Document> documents = new TreeMap<>();

    /**
     * Builds the site of a notes folder without errors.
     *
     * @param folder where it is written when a test needs it on disk
     * @param addresses where it will stand
     */
    protected BuiltSite(Path notes, Path folder, SiteSettings.Addresses addresses) throws IOException {
        this.folder = folder;
        result = new SiteBuild(notes, CACHE).render(addresses);
        if (result.findings().hasErrors()) {
            throw new IllegalStateException(notes + " has errors, so there is no site to test:\n"
                    + result.findings().all());
        }
        catalogue = Catalogue.of(result.library());
        for (OutputFile file : result.files()) {
            all.put(file.path(), file.bytes());
            if (result.library().settings().below().stream()
                    .noneMatch(below -> file.path().startsWith(below.name() + "/"))) {
                files.put(file.path(), file.bytes());
            }
        }
        for (String path : files.keySet()) {
            if (path.endsWith(".html")) {
                documents.put(path, Jsoup.parse(text(path), address(path)));
            }
        }
    }

    /** The notes as pages are planned from them. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** The address at which the site will be published, with a slash at the end. */
    public String baseUrl() {
        return result.library().settings().addresses().base();
    }

    /** The path part of that address. */
    public String basePath() {
        return URI.create(baseUrl()).getPath();
    }

    /** What the build did. */
    public SiteBuild.Result result() {
        return result;
    }

    /** Everything that was planned, sorted by path. */
    public List<Page> pages() {
        return result.pages();
    }

    /** The content of every file by its path, without those of sites below this one. */
    public SortedMap<String, byte[]> files() {
        return Collections.unmodifiableSortedMap(files);
    }

    /** The same with those of sites below this one: everything that is published. */
    public SortedMap<String, byte[]> everyFile() {
        return Collections.unmodifiableSortedMap(all);
    }

    /** Whether the site has a file, or one of those below it. */
    public boolean has(String path) {
        return all.containsKey(path);
    }

    /** The first page that holds such an element. */
    public PagePath firstPageWith(String selector) {
        return result.pages().stream()
                .filter(page -> !(page instanceof IndexPage.Book)) // it has a bit of everything
                .map(page -> page.head().path())
                .filter(path -> document(path).selectFirst(selector) != null)
                .findFirst()
                .orElseThrow();
    }

    /** A file as text. */
    public String text(String path) {
        return new String(files.get(path), UTF_8);
    }

    /** A file as text, also one of a site below this one. */
    public String wholeText(String path) {
        return new String(all.get(path), UTF_8);
    }

    /** Every HTML file, parsed, by the file's path; links resolve against the address at which it will stand. */
    public SortedMap<String, Document> documents() {
        return Collections.unmodifiableSortedMap(documents);
    }

    /** A page, parsed. */
    public Document document(PagePath page) {
        return documents.get(page.file());
    }

    /** The address that a file has, folders without their {@code index.html}. */
    public String address(String path) {
        return baseUrl()
                + (path.equals("index.html") || path.endsWith("/index.html")
                        ? path.substring(0, path.length() - "index.html".length())
                        : path);
    }

    /** The site as a folder on disk. */
    public Path folder() throws IOException {
        SiteWriter.write(folder, result.files());
        return folder.toAbsolutePath();
    }
}
