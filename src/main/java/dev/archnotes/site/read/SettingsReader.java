package dev.archnotes.site.read;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.yaml.YamlMapping;
import dev.archnotes.site.yaml.YamlSource;
import java.net.URI;
import java.net.URISyntaxException;

/** Reads {@code site.yaml}. */
final class SettingsReader {
    static final SiteSettings EMPTY = new SiteSettings("", "", "", "", "", "", "", SiteSettings.Folders.USUAL);

    /** The least that there has to be. */
    static final String EXAMPLE = """
            write one; the least is
            title: My notes
            tagline: "What they are about, in a sentence or two."
            base_url: "https://example.org/notes/\"""";

    private SettingsReader() {}

    static SiteSettings read(String path, String text, Diagnostics.Builder findings) {
        return new YamlSource(path, 1, findings)
                .mapping(text)
                .map(SettingsReader::settings)
                .orElse(EMPTY);
    }

    private static SiteSettings settings(YamlMapping mapping) {
        String baseUrl = mapping.text(
                "base_url", "write the address at which the site will stand, for example https://example.org/notes/");
        if (!baseUrl.isEmpty()) {
            checkAddress(mapping, "base_url", baseUrl);
        }
        String title = mapping.text("title", "write the name of the site");
        SiteSettings settings = new SiteSettings(
                title,
                mapping.optionalText("headline").orElse(title),
                mapping.text("tagline", "write what the site is about, in one or two sentences"),
                baseUrl.endsWith("/") ? baseUrl : baseUrl + "/",
                address(mapping, "repository"),
                address(mapping, "edit_url"),
                address(mapping, "issue_url"),
                new SiteSettings.Folders(
                        folder(mapping, "concepts", SiteSettings.Folders.USUAL.concepts()),
                        folder(mapping, "baselines", SiteSettings.Folders.USUAL.baselines())));
        mapping.finish();
        return settings;
    }

    private static String folder(YamlMapping mapping, String key, String usual) {
        String folder = mapping.optionalText(key).orElse(usual);
        if (folder.isBlank() || folder.startsWith("/") || folder.startsWith(".") || folder.contains("\\")) {
            mapping.impossible(
                    key, "\"" + folder + "\" is no folder of the notes", "write its name, for example " + usual);
            return usual;
        }
        return folder.endsWith("/") ? folder : folder + "/";
    }

    private static String address(YamlMapping mapping, String key) {
        String address = mapping.optionalText(key).orElse("");
        if (!address.isEmpty()) {
            checkAddress(mapping, key, address);
        }
        return address;
    }

    private static void checkAddress(YamlMapping mapping, String key, String address) {
        boolean sound;
        try {
            URI uri = new URI(address);
            sound = uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException notAnAddress) {
            sound = false;
        }
        if (!sound) {
            mapping.impossible(
                    key, "\"" + address + "\" is not an address", "write it in full: https://example.org/notes/");
        }
    }
}
