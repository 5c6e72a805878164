package dev.archnotes.site.catalogue;

import dev.archnotes.site.content.Library;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteAddress;
import dev.archnotes.site.content.NoteKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The general notes as they lie in their folders: a folder is a section, its own note the section's page. Models and
 * concepts have orders of their own, and notes that the frame of every page names are no part of it.
 */
public final class Outline {
    /** {@code 2-b} before {@code 10-a}, whatever the case. */
    private static final Comparator<String> BY_NAME = Outline::compareNames;

    private final List<Entry> entries;
    private final boolean shown;
    private final List<Entry> sequence = new ArrayList<>();
    private final Map<String, List<Entry>> ways = new HashMap<>();

    /**
     * A note, or a folder with what is in it.
     *
     * @param address where its page stands, without slashes around it
     * @param title its title
     * @param note the note, or that of the folder; empty where the folder has none
     * @param hasPage whether there is a page at the address: of the note, or a list of what is in the folder
     * @param entries what is in the folder
     */
    public record Entry(String address, String title, Optional<Note> note, boolean hasPage, List<Entry> entries) {
        public Entry {
            entries = List.copyOf(entries);
        }

        /** Whether it is a folder whose page nobody wrote. */
        public boolean isGenerated() {
            return note.isEmpty() && hasPage;
        }
    }

    private Outline(List<Entry> entries, boolean shown) {
        this.entries = List.copyOf(entries);
        this.shown = shown;
        walk(entries, List.of());
    }

    private void walk(List<Entry> level, List<Entry> above) {
        for (Entry entry : level) {
            List<Entry> way = new ArrayList<>(above);
            way.add(entry);
            if (entry.hasPage()) {
                sequence.add(entry);
                ways.put(entry.address(), List.copyOf(way));
            }
            walk(entry.entries(), way);
        }
    }

    /** The outline of a library. */
    static Outline of(Library library) {
        Folder root = new Folder("");
        Set<String> addresses = new HashSet<>();
        for (Note note : library.notes(NoteKind.TEXT)) {
            addresses.add(note.address());
            if (!note.isHome() && note.front().frame().place().isEmpty()) {
                root.add(note, note.folder());
            }
        }
        boolean models = library.notes().stream().anyMatch(note -> note.kind() != NoteKind.TEXT);
        List<Entry> entries = root.entries(new Order(library), addresses, models);
        boolean folders = entries.stream().anyMatch(entry -> !entry.entries().isEmpty());
        return new Outline(entries, folders || !models && entries.size() > 1);
    }

    /** What lies at the top. */
    public List<Entry> entries() {
        return entries;
    }

    /** Whether it is worth showing: there are folders, or there is nothing but general notes. */
    public boolean isShown() {
        return shown;
    }

    /** All pages in the order in which they are read. */
    public List<Entry> sequence() {
        return List.copyOf(sequence);
    }

    /** The folders above a page, the largest first, and the page itself; nothing of a page that is no part of it. */
    public List<Entry> way(String address) {
        return ways.getOrDefault(address, List.of());
    }

    /** The address, where it is that of a folder whose page nobody wrote. */
    public Optional<String> folderAt(String address) {
        List<Entry> way = way(address);
        return way.isEmpty() || !way.get(way.size() - 1).isGenerated() ? Optional.empty() : Optional.of(address);
    }

    private static int compareNames(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            if (Character.isDigit(one.charAt(i)) && Character.isDigit(other.charAt(j))) {
                String first = digits(one, i);
                String second = digits(other, j);
                int numbers = Comparator.comparingInt(String::length)
                        .thenComparing(Comparator.<String>naturalOrder())
                        .compare(first.replaceFirst("^0+", ""), second.replaceFirst("^0+", ""));
                if (numbers != 0) {
                    return numbers;
                }
                i += first.length();
                j += second.length();
            } else {
                int letters = Character.compare(
                        Character.toLowerCase(one.charAt(i++)), Character.toLowerCase(other.charAt(j++)));
                if (letters != 0) {
                    return letters;
                }
            }
        }
        int rest = Integer.compare(one.length() - i, other.length() - j);
        return rest != 0 ? rest : one.compareTo(other);
    }

    private static String digits(String name, int from) {
        int end = from;
        while (end < name.length() && Character.isDigit(name.charAt(end))) {
            end++;
        }
        return name.substring(from, end);
    }

    /** What comes first among neighbors: what the settings name, then by weight, then by name. */
    private static final class Order {
        private final List<String> named;

        Order(Library library) {
            this.named = library.settings().treatment().order().list().stream()
                    .map(path -> path.replaceFirst("^/", "").replaceFirst("/$", ""))
                    .toList();
        }

        int place(String path) {
            int place = named.indexOf(path);
            return place < 0 ? named.size() : place;
        }
    }

    /** An entry with what it is sorted by. */
    private record Placed(int place, double weight, String name, Entry entry) {
        static final Comparator<Placed> ORDER = Comparator.comparingInt(Placed::place)
                .thenComparingDouble(Placed::weight)
                .thenComparing(Placed::name, BY_NAME);
    }

    /** A folder while its notes are gathered. */
    private static final class Folder {
        private final String path;
        private final List<Note> notes = new ArrayList<>();
        private final SortedMap<String, Folder> folders = new TreeMap<>();
        private Optional<Note> own = Optional.empty();

        /** A folder by its path, with a slash at the end; empty for the notes folder. */
        Folder(String path) {
            this.path = path;
        }

        void add(Note note, String folder) {
            if (folder.length() > path.length()) {
                String inner = folder.substring(0, folder.indexOf('/', path.length()) + 1);
                folders.computeIfAbsent(inner, Folder::new).add(note, folder);
            } else if (own.isEmpty()
                    && !path.isEmpty()
                    && NoteAddress.isOfFolder(note.id())
                    && (!note.slug().isEmpty() || note.address().equals(NoteAddress.ofFolder(path)))) {
                own = Optional.of(note);
            } else {
                notes.add(note);
            }
        }

        List<Entry> entries(Order order, Set<String> addresses, boolean models) {
            List<Note> leaves = new ArrayList<>(notes);
            List<Placed> placed = new ArrayList<>();
            for (Folder folder : folders.values()) {
                placed.add(folder.placed(leaves, order, addresses, models));
            }
            for (Note note : leaves) {
                placed.add(new Placed(
                        order.place(note.path()),
                        weight(Optional.of(note)),
                        note.id().name(),
                        new Entry(note.address(), note.title(), Optional.of(note), true, List.of())));
            }
            return placed.stream().sorted(Placed.ORDER).map(Placed::entry).toList();
        }

        /** The folder as an entry; a note beside it that has its name is its note, where it has none of its own. */
        private Placed placed(List<Note> beside, Order order, Set<String> addresses, boolean models) {
            String address = NoteAddress.ofFolder(path);
            if (own.isEmpty()) {
                own = beside.stream()
                        .filter(note -> note.address().equals(address))
                        .findFirst();
                own.ifPresent(beside::remove);
            }
            String name = path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1);
            boolean free = !addresses.contains(address) && !NoteAddress.isOfSite(address, models);
            Entry entry = new Entry(
                    own.map(Note::address).orElse(address),
                    own.map(Note::title).orElse(NoteAddress.words(name)),
                    own,
                    own.isPresent() || free,
                    entries(order, addresses, models));
            int place = Math.min(
                    order.place(path.substring(0, path.length() - 1)),
                    own.map(note -> order.place(note.path())).orElse(Integer.MAX_VALUE));
            return new Placed(place, weight(own), name, entry);
        }

        private static double weight(Optional<Note> note) {
            return note.flatMap(there -> there.front().filing().weight()).orElse(Double.MAX_VALUE);
        }
    }
}
