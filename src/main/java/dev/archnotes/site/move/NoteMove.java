package dev.archnotes.site.move;

import dev.archnotes.model.diagnostic.Edit;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.site.cache.Memory;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.PlacedWords;
import dev.archnotes.site.content.Prose;
import dev.archnotes.site.markdown.node.ImageRef;
import dev.archnotes.site.markdown.node.LinkRef;
import dev.archnotes.site.read.LibraryReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A note or folder moved within the notes folder. Every link to it and from it leads where it led before, and a page
 * whose address changes says which one it had. The move is made on a copy first, whose links are held against those of
 * the notes as they are, so that nothing is touched where a link would be lost.
 */
public final class NoteMove {
    private static final String SETTINGS = LibraryReader.SETTINGS;

    private final Path notes;
    private final Relocation relocation;
    private final SortedMap<String, String> after = new TreeMap<>();
    private final SortedMap<String, String> before = new TreeMap<>();
    private final List<Edit> edits = new ArrayList<>();
    private final SortedMap<String, String> addresses = new TreeMap<>();

    private NoteMove(Path notes, Relocation relocation) {
        this.notes = notes;
        this.relocation = relocation;
    }

    /**
     * A move that can be made; nothing is changed yet.
     *
     * @param notes the notes folder
     * @param from the file or folder, relative to it, with forward slashes
     * @param to where it is to be, likewise
     * @throws MoveRefused where it cannot be
     */
    public static NoteMove of(Path notes, String from, String to) throws IOException {
        Path root = notes.toRealPath();
        MovePlaces.check(root, from, to);
        NoteMove move = new NoteMove(root, new Relocation(from, to, files(root)));
        move.plan();
        return move;
    }

    private static SortedSet<String> files(Path root) throws IOException {
        SortedSet<String> files = new TreeSet<>();
        try (Stream<Path> walk = Files.walk(root)) {
            walk.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .forEach(file -> files.add(name(root, file)));
        }
        return files;
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
    }

    /** The targets of links that change, where they stand before the move. */
    public List<Edit> edits() {
        return Collections.unmodifiableList(edits);
    }

    /** The former addresses that notes get, by the files of these notes after the move. */
    public SortedMap<String, String> addresses() {
        return Collections.unmodifiableSortedMap(addresses);
    }

    private void plan() throws IOException {
        Library library = LibraryReader.read(notes, true, Memory.none()).library();
        SortedMap<String, List<Edit>> byFile = new TreeMap<>();
        List<String> lost = new ArrayList<>();
        for (Prose prose : library.prose()) {
            for (Target target : targets(prose)) {
                String written = relocation.rewritten(prose.id(), target.path());
                if (!written.equals(target.path())) {
                    List<Edit> ofFile = byFile.computeIfAbsent(prose.path(), path -> new ArrayList<>());
                    if (!SourceEdits.of(text(prose.path())).find(target.place(), target.path(), written, ofFile)) {
                        lost.add(target.place() + ": " + target.path());
                    }
                }
            }
        }
        orderOf(library, byFile);
        if (!lost.isEmpty()) {
            throw new MoveRefused("these links cannot be rewritten for sure; write them another way first:\n  "
                    + String.join("\n  ", lost));
        }
        for (Map.Entry<String, List<Edit>> file : byFile.entrySet()) {
            List<Edit> ofFile = file.getValue().stream()
                    .distinct()
                    .sorted(Comparator.comparing(Edit::place))
                    .toList();
            edits.addAll(ofFile);
            String text = text(file.getKey());
            before.put(file.getKey(), text);
            after.put(relocation.moved(file.getKey()), SourceEdits.of(text).made(ofFile));
        }
        rehearse(library);
    }

    /** A file or folder that {@code site.yaml} puts in its place among others. */
    private void orderOf(Library library, SortedMap<String, List<Edit>> byFile) throws IOException {
        PlacedWords order = library.settings().treatment().order();
        for (String named : order.list()) {
            String bare = named.replaceFirst("^/", "").replaceFirst("/$", "");
            String moved = relocation.moved(bare);
            if (!moved.equals(bare)) {
                SourceEdits.of(text(SETTINGS))
                        .find(
                                order.place(named),
                                named,
                                named.replace(bare, moved),
                                byFile.computeIfAbsent(SETTINGS, path -> new ArrayList<>()));
            }
        }
    }

    private record Target(String path, Location place) {}

    private static List<Target> targets(Prose prose) {
        List<Target> targets = new ArrayList<>();
        for (LinkRef link : prose.document().links()) {
            if ((link.kind() == LinkRef.Kind.NOTE || link.kind() == LinkRef.Kind.FILE)
                    && !link.path().isEmpty()) {
                targets.add(new Target(link.path(), link.location()));
            }
        }
        for (ImageRef image : prose.document().images()) {
            if (!image.isElsewhere()) {
                targets.add(new Target(image.target(), image.location()));
            }
        }
        return targets;
    }

    /** Makes the move with the texts alone, in a folder of its own, and holds its links against those of today. */
    private void rehearse(Library library) throws IOException {
        Path stage = Files.createTempDirectory("archnotes-move");
        try {
            for (String path : library.sources().keySet()) {
                Path file = stage.resolve(relocation.moved(path));
                Files.createDirectories(file.getParent());
                String changed = after.get(relocation.moved(path));
                Files.writeString(file, changed != null ? changed : text(path));
            }
            Library moved = LibraryReader.read(stage, true, Memory.none()).library();
            SortedSet<String> files = new TreeSet<>();
            relocation.files().forEach(path -> files.add(relocation.moved(path)));
            Relocation nowhere = new Relocation("\0", "\0", files);
            List<String> expected = led(library, relocation);
            List<String> found = led(moved, nowhere);
            if (!expected.equals(found)) {
                expected.removeAll(found);
                throw new MoveRefused("these links would be lost; nothing was moved:\n  "
                        + String.join("\n  ", expected.isEmpty() ? found : expected));
            }
            readdress(library, moved);
        } finally {
            delete(stage);
        }
    }

    /** Which file leads to which, after the move; the same as often as it does. */
    private static List<String> led(Library library, Relocation relocation) {
        List<String> led = new ArrayList<>();
        for (Prose prose : library.prose()) {
            for (Target target : targets(prose)) {
                relocation
                        .target(prose.id(), target.path())
                        .ifPresent(file -> led.add(relocation.moved(prose.path()) + " to " + relocation.moved(file)));
            }
        }
        Collections.sort(led);
        return led;
    }

    private void readdress(Library library, Library moved) throws IOException {
        for (Note note : library.notes()) {
            String path = relocation.moved(note.path());
            if (path.equals(note.path()) || note.isHome()) {
                continue;
            }
            boolean other = moved.notes().stream()
                    .filter(later -> later.path().equals(path))
                    .anyMatch(later -> !later.address().equals(note.address())
                            && later.front().filing().aliases().list().stream()
                                    .noneMatch(alias -> bare(alias).equals(note.address())));
            if (other) {
                String text = text(note.path());
                before.put(note.path(), text);
                after.put(path, FormerAddress.addTo(after.getOrDefault(path, text), note.address()));
                addresses.put(path, "/" + note.address() + "/");
            }
        }
    }

    private static String bare(String alias) {
        return alias.replaceFirst("^/", "").replaceFirst("/$", "");
    }

    /**
     * Makes the move.
     *
     * @throws IOException where a file cannot be moved or written, or has changed since it was read
     */
    public void make() throws IOException {
        for (Map.Entry<String, String> file : before.entrySet()) {
            if (!text(file.getKey()).equals(file.getValue())) {
                throw new IOException(file.getKey() + " has changed meanwhile; nothing was moved");
            }
        }
        Path target = notes.resolve(relocation.to());
        Files.createDirectories(target.getParent());
        // without the option to replace what has come to be there meanwhile
        Files.move(notes.resolve(relocation.from()), target);
        for (Map.Entry<String, String> file : after.entrySet()) {
            Files.writeString(notes.resolve(file.getKey()), file.getValue());
        }
    }

    private String text(String path) throws IOException {
        return new String(Files.readAllBytes(notes.resolve(path)), StandardCharsets.UTF_8);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
