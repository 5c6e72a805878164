package dev.archnotes.site.content;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The language of a site.
 *
 * @param tag its tag as BCP 47 writes it: {@code en}, {@code de-AT}, {@code zh-Hans}
 */
public record Language(String tag) {
    /** Where the settings name none. */
    public static final Language ENGLISH = new Language("en");

    private static final int LONGEST_TAG = 35;

    /** The languages whose usual script runs from right to left. */
    private static final Set<String> FROM_RIGHT =
            Set.of("ar", "arc", "ckb", "dv", "fa", "he", "ku", "nqo", "ps", "sd", "syr", "ug", "ur", "yi");

    /** The scripts that run from right to left. */
    private static final Set<String> SCRIPTS_FROM_RIGHT =
            Set.of("Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa");

    /** The language of a tag; empty where it is no tag. */
    public static Optional<Language> of(String tag) {
        if (tag.isEmpty() || tag.length() > LONGEST_TAG || !tag.matches("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")) {
            return Optional.empty();
        }
        return Optional.of(new Language(Locale.forLanguageTag(tag).toLanguageTag()))
                .filter(language -> !language.primary().equals("und"));
    }

    /** The language without its script and country: {@code de}. */
    public String primary() {
        int hyphen = tag.indexOf('-');
        return hyphen < 0 ? tag : tag.substring(0, hyphen);
    }

    /** In which direction its lines run, as HTML says it: {@code ltr} or {@code rtl}. */
    public String direction() {
        String script = Locale.forLanguageTag(tag).getScript();
        boolean fromRight = script.isEmpty() ? FROM_RIGHT.contains(primary()) : SCRIPTS_FROM_RIGHT.contains(script);
        return fromRight ? "rtl" : "ltr";
    }
}
