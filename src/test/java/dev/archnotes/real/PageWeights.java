package dev.archnotes.real;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a first visit to each page costs: HTML, style and scripts as gzip, and the fonts that its text can ask for. */
final class PageWeights {
    private static final Pattern FACE = Pattern.compile("@font-face\\{([^}]*url\\(\"?([^)\"]+\\.woff2)\"?\\)[^}]*)}");
    private static final Pattern RANGE = Pattern.compile("U\\+([0-9a-f]+)(?:-([0-9a-f]+))?", Pattern.CASE_INSENSITIVE);

    private final RealSite site;
    private final SiteLinks links;
    private final Map<String, Integer> zipped = new HashMap<>();

    PageWeights(RealSite site, SiteLinks links) {
        this.site = site;
        this.links = links;
    }

    /**
     * The weight of a page in bytes.
     *
     * @param page the page's file
     * @param html its HTML as gzip
     * @param style its style sheets as gzip
     * @param script the scripts that it loads by itself as gzip
     * @param fonts the fonts that its text can ask for
     */
    record Weight(String page, int html, int style, int script, int fonts) {
        int firstLoad() {
            return html + style + script;
        }
    }

    List<Weight> all() {
        List<Weight> weights = new ArrayList<>();
        site.documents()
                .forEach((file, document) -> weights.add(new Weight(
                        file,
                        zipped(file),
                        sum(file, document, "link[rel=stylesheet]", "href"),
                        sum(file, document, "script[src]", "src"),
                        fonts(file, document))));
        return weights;
    }

    /** Writes the table, the heaviest page first. */
    static void print(List<Weight> weights, Path target) throws IOException {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%8s %8s %8s %8s %8s  page (bytes; gzip, fonts as they are)%n",
                "sum",
                "html",
                "css",
                "js",
                "fonts"));
        weights.stream()
                .sorted((a, b) -> b.firstLoad() - a.firstLoad())
                .forEach(weight -> table.append(String.format(
                        Locale.ROOT,
                        "%8d %8d %8d %8d %8d  %s%n",
                        weight.firstLoad(),
                        weight.html(),
                        weight.style(),
                        weight.script(),
                        weight.fonts(),
                        weight.page())));
        Files.writeString(target, table);
    }

    private int sum(String file, Document document, String selector, String attribute) {
        Set<String> parts = new LinkedHashSet<>();
        document.select(selector).forEach(element -> parts.add(local(file, element.attr(attribute))));
        return parts.stream().mapToInt(this::zipped).sum();
    }

    private int fonts(String file, Document document) {
        int bytes = 0;
        for (Element sheet : document.select("link[rel=stylesheet]")) {
            String path = local(file, sheet.attr("href"));
            Matcher face = FACE.matcher(site.text(path));
            while (face.find()) {
                if (mayAskFor(face.group(1), face.group(2), document)) {
                    bytes += site.files().get(local(path, face.group(2))).length;
                }
            }
        }
        return bytes;
    }

    /**
     * A face without a range serves all text of its style, and every page has text in italics: its site's name. The
     * math faces serve formulas alone, the common one every formula (its letters are italic ones that the text does not
     * show), the others by their range.
     */
    private static boolean mayAskFor(String rule, String source, Document document) {
        if (source.endsWith("math.woff2")) {
            return !document.select("math").isEmpty();
        }
        String text = source.contains("math") ? document.select("math").text() : document.text();
        Matcher range = RANGE.matcher(rule);
        boolean limited = false;
        while (range.find()) {
            limited = true;
            int from = Integer.parseInt(range.group(1), 16);
            int to = Optional.ofNullable(range.group(2))
                    .map(end -> Integer.parseInt(end, 16))
                    .orElse(from);
            if (text.codePoints().anyMatch(character -> character >= from && character <= to)) {
                return true;
            }
        }
        return !limited;
    }

    private String local(String file, String address) {
        return links.file(new SiteLinks.Reference(file, "", address))
                .orElseThrow(() -> new AssertionError(file + " loads " + address + " from elsewhere"));
    }

    int zipped(String file) {
        return zipped.computeIfAbsent(file, path -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(site.files().get(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.size();
        });
    }
}
