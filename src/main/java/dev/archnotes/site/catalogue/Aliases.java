package dev.archnotes.site.catalogue;

import dev.archnotes.site.content.Library;
import dev.archnotes.site.content.Note;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The addresses that pages of notes had before, and that lead on. */
public final class Aliases {
    private static final int LONGEST = 300;

    private static final String NAME = "[\\p{L}\\p{M}\\d_~@+-][\\p{L}\\p{M}\\d._~@+ -]*";
    private static final Pattern PATH = Pattern.compile("(?:" + NAME + "/)*(?:" + NAME + ")?");

    private Aliases() {}

    /**
     * The path of a page, relative to the root of the site, that an author's words mean; empty where they mean none.
     */
    public static Optional<String> path(String written) {
        String path = written.startsWith("/") ? written.substring(1) : written;
        if (path.isEmpty() || path.length() > LONGEST || !PATH.matcher(path).matches()) {
            return Optional.empty();
        }
        boolean file = path.endsWith(".html") || path.endsWith(".htm");
        String page = path.endsWith("/index.html") ? path.substring(0, path.length() - "index.html".length()) : path;
        return Optional.of(file || page.endsWith("/") ? page : page + "/").filter(named -> !named.equals("index.html"));
    }

    /** The notes by the addresses that their pages had before, where no page has these today. */
    static SortedMap<String, Note> of(Library library, Outline outline) {
        Set<String> taken = new HashSet<>();
        library.notes().forEach(note -> taken.add(note.address() + "/"));
        outline.sequence().forEach(entry -> taken.add(entry.address() + "/"));
        SortedMap<String, Note> aliases = new TreeMap<>();
        for (Note note : library.notes()) {
            for (String alias : note.front().filing().aliases().list()) {
                path(alias).filter(path -> !taken.contains(path)).ifPresent(path -> aliases.putIfAbsent(path, note));
            }
        }
        return Collections.unmodifiableSortedMap(aliases);
    }
}
