package dev.archnotes.real;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.archnotes.site.build.SiteBuild;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.write.OutputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The site of the notes in this repository, built once for all tests that ask something about it. */
public final class RealSite {
    /** Where the notes are. */
    public static final Path NOTES = Path.of("notes");

    /** Where the tests keep formulas between runs. */
    public static final Path CACHE = Path.of("target", "formula-cache");

    private static final Path FOLDER = Path.of("target", "tested-site");

    private final SiteBuild.Result result;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final SortedMap<String, Document> documents = new TreeMap<>();

    private RealSite() throws IOException {
        result = new SiteBuild(NOTES, CACHE).render("");
        if (result.findings().hasErrors()) {
            throw new IllegalStateException("the notes have errors, so there is no site to test:\n"
                    + result.findings().all());
        }
        for (OutputFile file : result.files()) {
            files.put(file.path(), file.bytes());
        }
        for (String path : files.keySet()) {
            if (path.endsWith(".html")) {
                documents.put(path, Jsoup.parse(text(path), address(path)));
            }
        }
    }

    /** The site; the first call builds it. */
    public static RealSite get() {
        return Holder.SITE;
    }

    /** The address at which the site will be published, with a slash at the end. */
    String baseUrl() {
        return result.library().settings().baseUrl();
    }

    /** The path part of that address. */
    public String basePath() {
        return URI.create(baseUrl()).getPath();
    }

    SiteBuild.Result result() {
        return result;
    }

    /** Everything that was planned, sorted by path. */
    public List<Page> pages() {
        return result.pages();
    }

    /** The content of every file by its path. */
    SortedMap<String, byte[]> files() {
        return Collections.unmodifiableSortedMap(files);
    }

    /** Whether the site has a file. */
    public boolean has(String path) {
        return files.containsKey(path);
    }

    /** The first page that holds such an element. */
    public PagePath firstPageWith(String selector) {
        return result.pages().stream()
                .map(page -> page.head().path())
                .filter(path -> document(path).selectFirst(selector) != null)
                .findFirst()
                .orElseThrow();
    }

    /** A file as text. */
    public String text(String path) {
        return new String(files.get(path), UTF_8);
    }

    /** Every HTML file, parsed, by the file's path; links resolve against the address at which it will stand. */
    SortedMap<String, Document> documents() {
        return Collections.unmodifiableSortedMap(documents);
    }

    /** A page, parsed. */
    Document document(PagePath page) {
        return documents.get(page.file());
    }

    /** The address that a file has, folders without their {@code index.html}. */
    String address(String path) {
        return baseUrl()
                + (path.equals("index.html") || path.endsWith("/index.html")
                        ? path.substring(0, path.length() - "index.html".length())
                        : path);
    }

    /** The site as a folder on disk. */
    public Path folder() throws IOException {
        SiteBuild.write(result, FOLDER);
        return FOLDER.toAbsolutePath();
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
