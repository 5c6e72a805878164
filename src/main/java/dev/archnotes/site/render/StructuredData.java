package dev.archnotes.site.render;

import dev.archnotes.model.json.JsonText;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.page.Head;
import dev.archnotes.site.page.Link;
import dev.archnotes.site.page.Listing;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.Paths;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a page is, in the words of schema.org, for search engines. */
final class StructuredData {
    /** The downloads of the data page with their media types. */
    private static final Map<String, String> DOWNLOADS = downloads();

    private StructuredData() {}

    private static Map<String, String> downloads() {
        Map<String, String> downloads = new LinkedHashMap<>();
        downloads.put(Paths.MODELS_JSON, "application/json");
        downloads.put(Paths.MODELS_CSV, "text/csv");
        downloads.put(Paths.DICTIONARY, "text/csv");
        return downloads;
    }

    /** The page as JSON-LD that may stand in a script element; empty for the page of addresses that lead nowhere. */
    static String of(Page page, SiteSettings site) {
        if (page.listing().role().type().isEmpty()) {
            return "";
        }
        List<Object> graph = new ArrayList<>();
        graph.add(subject(page, site));
        if (!page.head().breadcrumbs().isEmpty()) {
            graph.add(breadcrumbs(page.head(), site));
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@context", "https://schema.org");
        data.put("@graph", graph);
        return JsonText.compact(data).replace("<", "\\u003C");
    }

    private static Map<String, Object> subject(Page page, SiteSettings site) {
        Head head = page.head();
        Listing.Role role = page.listing().role();
        boolean home = role == Listing.Role.SITE;
        boolean data = role == Listing.Role.DATASET;
        Map<String, Object> subject = of(role.type());
        subject.put(
                home || data ? "name" : "headline",
                home ? site.title() : data ? site.title() + ": " + head.title() : head.title());
        subject.put("description", head.description());
        subject.put("url", site.addresses().base() + head.path().value());
        page.listing()
                .card()
                .ifPresent(picture -> subject.put("image", site.addresses().base() + picture.path()));
        if (!home) {
            Map<String, Object> author = of("Organization");
            author.put("name", site.title());
            author.put("url", site.addresses().base());
            subject.put(data ? "creator" : "author", author);
        }
        if (data) {
            subject.put("isAccessibleForFree", true);
            subject.put(
                    "distribution",
                    DOWNLOADS.entrySet().stream()
                            .map(download -> download(download, site))
                            .toList());
        }
        return subject;
    }

    private static Map<String, Object> download(Map.Entry<String, String> file, SiteSettings site) {
        Map<String, Object> download = of("DataDownload");
        download.put("encodingFormat", file.getValue());
        download.put("contentUrl", site.addresses().base() + file.getKey());
        return download;
    }

    /** The same way home that the page shows. */
    private static Map<String, Object> breadcrumbs(Head head, SiteSettings site) {
        URI here = URI.create(site.addresses().base() + head.path().value());
        List<Object> items = new ArrayList<>();
        for (Link link : head.breadcrumbs()) {
            items.add(item(
                    items.size() + 1, link.text(), here.resolve(link.href()).toString()));
        }
        items.add(item(items.size() + 1, head.title(), here.toString()));
        Map<String, Object> list = of("BreadcrumbList");
        list.put("itemListElement", items);
        return list;
    }

    private static Map<String, Object> item(int position, String name, String address) {
        Map<String, Object> item = of("ListItem");
        item.put("position", position);
        item.put("name", name);
        item.put("item", address);
        return item;
    }

    private static Map<String, Object> of(String type) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@type", type);
        return thing;
    }
}
