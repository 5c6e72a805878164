package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.catalogue.Targets;
import dev.archnotes.site.content.Disagreements;
import dev.archnotes.site.content.Glossary;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteId;
import dev.archnotes.site.markdown.node.Heading;
import dev.archnotes.site.markdown.node.LinkRef;
import dev.archnotes.site.parallel.Evenly;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Do links lead to notes, headings and files that are there? */
final class NoteLinks implements Check {
    /** A path that needs no other spelling to stand in a link. */
    private static final Pattern PLAIN_PATH = Pattern.compile("[\\p{L}\\p{M}\\p{N}./_~-]+");

    private final Targets.Builder targets;

    NoteLinks(Targets.Builder targets) {
        this.targets = targets;
    }

    @Override
    public void check(Catalogue catalogue, Diagnostics.Builder findings) {
        Destinations destinations = new Destinations(catalogue);
        Evenly.each(catalogue.library().prose(), text -> {
            for (LinkRef link : text.document().links()) {
                switch (link.kind()) {
                    case ANCHOR -> checkOwnAnchor(catalogue, text.id(), link, findings);
                    case NOTE, FILE -> checkFile(catalogue, destinations, text.id(), link, findings);
                    case EXTERNAL -> {}
                }
            }
        });
    }

    /** An anchor of the same page: a heading of the note, or a term of the glossary. */
    private void checkOwnAnchor(Catalogue catalogue, NoteId from, LinkRef link, Diagnostics.Builder findings) {
        Optional<Note> note = catalogue.note(from);
        if (note.isPresent()) {
            checkAnchor(note.get(), link, findings);
            return;
        }
        Glossary glossary = catalogue.library().glossary();
        Optional<Glossary.Term> term = glossary.named(link.wantedId());
        term.ifPresent(found -> targets.anchor(link, found.id()));
        if (term.isEmpty()) {
            GlossaryTerms.reportUnknown(
                    glossary, link.anchor(), link.location().right(link.path().length() + 1), findings);
        }
    }

    private void checkFile(
            Catalogue catalogue, Destinations destinations, NoteId from, LinkRef link, Diagnostics.Builder findings) {
        Optional<Note> note = destinations.exactNote(from, link);
        if (note.isPresent()) {
            leadTo(note.get(), link, findings);
            return;
        }
        Optional<String> file = destinations.file(from, link);
        if (file.isPresent()) {
            targets.file(link, file.get());
            return;
        }
        Optional<String> unusable = destinations.unusable(from, link);
        if (unusable.isPresent()) {
            Figures.checkName(unusable.get(), link.location(), link.path().length(), findings);
        } else if (!destinations.isRefused(from, link)) {
            checkBuiltAddress(catalogue, destinations, from, link, findings);
        }
    }

    private void leadTo(Note note, LinkRef link, Diagnostics.Builder findings) {
        targets.note(link, note.id());
        checkAnchor(note, link, findings);
    }

    /** A link that works on some site, but not in the folder that is its source. */
    private void checkBuiltAddress(
            Catalogue catalogue, Destinations destinations, NoteId from, LinkRef link, Diagnostics.Builder findings) {
        Optional<Note> meant = destinations.meantNote(from, link);
        Optional<String> folder = destinations.folder(from, link);
        if (meant.isPresent()) {
            leadTo(meant.get(), link, findings);
        } else {
            folder.ifPresent(path -> targets.folder(link, path));
        }
        if (meant.isPresent() || folder.isPresent()) {
            boolean isFolder = from.resolve(link.path())
                    .filter(path -> catalogue.library().hasFolder(path))
                    .isPresent();
            String message = isFolder ? "a link to a folder; name a file in it" : "this is not the path of a file";
            Diagnostic finding = Diagnostic.error(Rule.BUILT_ADDRESS, link.location(), message)
                    .withLength(link.path().length());
            findings.add(meant.map(note -> leadingTo(from.linkTo(note.path()), link, finding))
                    .orElse(finding));
            return;
        }
        Optional<String> outside = destinations.outside(from, link);
        outside.ifPresent(address -> targets.outside(link, address));
        destinations
                .problem(from, link)
                .ifPresent(problem -> findings.add(Diagnostic.error(problem.rule(), link.location(), problem.message())
                        .withHint(
                                problem.rule() == Rule.UNPUBLISHED_FILE
                                        ? problem.hint()
                                        : hint(from, link, files(catalogue.library(), link.kind())))
                        .withLength(link.path().length())));
    }

    private static Diagnostic leadingTo(String path, LinkRef link, Diagnostic finding) {
        Diagnostic told = finding.withHint("write " + path);
        boolean plain = PLAIN_PATH.matcher(path).matches() && link.path().indexOf('?') < 0;
        return plain ? told.withEdit(link.location(), link.path(), path) : told;
    }

    private void checkAnchor(Note target, LinkRef link, Diagnostics.Builder findings) {
        if (target.disagreements().hasAnchor(link.wantedId())) {
            targets.anchor(link, link.wantedId());
            return;
        }
        if (target.document().isTitle(link.wantedId()) || link.wantedId().equals("top")) {
            targets.anchor(link, "main");
            return;
        }
        if (target.document().hasAnchor(link.wantedId())) {
            targets.anchor(link, link.wantedId());
            return;
        }
        Optional<Heading> heading = target.document().heading(link.wantedId());
        Location place = link.location().right(link.path().length() + 1);
        if (heading.isPresent()) {
            targets.anchor(link, heading.get().id());
            if (!heading.get().id().equals(link.wantedId())) {
                findings.add(formerId(target, heading.get(), place, "", link.anchor()));
            }
            return;
        }
        List<String> ids = Stream.concat(
                        target.document().headings().stream().map(Heading::id),
                        target.disagreements().entries().stream().map(Disagreements.Entry::id))
                .toList();
        boolean readable = !target.title().isEmpty() || !ids.isEmpty();
        if (link.anchor().isEmpty() || !readable) {
            return;
        }
        String message = target.path() + " has no heading with the id \"" + link.anchor() + "\"";
        Diagnostic finding = Diagnostic.error(Rule.DEAD_ANCHOR, place, message).about(link.anchor(), ids);
        String known = ids.isEmpty()
                ? "it has no headings; leave out #" + link.anchor()
                : "its headings are " + String.join(", ", ids);
        findings.add(finding.hint().isEmpty() ? finding.withHint(known) : finding);
    }

    /**
     * What to say of a link that uses the id that a heading had before.
     *
     * @param written the id as it stands at that place, with what stands before it
     * @param lead what stands before it: nothing, or the name of the note and a {@code #}
     */
    static Diagnostic formerId(Note target, Heading heading, Location place, String lead, String written) {
        String message = "the heading \"" + heading.text() + "\" of " + target.path() + " has another id by now";
        return Diagnostic.warning(Rule.FORMER_ANCHOR, place, message)
                .withHint("write #" + heading.id())
                .withEdit(place, written, lead + heading.id())
                .withLength(written.length());
    }

    private static Set<String> files(Library library, LinkRef.Kind kind) {
        return kind == LinkRef.Kind.FILE
                ? library.images()
                : library.notes().stream().map(Note::path).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The link that was probably meant: one spelled nearly the same, or one to the only file of that name. */
    private static String hint(NoteId from, LinkRef link, Set<String> files) {
        String near =
                Suggestion.hint(link.path(), files.stream().map(from::linkTo).toList());
        if (!near.isEmpty()) {
            return near;
        }
        String name = link.path().substring(link.path().lastIndexOf('/') + 1);
        List<String> named = files.stream()
                .filter(file -> file.equals(name) || file.endsWith("/" + name))
                .toList();
        return named.size() == 1 ? "did you mean \"" + from.linkTo(named.get(0)) + "\"?" : "";
    }
}
