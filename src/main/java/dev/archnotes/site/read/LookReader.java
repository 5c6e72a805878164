package dev.archnotes.site.read;

import dev.archnotes.site.content.SiteAddress;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.look.Color;
import dev.archnotes.site.yaml.YamlMapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads what {@code site.yaml} says about the look of the site. */
final class LookReader {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TEXT = 300;

    private final YamlMapping mapping;
    private final NotesFolder folder;

    LookReader(YamlMapping mapping, NotesFolder folder) {
        this.mapping = mapping;
        this.folder = folder;
    }

    SiteSettings.Look look() {
        return new SiteSettings.Look(
                accent(),
                file("logo", "an image of the notes folder", folder.images()::containsKey),
                file("icon", "an image of the notes folder", folder.images()::containsKey),
                file("extra_css", "a style sheet of the notes folder", this::isStyleSheet),
                footer());
    }

    private Optional<Color> accent() {
        String text = mapping.optionalText("accent").orElse("");
        Optional<Color> color = Color.of(text);
        if (!text.isEmpty() && color.isEmpty()) {
            mapping.impossible("accent", "\"" + text + "\" is no color", "write it as \"#1f5fa8\"");
        }
        return color;
    }

    private boolean isStyleSheet(String path) {
        return path.endsWith(".css") && folder.others().containsKey(path);
    }

    private String file(String key, String what, Predicate<String> exists) {
        String path = mapping.optionalText(key).orElse("");
        if (!path.isEmpty() && !exists.test(path)) {
            mapping.impossible(key, "\"" + path + "\" is not " + what, "write its path in the notes folder");
            return "";
        }
        return path;
    }

    private SiteSettings.Footer footer() {
        return mapping.optionalMapping("footer").map(LookReader::footer).orElse(SiteSettings.Footer.NONE);
    }

    private static SiteSettings.Footer footer(YamlMapping footer) {
        Map<String, String> links = new LinkedHashMap<>();
        footer.optionalMapping("links").ifPresent(named -> {
            for (String name : named.keys()) {
                String address = named.text(name, SiteAddress.HINT);
                SiteAddress.fault(address).ifPresent(fault -> named.impossible(name, fault, SiteAddress.HINT));
                if (name.length() > LONGEST_NAME) {
                    named.impossible(name, "the name of a link is too long", "write a word or two");
                }
                links.put(name, address);
            }
        });
        SiteSettings.Footer read = new SiteSettings.Footer(
                footer.optionalShortText("text", LONGEST_TEXT).orElse(""), links);
        footer.finish();
        return read;
    }
}
