package dev.archnotes.site.read;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Level;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.RuleLevels;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.site.content.Language;
import dev.archnotes.site.content.NoteAddress;
import dev.archnotes.site.content.PlacedWords;
import dev.archnotes.site.content.SiteAddress;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.yaml.YamlMapping;
import dev.archnotes.site.yaml.YamlSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads {@code site.yaml}. */
final class SettingsReader {
    static final SiteSettings EMPTY = new SiteSettings(
            "",
            "",
            "",
            SiteSettings.Addresses.NONE,
            SiteSettings.Folders.USUAL,
            Language.ENGLISH,
            SiteSettings.Treatment.USUAL,
            SiteSettings.Look.USUAL,
            "",
            List.of());

    private static final Map<String, Level> LEVELS =
            Arrays.stream(Level.values()).collect(Collectors.toMap(Level::key, level -> level));
    private static final List<String> RULES =
            Arrays.stream(Rule.values()).map(Rule::id).toList();
    private static final List<String> CHOSEN_RULES = Arrays.stream(Rule.values())
            .filter(rule -> rule.usual().isPresent())
            .map(Rule::id)
            .toList();
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_TEXT = 1_000;

    /** The least that there has to be. */
    static final String EXAMPLE = """
            write one; the least is
            title: My notes
            tagline: "What they are about, in a sentence or two.\"""";

    private SettingsReader() {}

    static SiteSettings read(String path, String text, NotesFolder folder, Diagnostics.Builder findings) {
        return new YamlSource(path, 1, findings)
                .mapping(text)
                .map(mapping -> settings(mapping, folder))
                .orElse(EMPTY);
    }

    static SiteSettings settings(YamlMapping mapping, NotesFolder folder) {
        String title = mapping.shortText("title", LONGEST_TITLE, "write the name of the site");
        SiteSettings settings = new SiteSettings(
                title,
                mapping.optionalShortText("headline", LONGEST_TITLE).orElse(title),
                mapping.shortText("tagline", LONGEST_TEXT, "write what the site is about, in one or two sentences"),
                new SiteSettings.Addresses(
                        base(mapping, "base_url"),
                        link(mapping, "repository"),
                        base(mapping, "edit_url"),
                        link(mapping, "issue_url")),
                new SiteSettings.Folders(
                        folder(mapping, "concepts", SiteSettings.Folders.USUAL.concepts()),
                        folder(mapping, "baselines", SiteSettings.Folders.USUAL.baselines())),
                language(mapping),
                new SiteSettings.Treatment(
                        levels(mapping),
                        excluded(mapping),
                        new PlacedWords(mapping.texts("order"), mapping.places("order")),
                        mapping.flag("book"),
                        mapping.flag("schemas"),
                        mapping.optionalShortText("license", LONGEST_TITLE).orElse("")),
                new LookReader(mapping, folder).look(),
                "",
                below(mapping));
        WantedVersion.check(mapping, "requires", GeneratorVersion.NUMBER);
        mapping.finish();
        return settings;
    }

    private static List<SiteSettings.Below> below(YamlMapping mapping) {
        List<SiteSettings.Below> sites = new ArrayList<>();
        mapping.optionalMapping("sites").ifPresent(named -> {
            for (String name : named.keys()) {
                String folder = named.text(name, "write the path of its notes folder, for example ../manual");
                if (!name.equals(NoteAddress.part(name)) || NoteAddress.isOfSite(name, true)) {
                    named.impossible(
                            name,
                            "\"" + name + "\" cannot be the address of a site",
                            "write a word in small letters that is no page of the site's own, for example manual");
                } else if (folder.startsWith("/") || folder.contains("\\") || folder.contains(":")) {
                    named.impossible(
                            name,
                            "\"" + folder + "\" is no path from this notes folder",
                            "write it with slashes, for example ../manual");
                } else {
                    sites.add(new SiteSettings.Below(name, folder.replaceFirst("/+$", ""), named.location(name)));
                }
            }
        });
        return sites;
    }

    private static Language language(YamlMapping mapping) {
        String tag = mapping.optionalText("language").orElse(Language.ENGLISH.tag());
        Optional<Language> language = Language.of(tag);
        if (language.isEmpty()) {
            mapping.impossible("language", "\"" + tag + "\" is no tag of a language", "write for example en or de");
        }
        return language.orElse(Language.ENGLISH);
    }

    private static RuleLevels levels(YamlMapping mapping) {
        boolean strict = mapping.flag("strict");
        Map<Rule, Level> chosen = new EnumMap<>(Rule.class);
        mapping.optionalMapping("rules").ifPresent(rules -> {
            for (String id : rules.keys(RULES)) {
                Level level = rules.choiceOr(id, LEVELS, Level.ERROR);
                Optional<Rule> rule = Rule.of(id);
                if (rule.isEmpty()) {
                    rules.impossible(id, "there is no rule \"" + id + "\"", Suggestion.hint(id, CHOSEN_RULES));
                } else if (rule.get().usual().isEmpty() && level != Level.ERROR) {
                    rules.impossible(
                            id,
                            "no site can be built in spite of [" + id + "]",
                            "the rules that can be lowered are " + String.join(", ", CHOSEN_RULES));
                } else {
                    chosen.put(rule.get(), level);
                }
            }
        });
        return new RuleLevels(strict, chosen);
    }

    private static List<String> excluded(YamlMapping mapping) {
        List<String> sound = new ArrayList<>();
        for (String pattern : mapping.texts("exclude")) {
            Optional<String> fault = FilePattern.fault(pattern);
            fault.ifPresent(message -> mapping.impossible(
                    "exclude", message, "write a file, a folder, or a pattern such as drafts/** or *.tmp.md"));
            if (fault.isEmpty()) {
                sound.add(pattern);
            }
        }
        return sound;
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

    /** An address to which paths are appended. */
    private static String base(YamlMapping mapping, String key) {
        String address = mapping.optionalText(key).orElse("");
        report(mapping, key, address, SiteAddress::faultOfBase);
        return address.isEmpty() ? "" : SiteAddress.base(address);
    }

    private static String link(YamlMapping mapping, String key) {
        String address = mapping.optionalText(key).orElse("");
        report(mapping, key, address, SiteAddress::fault);
        return address;
    }

    private static void report(
            YamlMapping mapping, String key, String address, Function<String, Optional<String>> fault) {
        if (!address.isEmpty()) {
            fault.apply(address).ifPresent(message -> mapping.impossible(key, message, SiteAddress.HINT));
        }
    }
}
