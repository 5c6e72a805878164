package dev.archnotes.site.markdown.code;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that fenced code may be written in. */
public enum CodeLanguage {
    PYTHON,
    JSON,
    YAML,
    BASH,
    TEXT,
    CONSOLE,
    JAVA;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language with that name; text where none is named. */
    public static Optional<CodeLanguage> of(String word) {
        return word.isEmpty()
                ? Optional.of(TEXT)
                : Arrays.stream(values())
                        .filter(language -> language.word().equals(word))
                        .findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(CodeLanguage::word).toList();
    }
}
