package dev.archnotes.model.diagnostic;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The rule that a finding is about; its {@link #id()} stands in brackets in every message, as in
 * {@code [unknown-note]}.
 */
public enum Rule {
    /** A file or block that is not YAML at all. */
    MALFORMED_YAML,
    /** A model configuration that is not JSON at all. */
    MALFORMED_JSON,
    /** A file that describes no model, but something that lies beside one: a tokenizer, an adapter, weights. */
    WRONG_FILE,
    /** A model type that no configuration reader knows. */
    UNKNOWN_MODEL_TYPE,
    /** A key of a model configuration whose effect is not modeled. */
    NOT_MODELED,
    /** A key that nothing reads. */
    UNKNOWN_KEY(Level.ERROR),
    /** A key that must be there and is not. */
    MISSING_KEY,
    /** A site that wants another version of the generator: whatever else is wrong with it follows from that. */
    WRONG_VERSION,
    /** A value that an import left for the author to write. */
    FILL_IN,
    /** Text where a number is meant, a list where one value is meant. */
    WRONG_TYPE,
    /** A value of the right type that cannot be: minus three layers. */
    IMPOSSIBLE_VALUE,
    /** A link to a note that does not exist. */
    UNKNOWN_NOTE(Level.WARNING),
    /** A link to a file that does not exist. */
    DEAD_LINK(Level.WARNING),
    /** A link to a file that is there and not on the site. */
    UNPUBLISHED_FILE(Level.WARNING),
    /** A link to a note by the address that its page has on some site. */
    BUILT_ADDRESS(Level.WARNING),
    /** A link to a heading that does not exist. */
    DEAD_ANCHOR(Level.WARNING),
    /** A link to a heading by the id that it had before headings were named as on GitHub. */
    FORMER_ANCHOR(Level.WARNING),
    /** A citation whose key is not in the bibliography. */
    UNKNOWN_CITATION(Level.WARNING),
    /** A term that the glossary does not have. */
    UNKNOWN_TERM,
    /** A checked fact whose text differs from the computed value. */
    WRONG_FACT(Level.ERROR),
    /** A checked fact that the generator does not know. */
    UNKNOWN_FACT,
    /** Two notes, pages or images with the same address. */
    DUPLICATE_SLUG,
    /** A note with an address of the site's own. */
    RESERVED_SLUG,
    /** Two variants, timeline events or other entries with the same id. */
    DUPLICATE_ID,
    /** A fenced block whose first word is nearly that of one of the generator's blocks. */
    UNKNOWN_BLOCK(Level.WARNING),
    /** A drawing, strip or curve that its page shows already. */
    REPEATED_PICTURE(Level.WARNING),
    /** An image file that is not beside the note. */
    MISSING_FIGURE(Level.WARNING),
    /** A formula that cannot be read. */
    BAD_MATH(Level.WARNING),
    /** A file whose bytes are not UTF-8, or a text with characters that nobody sees. */
    BAD_ENCODING(Level.ERROR),
    /** Front matter that is not opened and closed by lines of three hyphens. */
    BAD_FRONT_MATTER,
    /** A bibliography entry that cannot be read. */
    BAD_BIBLIOGRAPHY,
    /** A model id that names no model. */
    UNKNOWN_MODEL,
    /** A column of a comparison that names no fact. */
    UNKNOWN_COLUMN,
    /** Markdown that would not come out as it was meant: a row with too many cells, raw HTML, an unknown alert. */
    INVALID_MARKDOWN(Level.WARNING),
    /** HTML that is shown as it is written, because it is none of the elements that a note may have. */
    RAW_HTML(Level.WARNING),
    /** Syntax of another generator, which a reader would see. */
    FOREIGN_SYNTAX(Level.WARNING),
    /** A heading of the first level below the title, or one that skips a level. */
    HEADING_LEVEL(Level.OFF),
    /** Pages that have no picture for links to them, because their words are in letters that pictures cannot show. */
    NO_CARD(Level.WARNING),
    /** A title, key or description that is too long or too short for where it is shown. */
    TEXT_LENGTH(Level.WARNING),
    /** Two headings of one note with the same id. */
    DUPLICATE_HEADING(Level.OFF),
    /** A file that the site needs and that is not there. */
    MISSING_FILE,
    /** A file of weights whose header cannot be one. */
    MALFORMED_CHECKPOINT,
    /** A file of the notes that is not read: a link that leads out of them, a pipe, one without permission. */
    UNREADABLE_FILE(Level.ERROR),
    /** An image that is not published as it is: a drawing that runs or loads something, a file of another format. */
    UNUSABLE_FIGURE(Level.WARNING),
    /** A style sheet of one's own that loads something from elsewhere, and is left out. */
    UNUSABLE_STYLE(Level.ERROR),
    /** A template of a site's own that cannot be compiled or called. */
    TEMPLATE;

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final Optional<Level> usual;

    /** A rule without which no site can be built: a finding of it is always an error, unless it was never one. */
    Rule() {
        this.usual = Optional.empty();
    }

    /** A rule whose level the settings of a site may choose. */
    Rule(Level usual) {
        this.usual = Optional.of(usual);
    }

    /**
     * How grave an error of this rule is on a site whose settings say nothing about it and do not ask to be strict;
     * empty where a site cannot be built in spite of it.
     */
    public Optional<Level> usual() {
        return usual;
    }

    /** The rule of that name. */
    public static Optional<Rule> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
    }

    /** The rule's name in words joined by hyphens: {@code unknown-note}. */
    public String id() {
        return id;
    }

    @Override
    public String toString() {
        return id();
    }
}
