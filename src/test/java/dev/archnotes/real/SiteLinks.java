package dev.archnotes.real;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Follows the links of a site without a network: within the site every address and anchor has to exist. */
final class SiteLinks {
    /** Attributes that hold one address. */
    private static final List<String> ADDRESSES = List.of("href", "src", "poster");

    private static final Pattern STYLE_URL = Pattern.compile("url\\(\\s*[\"']?([^\"')]+)[\"']?\\s*\\)");

    private final RealSite site;
    private final Map<String, Set<String>> ids = new HashMap<>();

    SiteLinks(RealSite site) {
        this.site = site;
        site.documents().forEach((path, document) -> {
            Set<String> known = new HashSet<>();
            document.select("[id]").forEach(element -> known.add(element.id()));
            // a model that is chosen by the address of the calculator
            document.select(".calculator-form [name=model] option")
                    .forEach(option -> known.add("model=" + option.attr("value")));
            ids.put(path, known);
        });
    }

    /** An address as it stands in a file of the site. */
    record Reference(String file, String element, String address) {
        @Override
        public String toString() {
            return file + ": " + element + " -> " + address;
        }
    }

    /** Every address on every page: links, resources, scripts that are loaded later, social cards. */
    List<Reference> onPages() {
        List<Reference> references = new ArrayList<>();
        site.documents().forEach((file, document) -> references.addAll(on(file, document)));
        return references;
    }

    private static List<Reference> on(String file, Document document) {
        List<Reference> references = new ArrayList<>();
        for (String attribute : ADDRESSES) {
            for (Element element : document.select("[" + attribute + "]")) {
                references.add(new Reference(file, element.normalName(), element.attr(attribute)));
            }
        }
        for (Element element : document.select("[data-scripts]")) {
            for (String script : element.attr("data-scripts").split(" ")) {
                references.add(new Reference(file, element.normalName() + " data-scripts", script));
            }
        }
        for (Element element : document.select("[srcset]")) {
            for (String candidate : element.attr("srcset").split(",")) {
                references.add(new Reference(
                        file,
                        element.normalName() + " srcset",
                        candidate.strip().split("\\s+")[0]));
            }
        }
        for (Element element :
                document.select("meta[property=og:url], meta[property=og:image], meta[name=twitter:image]")) {
            references.add(new Reference(file, "meta", element.attr("content")));
        }
        return references;
    }

    /** Every {@code url()} in the style sheets. */
    List<Reference> inStyles() {
        List<Reference> references = new ArrayList<>();
        for (String file : site.files().keySet()) {
            if (file.endsWith(".css")) {
                Matcher matcher = STYLE_URL.matcher(site.text(file));
                while (matcher.find()) {
                    references.add(new Reference(file, "url()", matcher.group(1)));
                }
            }
        }
        return references;
    }

    /** Whether an address leads to another host. */
    boolean isForeign(Reference reference) {
        return resolve(reference)
                .filter(address -> address.getScheme().startsWith("http") && !isWithin(address))
                .isPresent();
    }

    /** The file of the site that an address names; empty where it leads out of the site or is no address. */
    Optional<String> file(Reference reference) {
        return resolve(reference).filter(this::isWithin).map(address -> {
            String path = address.getPath()
                    .substring(URI.create(site.baseUrl()).getPath().length());
            return path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
        });
    }

    /** Why an address leads nowhere; empty for a good one. */
    String fault(Reference reference) {
        Optional<URI> resolved = resolve(reference);
        if (reference.address().isBlank() || resolved.isEmpty()) {
            return "is not an address";
        }
        URI address = resolved.get();
        if (isForeign(reference)) {
            return address.getHost() == null
                    ? "has no host"
                    : address.getScheme().equals("https") ? "" : "is not encrypted";
        }
        if (!isWithin(address)) {
            return Set.of("data", "mailto").contains(address.getScheme()) ? "" : "leaves the site";
        }
        String file = file(reference).orElseThrow();
        if (!site.has(file)) {
            return "there is no " + file;
        }
        String anchor = address.getFragment();
        boolean found = anchor == null
                || anchor.isEmpty()
                || Stream.of(anchor.replace("&second=", "&model=").split("&"))
                        .allMatch(ids.getOrDefault(file, Set.of())::contains);
        return found ? "" : "there is no #" + anchor + " in " + file;
    }

    private boolean isWithin(URI address) {
        return address.toString().startsWith(site.baseUrl());
    }

    private Optional<URI> resolve(Reference reference) {
        try {
            return Optional.of(URI.create(site.address(reference.file())).resolve(new URI(reference.address())));
        } catch (URISyntaxException invalid) {
            return Optional.empty();
        }
    }
}
