package dev.archnotes.site.read;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.site.content.Glossary;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.SearchWords;
import dev.archnotes.site.specification.FamilyReader;
import dev.archnotes.site.yaml.Explorer;
import dev.archnotes.site.yaml.MappingShape;
import dev.archnotes.site.yaml.YamlMapping;
import java.util.function.Consumer;

/** The YAML that authors write, with the reader of each, which alone knows the keys. */
public enum NotesFormat {
    SITE(
            "site",
            LibraryReader.SETTINGS,
            "The settings of a site.",
            top -> SettingsReader.settings(top, NotesFolder.NONE)),
    FRONT_MATTER("front-matter", "front matter", "What a note says of itself above its text.", NoteReader::explore),
    ARCHITECTURE("architecture", ModelFamily.FILE, "A family of models and its variants.", FamilyReader::family),
    TIMELINE(
            "timeline",
            LibraryReader.TIMELINE,
            "Eras, events and the histories of mechanisms.",
            TimelineReader::timeline),
    GLOSSARY(
            "glossary",
            Glossary.FILE,
            "Terms and what they mean.",
            top -> new GlossaryReader(Diagnostics.builder()).glossary(top)),
    READING("reading", LibraryReader.READING, "The order in which concepts are learned.", ReadingOrderReader::order),
    MECHANISMS("mechanisms", LibraryReader.MECHANISMS, "What each mechanism changes.", MechanismReader::texts),
    LINEAGE("lineage", LibraryReader.LINEAGE, "Which families descend from which.", LineageReader::lineage),
    DISAGREEMENTS(
            "disagreements",
            LibraryReader.DISAGREEMENTS,
            "Where sources differ.",
            top -> new DisagreementReader(top.source(), Diagnostics.builder()).disagreements(top)),
    SEARCH("search", SearchWords.FILE, "What people type for what notes call otherwise.", SearchWordsReader::words);

    private final String id;
    private final String file;
    private final String description;
    private final Consumer<YamlMapping> reader;

    NotesFormat(String id, String file, String description, Consumer<YamlMapping> reader) {
        this.id = id;
        this.file = file;
        this.description = description;
        this.reader = reader;
    }

    /** Its name in a word: {@code front-matter}. */
    public String id() {
        return id;
    }

    /** The name of the file that is written in it. */
    public String file() {
        return file;
    }

    /** What is written in it, in a sentence. */
    public String description() {
        return description;
    }

    /** The keys that its reader asks for. */
    public MappingShape shape() {
        return Explorer.explore(reader);
    }
}
