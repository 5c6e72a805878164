package dev.archnotes.site.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where the page of a note stands. The address of a general note follows the folders that its file is in; a folder's
 * own note, {@code index.md} or {@code README.md}, has the address of the folder.
 */
public final class NoteAddress {
    /** The notes that stand for their folder, the first one that is there. */
    private static final List<String> OF_FOLDER = List.of("index", "_index", "readme");

    /** The folders of the site that only its own files are in; a folder of the notes has another name there. */
    private static final Set<String> FOLDERS_OF_SITE = Set.of("assets", "cards", "notes", "search-index", "tags");

    /** Names that no page at the top of the site has but the site's own. */
    private static final Set<String> OF_SITE = Set.of(
            "404.html",
            "feed.xml",
            "glossary",
            "home",
            "index.html",
            "llms.txt",
            "references",
            "robots.txt",
            "search",
            "search-index.js",
            "sitemap.xml",
            "timeline");

    /** Those that a site with models has besides. */
    private static final Set<String> OF_MODELS =
            Set.of("calculator", "calculator-models.js", "compare", "compare-models.js", "concepts", "data", "models");

    private static final int LONGEST = 100;

    private NoteAddress() {}

    /** The address of a note by itself, whatever others there are; its slug may be empty. */
    public static String of(NoteId id, NoteKind kind, String slug) {
        switch (kind) {
            case MODEL:
                return "models/" + slug;
            case CONCEPT:
                return "concepts/" + (slug.isEmpty() ? part(id.stem()) : slug);
            default:
                List<String> parts = new ArrayList<>();
                if (!id.folder().isEmpty()) {
                    parts.addAll(List.of(ofFolder(id.folder()).split("/")));
                }
                boolean ofFolder = isOfFolder(id);
                if (ofFolder && !slug.isEmpty() && !parts.isEmpty()) {
                    parts.remove(parts.size() - 1);
                }
                if (!slug.isEmpty()) {
                    parts.add(slug);
                } else if (!ofFolder) {
                    parts.add(part(id.stem()));
                }
                return String.join("/", parts);
        }
    }

    /** The address of a folder: {@code guide/first-steps} for {@code Guide/First steps/}. */
    public static String ofFolder(String folder) {
        if (folder.isEmpty()) {
            return "";
        }
        List<String> parts = new ArrayList<>(
                Arrays.stream(folder.split("/")).map(NoteAddress::part).toList());
        if (FOLDERS_OF_SITE.contains(parts.get(0))) {
            parts.set(0, parts.get(0) + "-1");
        }
        return String.join("/", parts);
    }

    /** Whether a page of the site's own has that address, on a site with models or without. */
    public static boolean isOfSite(String address, boolean models) {
        return OF_SITE.contains(address) || FOLDERS_OF_SITE.contains(address) || models && OF_MODELS.contains(address);
    }

    /** A name of a file or a word of an author as a part of an address: {@code first-steps} for {@code First steps}. */
    public static String part(String name) {
        StringBuilder part = new StringBuilder();
        for (int c : name.toLowerCase(Locale.ROOT).codePoints().toArray()) {
            if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                part.appendCodePoint(c);
            } else if (part.length() > 0 && part.charAt(part.length() - 1) != '-') {
                part.append(c == '.' || c == '_' ? (char) c : '-');
            }
        }
        while (part.length() > 0 && "-._".indexOf(part.charAt(part.length() - 1)) >= 0) {
            part.setLength(part.length() - 1);
        }
        String text = part.length() > LONGEST
                ? part.substring(0, part.offsetByCodePoints(0, part.codePointCount(0, LONGEST) - 1))
                : part.toString();
        return text.isEmpty() ? "page" : text;
    }

    /** The name of a file or folder in words: {@code First steps} for {@code first-steps/}. */
    public static String words(String name) {
        String plain = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        String words = plain.replace('_', ' ').replace('-', ' ').strip().replaceAll("\\s+", " ");
        if (words.isEmpty()) {
            return plain;
        }
        int first = words.codePointAt(0);
        return new StringBuilder()
                .appendCodePoint(Character.toUpperCase(first))
                .append(words, Character.charCount(first), words.length())
                .toString();
    }

    /** Whether a note by that name may stand for its folder. */
    public static boolean isOfFolder(NoteId id) {
        return OF_FOLDER.contains(id.stem().toLowerCase(Locale.ROOT));
    }

    /**
     * The notes with an address each: one that was derived gives way to those that are taken, one that an author wrote
     * stays as it is.
     *
     * @param families the model families, which name the pages of their notes where these do not
     */
    public static List<Note> assign(List<Note> notes, List<ModelFamily> families) {
        Map<String, String> ofFolders = ofFolders(notes);
        boolean models = notes.stream().anyMatch(note -> note.kind() != NoteKind.TEXT);
        Set<String> taken = new HashSet<>();
        (models ? Stream.of(OF_SITE, OF_MODELS, FOLDERS_OF_SITE) : Stream.of(OF_SITE, FOLDERS_OF_SITE))
                .forEach(taken::addAll);
        notes.stream().filter(note -> !note.slug().isEmpty()).forEach(note -> taken.add(note.address()));
        return notes.stream()
                .map(note -> assign(ofFamily(note, families), ofFolders, taken))
                .toList();
    }

    private static Note ofFamily(Note note, List<ModelFamily> families) {
        boolean nameless = note.kind() == NoteKind.MODEL && note.slug().isEmpty();
        return families.stream()
                .filter(family -> nameless
                        && family.folder().equals(note.folder())
                        && !family.slug().isEmpty())
                .findFirst()
                .map(family -> note.withSlug(family.slug()))
                .orElse(note);
    }

    private static Note assign(Note note, Map<String, String> ofFolders, Set<String> taken) {
        boolean unread = note.title().isEmpty();
        if (note.kind() == NoteKind.MODEL || !note.slug().isEmpty() || unread) {
            return note;
        }
        if (note.kind() == NoteKind.CONCEPT) {
            Note named = note.withSlug(part(note.id().stem()));
            return named.withAddress(free(named.address(), taken));
        }
        boolean second = isOfFolder(note.id()) && !note.path().equals(ofFolders.get(note.folder()));
        String wanted = second
                ? String.join(
                        "/",
                        note.folder().isEmpty()
                                ? List.of(part(note.id().stem()))
                                : List.of(
                                        ofFolder(note.folder()), part(note.id().stem())))
                : note.address();
        return wanted.isEmpty() ? note : note.withAddress(free(wanted, taken));
    }

    /** The note that stands for each folder that has one. */
    private static Map<String, String> ofFolders(List<Note> notes) {
        Map<String, String> found = new TreeMap<>();
        for (String stem : OF_FOLDER) {
            for (Note note : notes) {
                if (note.id().stem().toLowerCase(Locale.ROOT).equals(stem)) {
                    found.putIfAbsent(note.folder(), note.path());
                }
            }
        }
        return found;
    }

    /** The address, numbered as headings of one name are where it is taken. */
    private static String free(String wanted, Set<String> taken) {
        String free = wanted;
        for (int number = 1; !taken.add(free); number++) {
            free = wanted + "-" + number;
        }
        return free;
    }
}
