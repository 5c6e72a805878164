package dev.archnotes.site.read;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.HiddenCharacters;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.cache.Memory;
import dev.archnotes.site.content.Disagreements;
import dev.archnotes.site.content.Explanations;
import dev.archnotes.site.content.FailedOn;
import dev.archnotes.site.content.Figure;
import dev.archnotes.site.content.Glossary;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.content.Lineage;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteAddress;
import dev.archnotes.site.content.NoteId;
import dev.archnotes.site.content.NoteKind;
import dev.archnotes.site.content.ReadingOrder;
import dev.archnotes.site.content.Reference;
import dev.archnotes.site.content.SearchWords;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.content.Timeline;
import dev.archnotes.site.figure.ImageFormat;
import dev.archnotes.site.figure.ImageSize;
import dev.archnotes.site.figure.StyleSheetCheck;
import dev.archnotes.site.figure.SvgCheck;
import dev.archnotes.site.markdown.node.LinkRef;
import dev.archnotes.site.parallel.Evenly;
import dev.archnotes.site.specification.FamilyReader;
import dev.archnotes.site.write.OutputPaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** Reads a whole notes folder. The same folder gives the same library, in any order of its files on the disk. */
public final class LibraryReader {
    /** The settings of the site, at the top of the notes folder. */
    public static final String SETTINGS = "site.yaml";

    static final String BIBLIOGRAPHY = "references.bib";
    static final String TIMELINE = "timeline.yaml";
    static final String MECHANISMS = "mechanisms.yaml";
    static final String LINEAGE = "lineage.yaml";
    static final String READING = "reading.yaml";
    static final String DISAGREEMENTS = "disagreements.yaml";

    /** The note that introduces the disagreements. */
    private static final String INTRODUCTION = "disagreements.md";

    private static final long LARGEST_TEXT = 2_000_000;
    private static final long LARGEST_DRAWING = 5_000_000;
    private static final long LARGEST_IMAGE = 20_000_000;

    private static final Memory.Step<Told<SourceFile>> FILES = new Memory.Step<>("file");
    private static final Memory.Step<Told<Image>> FIGURES = new Memory.Step<>("figure");
    private static final Memory.Step<Told<Note>> NOTES = new Memory.Step<>("note");
    private static final Memory.Step<Told<Optional<ModelFamily>>> FAMILIES = new Memory.Step<>("family");
    private static final Memory.Step<Told<SortedMap<String, Reference>>> REFERENCES = new Memory.Step<>("references");
    private static final Memory.Step<Told<Timeline>> TIMELINES = new Memory.Step<>("timeline");
    private static final Memory.Step<Told<Explanations>> EXPLANATIONS = new Memory.Step<>("explanations");
    private static final Memory.Step<Told<Lineage>> LINEAGES = new Memory.Step<>("lineage");
    private static final Memory.Step<Told<ReadingOrder>> ORDERS = new Memory.Step<>("reading order");
    private static final Memory.Step<Told<Glossary>> GLOSSARIES = new Memory.Step<>("glossary");
    private static final Memory.Step<Told<SearchWords>> WORDS = new Memory.Step<>("search words");
    private static final Memory.Step<Told<Disagreements>> DISPUTES = new Memory.Step<>("disagreements");

    private final Diagnostics.Builder findings = Diagnostics.builder();
    private final SortedMap<String, SourceFile> files = new TreeMap<>();

    /** What is there and could not be read. */
    private final Set<String> refused = new TreeSet<>();

    /** The drafts that are left out. */
    private final Set<String> drafts = Collections.synchronizedSet(new TreeSet<>());

    private final boolean withDrafts;
    private final Memory memory;

    private LibraryReader(boolean withDrafts, Memory memory) {
        this.withDrafts = withDrafts;
        this.memory = memory;
    }

    /**
     * What was read, and what is wrong with it.
     *
     * @param library the content; incomplete where there are errors
     * @param findings what was found while reading; what it says has yet to be checked
     */
    public record Result(Library library, Diagnostics findings) {}

    /**
     * The specifications of a notes folder without its notes.
     *
     * @param families the model families, sorted by path
     * @param findings what is wrong with them
     * @param sources the text of each file, by path
     */
    public record Specifications(List<ModelFamily> families, Diagnostics findings, Map<String, String> sources) {}

    /**
     * Reads a folder; paths in the library and in its findings are relative to it.
     *
     * @throws IOException where the folder or one of its files cannot be read
     */
    public static Result read(Path notesFolder) throws IOException {
        return read(notesFolder, false, Memory.none());
    }

    /**
     * The same with drafts or without.
     *
     * @param drafts whether notes that say they are drafts belong to the library
     * @param memory what was read before, of which files that are as they were are not read again
     * @throws IOException where the folder or one of its files cannot be read
     */
    public static Result read(Path notesFolder, boolean drafts, Memory memory) throws IOException {
        LibraryReader reader = new LibraryReader(drafts, memory);
        NotesFolder all = NotesFolder.list(notesFolder);
        SiteSettings settings = reader.settings(all);
        NotesFolder folder = all.excluding(settings.treatment().exclude());
        reader.findings.addAll(folder.findings());
        reader.refused.addAll(folder.refused());
        reader.readFiles(folder.texts());
        Library texts = reader.library(folder, settings);
        List<Figure> figures = reader.figures(folder, texts);
        return new Result(texts.withFigures(figures, reader.sources()), reader.findings.build());
    }

    /**
     * Reads the specifications alone, which takes a fraction of the time.
     *
     * @throws IOException where the folder or one of its files cannot be read
     */
    public static Specifications specifications(Path notesFolder) throws IOException {
        LibraryReader reader = new LibraryReader(false, Memory.none());
        NotesFolder folder = NotesFolder.list(notesFolder);
        folder.findings().stream()
                .filter(finding -> isSpecification(finding.location().path()))
                .forEach(reader.findings::add);
        SortedMap<String, Path> texts = new TreeMap<>(folder.texts());
        texts.keySet().removeIf(path -> !isSpecification(path));
        reader.readFiles(texts);
        List<ModelFamily> families = reader.families();
        return new Specifications(families, reader.findings.build(), reader.sources());
    }

    /**
     * The settings of a notes folder alone, without what is wrong with them.
     *
     * @throws IOException where the folder or the file cannot be read
     */
    public static SiteSettings settings(Path notesFolder) throws IOException {
        return new LibraryReader(false, Memory.none()).settings(NotesFolder.list(notesFolder));
    }

    /** What the settings say, which has to be known before anything else is read. */
    private SiteSettings settings(NotesFolder folder) throws IOException {
        Path file = folder.texts().get(SETTINGS);
        if (file == null || !Files.isReadable(file) || Files.size(file) > LARGEST_TEXT) {
            return SettingsReader.EMPTY;
        }
        // what is wrong with its characters is told when all files are read
        SourceFile text = SourceFile.read(file, SETTINGS, Diagnostics.builder());
        return text.sound()
                ? FailedOn.naming(SETTINGS, () -> SettingsReader.read(SETTINGS, text.text(), folder, findings))
                : SettingsReader.EMPTY;
    }

    private void readFiles(SortedMap<String, Path> texts) throws IOException {
        SortedMap<String, Path> readable = new TreeMap<>();
        for (Map.Entry<String, Path> text : texts.entrySet()) {
            String path = text.getKey();
            if (path.codePoints().anyMatch(c -> c == '\n' || c == '\t' || HiddenCharacters.isForbidden(c))) {
                findings.add(Diagnostic.error(
                                Rule.BAD_ENCODING,
                                Location.startOf(path),
                                "the name of this file has a character that nobody sees")
                        .withHint("rename it"));
            }
            long largest = path.equals(BIBLIOGRAPHY) ? SourceFile.LARGEST : LARGEST_TEXT;
            if (isReadable(text.getValue(), path, largest)) {
                readable.put(path, text.getValue());
            }
        }
        try {
            List<Told<SourceFile>> read =
                    Evenly.map(readable.entrySet(), text -> source(text.getValue(), text.getKey()));
            read.forEach(file -> files.put(file.value().path(), file.tell(findings)));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private Told<SourceFile> source(Path file, String path) {
        try {
            return memory.get(FILES, path, FileStamp.of(file), () -> Told.by(found -> read(file, path, found)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static SourceFile read(Path file, String path, Diagnostics.Builder found) {
        try {
            return SourceFile.read(file, path, found);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether a file may be opened, and is not so large that reading it would end the build; if not, it says so. */
    private boolean isReadable(Path file, String path, long largest) throws IOException {
        long size = Files.size(file);
        String message = "";
        String hint = "";
        if (!Files.isReadable(file)) {
            message = "there is no permission to read this file";
        } else if (size > largest) {
            message = "the file is too large: " + megabytes(size) + " MB instead of " + megabytes(largest) + " at most";
            hint = "divide it, or make it smaller";
        }
        if (message.isEmpty()) {
            return true;
        }
        refused.add(path);
        findings.add(Diagnostic.error(Rule.UNREADABLE_FILE, Location.startOf(path), message)
                .withHint(hint));
        return false;
    }

    /** Rounded up, so that what is too large is never said to be as large as is allowed. */
    private static long megabytes(long bytes) {
        return (bytes + 999_999) / 1_000_000;
    }

    private SortedMap<String, String> sources() {
        SortedMap<String, String> sources = new TreeMap<>();
        files.forEach((path, file) -> sources.put(path, file.text()));
        return Collections.unmodifiableSortedMap(sources);
    }

    private static boolean isSpecification(String path) {
        return path.equals(ModelFamily.FILE) || path.endsWith("/" + ModelFamily.FILE);
    }

    /** Everything but the figures: which of the images are meant to be shown, the notes say. */
    private Library library(NotesFolder folder, SiteSettings settings) {
        if (!files.containsKey(SETTINGS) && !refused.contains(SETTINGS)) {
            findings.add(Diagnostic.error(
                            Rule.MISSING_FILE,
                            Location.startOf(SETTINGS),
                            "there is no " + SETTINGS + " in the notes folder")
                    .withHint(SettingsReader.EXAMPLE));
        }
        CompletableFuture<Timeline> timeline = part(TIMELINES, TIMELINE, Timeline.EMPTY, TimelineReader::read);
        CompletableFuture<SortedMap<String, Reference>> references = CompletableFuture.supplyAsync(this::references);
        CompletableFuture<List<ModelFamily>> families = CompletableFuture.supplyAsync(this::families);
        CompletableFuture<Explanations> mechanisms =
                part(EXPLANATIONS, MECHANISMS, Explanations.EMPTY, MechanismReader::read);
        CompletableFuture<Lineage> lineage = part(LINEAGES, LINEAGE, Lineage.EMPTY, LineageReader::read);
        CompletableFuture<ReadingOrder> reading = part(ORDERS, READING, ReadingOrder.NONE, ReadingOrderReader::read);
        CompletableFuture<Glossary> glossary = part(GLOSSARIES, Glossary.FILE, Glossary.NONE, GlossaryReader::read);
        CompletableFuture<SearchWords> search =
                part(WORDS, SearchWords.FILE, SearchWords.NONE, SearchWordsReader::read);
        CompletableFuture<Disagreements> disagreements =
                part(DISPUTES, DISAGREEMENTS, Disagreements.NONE, DisagreementReader::read);
        List<Note> notes = introduced(disagreements.join(), notes(settings, families.join()));
        return new Library(
                settings,
                notes,
                families.join(),
                references.join(),
                timeline.join(),
                mechanisms.join(),
                lineage.join(),
                reading.join(),
                glossary.join(),
                search.join(),
                folder.imagePaths(),
                others(folder),
                List.of(),
                sources());
    }

    /** The images and other files that a note shows or links to. */
    private List<Figure> figures(NotesFolder folder, Library library) throws IOException {
        SiteSettings.Look look = library.settings().look();
        SortedSet<String> used = new TreeSet<>(List.of(look.logo(), look.icon()));
        Optional<Figure> styleSheet = styleSheet(folder, look.styleSheet(), used);
        for (Note note : library.notes()) {
            note.document()
                    .images()
                    .forEach(image -> note.id().resolve(image.target()).ifPresent(used::add));
            note.texts().stream()
                    .flatMap(text -> text.links().stream())
                    .filter(link -> link.kind() == LinkRef.Kind.FILE)
                    .forEach(link -> note.id().resolve(link.path()).ifPresent(used::add));
        }
        List<Figure> figures = new ArrayList<>();
        for (Map.Entry<String, Path> image : folder.images().entrySet()) {
            boolean drawing = isDrawing(image.getKey());
            if (used.contains(image.getKey())
                    && hasUsableName(image.getKey())
                    && isReadable(image.getValue(), image.getKey(), drawing ? LARGEST_DRAWING : LARGEST_IMAGE)) {
                image(image.getKey(), image.getValue()).ifPresent(figures::add);
            }
        }
        for (Map.Entry<String, Path> other : folder.others().entrySet()) {
            boolean attached = used.contains(other.getKey())
                    && hasUsableName(other.getKey())
                    && Attachments.isHarmless(other.getKey())
                    && !NotesFolder.isText(other.getKey())
                    && !NotesFolder.isImage(other.getKey());
            if (attached && isReadable(other.getValue(), other.getKey(), LARGEST_IMAGE)) {
                figures.add(new Figure(other.getKey(), Files.readAllBytes(other.getValue()), Optional.empty()));
            }
        }
        styleSheet.ifPresent(figures::add);
        figures.sort(Comparator.comparing(Figure::path));
        return figures;
    }

    /**
     * A style sheet of the author's, as it was checked. Empty where there is none, or where it must not be published.
     *
     * @param used gets what it loads
     */
    private Optional<Figure> styleSheet(NotesFolder folder, String path, SortedSet<String> used) throws IOException {
        Path file = folder.others().get(path);
        if (file == null || !isReadable(file, path, LARGEST_TEXT)) {
            return Optional.empty();
        }
        Diagnostics.Builder found = Diagnostics.builder();
        SourceFile text = SourceFile.read(file, path, found);
        files.put(path, text);
        for (StyleSheetCheck.Loaded target : StyleSheetCheck.files(path, text.text(), found)) {
            Optional<String> loaded = new NoteId(path).resolve(target.path());
            boolean there = loaded.isPresent()
                    && (folder.images().containsKey(loaded.get())
                            || folder.others().containsKey(loaded.get()) && Attachments.isHarmless(loaded.get()));
            if (there) {
                used.add(loaded.get());
            } else {
                found.add(Diagnostic.error(
                        Rule.UNUSABLE_STYLE, target.place(), "there is no image or font " + target.path()));
            }
        }
        Diagnostics findingsOfStyle = found.build();
        findings.addAll(findingsOfStyle.all());
        return findingsOfStyle.hasErrors()
                ? Optional.empty()
                : Optional.of(new Figure(path, text.text().getBytes(StandardCharsets.UTF_8), Optional.empty()));
    }

    /** Whether a file can be published by its name; where it cannot, the note that uses it has a finding. */
    private static boolean hasUsableName(String path) {
        return OutputPaths.problem("notes/" + path).isEmpty();
    }

    private static boolean isDrawing(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(".svg");
    }

    /**
     * An image as it is published; of a drawing, exactly the text that was checked.
     *
     * @param drawing the text of a drawing
     * @param figure the image; empty where it must not be published
     */
    private record Image(Optional<SourceFile> drawing, Optional<Figure> figure) {
        static Told<Image> read(String path, Path file) {
            return Told.by(found -> {
                try {
                    return read(path, file, found);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }

        private static Image read(String path, Path file, Diagnostics.Builder found) throws IOException {
            Optional<SourceFile> drawing = Optional.empty();
            byte[] bytes;
            if (isDrawing(path)) {
                SourceFile text = SourceFile.read(file, path, found);
                drawing = Optional.of(text);
                if (text.sound()) {
                    SvgCheck.check(path, text.text(), found);
                }
                bytes = text.text().getBytes(StandardCharsets.UTF_8);
            } else {
                bytes = Files.readAllBytes(file);
                ImageFormat.check(path, bytes, found);
            }
            return new Image(
                    drawing,
                    found.build().hasErrors()
                            ? Optional.empty()
                            : Optional.of(new Figure(path, bytes, ImageSize.of(path, bytes))));
        }
    }

    private Optional<Figure> image(String path, Path file) throws IOException {
        try {
            Image image = memory.get(FIGURES, path, FileStamp.of(file), () -> Image.read(path, file))
                    .tell(findings);
            image.drawing().ifPresent(drawing -> files.put(path, drawing));
            return image.figure();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** The bibliography; a byte that is not UTF-8 harms one entry of it, and notes cite all the others. */
    private SortedMap<String, Reference> references() {
        SourceFile file = files.get(BIBLIOGRAPHY);
        if (file == null) {
            return Collections.emptySortedMap();
        }
        Diagnostics.Builder found = file.sound() ? findings : Diagnostics.builder();
        return told(REFERENCES, file, BibliographyReader::read).tell(found);
    }

    /** How what a file says is read: by its path and text. */
    private interface Reader<T> {
        T read(String path, String text, Diagnostics.Builder findings);
    }

    /** What one file says, read beside the others. */
    private <T> CompletableFuture<T> part(Memory.Step<Told<T>> step, String path, T absent, Reader<T> reader) {
        SourceFile file = files.get(path);
        return file == null || !file.sound()
                ? CompletableFuture.completedFuture(absent)
                : CompletableFuture.supplyAsync(() -> told(step, file, reader).tell(findings));
    }

    private <T> Told<T> told(Memory.Step<Told<T>> step, SourceFile file, Reader<T> reader) {
        return memory.get(
                step,
                file.path(),
                file,
                () -> FailedOn.naming(
                        file.path(), () -> Told.by(found -> reader.read(file.path(), file.text(), found))));
    }

    /** The notes with their addresses; drafts are left out, and so is what is wrong with them. */
    private List<Note> notes(SiteSettings settings, List<ModelFamily> families) {
        List<SourceFile> texts = files.values().stream()
                .filter(file -> NotesFolder.isNote(file.path()))
                .toList();
        List<Note> notes = Evenly.map(texts, file -> note(file, settings)).stream()
                .flatMap(Optional::stream)
                .toList();
        return NoteAddress.assign(notes, families);
    }

    /** All that the reading of a note depends on. */
    private record NoteSource(SourceFile file, NoteKind kind, boolean strict) {
        Told<Note> read() {
            return Told.by(found -> NoteReader.read(file.path(), kind, strict, file.text(), found));
        }
    }

    private Optional<Note> note(SourceFile file, SiteSettings settings) {
        boolean strict = settings.treatment().levels().strict();
        NoteSource source = new NoteSource(file, kind(file.path(), settings.folders()), strict);
        Told<Note> told = memory.get(NOTES, file.path(), source, () -> FailedOn.naming(file.path(), source::read));
        if (told.value().front().filing().draft() && !withDrafts) {
            drafts.add(file.path());
            return Optional.empty();
        }
        told.findings().stream().filter(this::concernsBibliography).forEach(findings::add);
        return Optional.of(told.value());
    }

    /** Without a bibliography, an at sign in brackets is what the author wrote, and no citation. */
    private boolean concernsBibliography(Diagnostic finding) {
        return finding.rule() != Rule.UNKNOWN_CITATION || files.containsKey(BIBLIOGRAPHY);
    }

    private SortedSet<String> others(NotesFolder folder) {
        SortedSet<String> others = new TreeSet<>(folder.others().keySet());
        others.addAll(drafts);
        return Collections.unmodifiableSortedSet(others);
    }

    /** The notes, that of the disagreements with them. */
    private List<Note> introduced(Disagreements disagreements, List<Note> notes) {
        if (files.containsKey(DISAGREEMENTS) && notes.stream().noneMatch(LibraryReader::introducesDisagreements)) {
            findings.add(Diagnostic.error(
                            Rule.MISSING_FILE,
                            Location.startOf(DISAGREEMENTS),
                            "there is no " + INTRODUCTION + ", the note on whose page these stand")
                    .withHint("write it beside this file: title, slug, key and description, and what introduces them"));
        }
        return notes.stream()
                .map(note -> introducesDisagreements(note) ? note.withDisagreements(disagreements) : note)
                .toList();
    }

    private static boolean introducesDisagreements(Note note) {
        return note.path().equals(INTRODUCTION);
    }

    private List<ModelFamily> families() {
        List<ModelFamily> families = new ArrayList<>();
        for (SourceFile file : files.values()) {
            if (file.sound() && isSpecification(file.path())) {
                told(FAMILIES, file, FamilyReader::read).tell(findings).ifPresent(families::add);
            }
        }
        return families;
    }

    private NoteKind kind(String path, SiteSettings.Folders folders) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        if (path.equals(folder + "index.md") && files.containsKey(folder + ModelFamily.FILE)) {
            return NoteKind.MODEL;
        }
        return path.startsWith(folders.concepts()) ? NoteKind.CONCEPT : NoteKind.TEXT;
    }
}
