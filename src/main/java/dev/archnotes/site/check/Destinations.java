package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteAddress;
import dev.archnotes.site.content.NoteId;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.markdown.node.LinkRef;
import dev.archnotes.site.page.Paths;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a link in a note leads: to a note or a published file, to a folder's page, to the repository, or nowhere. */
final class Destinations {
    private static final List<String> OF_FOLDER = List.of("index.md", "README.md", "_index.md", "readme.md");
    private static final List<String> ENDINGS = List.of(".md", ".markdown");

    private final Catalogue catalogue;
    private final Library library;
    private final Set<String> published = new HashSet<>();

    /** Notes by the addresses of their pages, today's and former ones, without slashes around them. */
    private final Map<String, Note> byAddress = new HashMap<>();

    /**
     * Why a link leads to nothing on the site.
     *
     * @param hint what to write instead; empty where files of like names say it better
     */
    record Problem(Rule rule, String message, String hint) {}

    Destinations(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.library = catalogue.library();
        library.figures().forEach(figure -> published.add(figure.path()));
        for (Note note : library.notes()) {
            note.front().filing().aliases().list().forEach(alias -> byAddress.putIfAbsent(bare(alias), note));
        }
        library.notes().forEach(note -> byAddress.put(note.address(), note));
    }

    private static String bare(String address) {
        String bare = address.startsWith("/") ? address.substring(1) : address;
        return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }

    /** The note whose file the link names. */
    Optional<Note> exactNote(NoteId from, LinkRef link) {
        return link.kind() == LinkRef.Kind.NOTE ? path(from, link).flatMap(this::note) : Optional.empty();
    }

    private Optional<String> path(NoteId from, LinkRef link) {
        return from.resolve(link.path());
    }

    private Optional<Note> note(String path) {
        return catalogue.note(new NoteId(path));
    }

    /** The published file that the link names. */
    Optional<String> file(NoteId from, LinkRef link) {
        return path(from, link).filter(published::contains);
    }

    /** Whether the link names an image that was refused, which is told at its place. */
    boolean isRefused(NoteId from, LinkRef link) {
        return path(from, link).filter(library.images()::contains).isPresent();
    }

    /** The file of the notes that the link names, but whose name some system cannot hold. */
    Optional<String> unusable(NoteId from, LinkRef link) {
        return path(from, link)
                .filter(file -> library.images().contains(file) || !file.isEmpty() && library.hasFile(file))
                .filter(file -> Figures.problem(file).isPresent());
    }

    /** The note to which the link leads on a site, in the way that one generator or another builds it. */
    Optional<Note> meantNote(NoteId from, LinkRef link) {
        String target = link.path().startsWith("@/") ? link.path().substring(1) : link.path();
        int query = target.indexOf('?');
        Optional<String> path = from.resolve(query < 0 ? target : target.substring(0, query));
        if (path.isEmpty()) {
            return Optional.empty();
        }
        Optional<Note> found = near(path.get());
        if (found.isEmpty() && !from.stem().equals("index") && !target.startsWith("/")) {
            // a page that has a folder of its own stands one lower than its file
            found = new NoteId(from.folder() + from.stem() + "/index.md")
                    .resolve(target)
                    .flatMap(this::near);
        }
        return found.isPresent() ? found : Optional.ofNullable(byAddress.get(bare(target)));
    }

    private Optional<Note> near(String path) {
        String plain = path.replaceFirst("\\.html?$", "").replaceFirst("(^|/)index$", "");
        for (String base : List.of(path, plain)) {
            for (String ending : ENDINGS) {
                Optional<Note> note = base.isEmpty() ? Optional.empty() : note(base + ending);
                if (note.isPresent()) {
                    return note;
                }
            }
            for (String name : OF_FOLDER) {
                Optional<Note> note = note(base.isEmpty() ? name : base + "/" + name);
                if (note.isPresent()) {
                    return note;
                }
            }
        }
        return note(path).or(() -> Optional.ofNullable(byAddress.get(plain)).filter(note -> !note.isHome()));
    }

    /** The folder whose generated page the link leads to. */
    Optional<String> folder(NoteId from, LinkRef link) {
        return path(from, link)
                .map(NoteAddress::ofFolder)
                .flatMap(address -> catalogue.outline().folderAt(address));
    }

    /** The address in the repository of a file that is not on the site. */
    Optional<String> outside(NoteId from, LinkRef link) {
        Optional<String> inside = path(from, link);
        if (inside.isPresent() && !library.hasFile(inside.get())) {
            return Optional.empty();
        }
        boolean folder =
                inside.filter(library::hasFolder).isPresent() || link.path().endsWith("/");
        String path = inside.map(Paths::encoded).orElse(from.folder() + link.path());
        return base(folder).flatMap(base -> within(base, path));
    }

    /** Where the repository shows the files of the notes folder, or its folders. */
    private Optional<String> base(boolean folder) {
        SiteSettings settings = library.settings();
        String shown = folder ? "/tree/" : "/blob/";
        if (settings.addresses().edit().contains("/edit/")) {
            return Optional.of(settings.addresses().edit().replaceFirst("/edit/", shown));
        }
        return settings.addresses().repository().isEmpty()
                ? Optional.empty()
                : Optional.of(settings.addresses().repository().replaceFirst("/+$", "") + shown + "HEAD/");
    }

    /** An address that a path leads to from another one, as long as it stays in the same repository. */
    private static Optional<String> within(String base, String path) {
        try {
            URI start = URI.create(base);
            String address = start.resolve(path.replace(" ", "%20")).normalize().toString();
            int shown = Math.max(base.indexOf("/blob/"), base.indexOf("/tree/")) + "/blob/".length();
            int branch = base.indexOf('/', shown);
            return branch > 0 && address.startsWith(base.substring(0, branch + 1)) && !address.contains("/../")
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** What to say of a link that leads to nothing on the site; nothing of a file that the repository shows. */
    Optional<Problem> problem(NoteId from, LinkRef link) {
        Optional<String> path = path(from, link);
        if (path.isEmpty()) {
            return outside(from, link).isPresent()
                    ? Optional.empty()
                    : Optional.of(new Problem(
                            Rule.UNPUBLISHED_FILE,
                            "the link leaves the notes folder",
                            "write the address at which a reader finds it, or give edit_url in site.yaml or "
                                    + "--edit-url, by which it leads to the repository"));
        }
        if (library.sources().containsKey(path.get()) && !library.others().contains(path.get())) {
            return Optional.of(new Problem(
                    Rule.UNPUBLISHED_FILE,
                    path.get() + " is not part of the site",
                    "link to the page that shows what it says, or to the file in the repository"));
        }
        if (path.get().isEmpty() || library.hasFolder(path.get())) {
            return outside(from, link).isPresent()
                    ? Optional.empty()
                    : Optional.of(new Problem(
                            Rule.UNPUBLISHED_FILE, "a link to a folder; name a file in it", "write a file of it"));
        }
        if (library.hasFile(path.get())) {
            return outside(from, link).isPresent()
                    ? Optional.empty()
                    : Optional.of(new Problem(
                            Rule.UNPUBLISHED_FILE,
                            path.get() + " is not part of the site",
                            "site.yaml can name the repository that shows it, as edit_url"));
        }
        boolean note = link.kind() == LinkRef.Kind.NOTE;
        return Optional.of(new Problem(
                note ? Rule.UNKNOWN_NOTE : Rule.DEAD_LINK,
                "there is no " + (note ? "note " : "file ") + path.get(),
                ""));
    }
}
