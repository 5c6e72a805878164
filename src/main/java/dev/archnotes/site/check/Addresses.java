package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.catalogue.Aliases;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.catalogue.Outline;
import dev.archnotes.site.content.Figure;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteId;
import dev.archnotes.site.content.NoteKind;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.write.OutputPaths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Can every file of the site be written, and no two of them to one place? What the notes name is told at its place. */
final class Addresses implements Check {
    /** What a note at the top of the site cannot be called: the site has a folder, a file or a card of that name. */
    static final SortedSet<String> RESERVED = reserved();

    @Override
    public void check(Catalogue catalogue, Diagnostics.Builder findings) {
        Claims claims = new Claims();
        Set<PagePath> pages = new HashSet<>(); // a slug that is there twice is a finding already
        boolean models = !catalogue.library().families().isEmpty()
                || !catalogue.library().notes(NoteKind.CONCEPT).isEmpty();
        Paths.OWN.stream()
                .filter(path -> models || !Paths.isOfModels(path))
                .forEach(path -> claims.add(path, Claim.SITE));
        if (!catalogue.library().glossary().isEmpty()) {
            claims.addPage(Paths.GLOSSARY, Claim.SITE);
        }
        if (catalogue.library().settings().treatment().book()) {
            claims.addPage(Paths.BOOK, Claim.SITE);
            claims.add(Paths.BOOK_HEADS, Claim.SITE);
        }
        for (Note note : catalogue.library().notes()) {
            if (note.kind() == NoteKind.TEXT
                    && RESERVED.contains(note.slug())
                    && note.folder().isEmpty()) {
                report(note.slug(), note.front().slugPlace(), findings);
            } else if (note.kind() != NoteKind.MODEL && !note.isHome() && pages.add(Paths.note(note))) {
                claims.addPage(Paths.note(note), Claim.of(note));
            }
            checkAliases(note, findings);
        }
        catalogue.outline().sequence().stream()
                .filter(Outline.Entry::isGenerated)
                .map(entry -> Paths.page(entry.address()))
                .filter(pages::add)
                .forEach(page -> claims.addPage(page, Claim.ofFile(page.value())));
        catalogue.aliases().forEach((alias, note) -> claims.add(new PagePath(alias).file(), Claim.ofFile(note.path())));
        List<ModelFamily> families = catalogue.library().families().stream()
                .filter(family -> !family.slug().isEmpty() && pages.add(Paths.family(family.slug())))
                .toList();
        for (int i = 0; i < families.size(); i++) {
            ModelFamily family = families.get(i);
            Claim claim = catalogue
                    .note(new NoteId(family.folder() + "index.md"))
                    .map(Claim::of)
                    .orElse(Claim.ofFile(family.path()));
            claims.addPage(Paths.family(family.slug()), claim);
            family.places()
                    .forEach((id, place) ->
                            claims.addPage(Paths.variant(family.slug(), id), new Claim(id, place, id.length())));
            for (ModelFamily other : families.subList(i + 1, families.size())) {
                String pair = "the comparison of " + family.slug() + " and " + other.slug();
                claims.addPage(Paths.pair(family, other), new Claim(pair, claim.place(), claim.length()));
            }
        }
        for (Figure figure : catalogue.library().figures()) {
            // a name that some system cannot hold is reported where a note uses it
            if (OutputPaths.problem(figure.path()).isEmpty()) {
                claims.add(Paths.FIGURES + figure.path(), Claim.ofFile(figure.path()));
            }
        }
        claims.report(findings);
    }

    /** An address that a page had before may be any that a site can have. */
    private static void checkAliases(Note note, Diagnostics.Builder findings) {
        for (String alias : note.front().filing().aliases().list()) {
            boolean usable = Aliases.path(alias)
                    .filter(path ->
                            OutputPaths.problem(new PagePath(path).file()).isEmpty())
                    .isPresent();
            if (!usable) {
                findings.add(Diagnostic.warning(
                                Rule.IMPOSSIBLE_VALUE,
                                note.front()
                                        .filing()
                                        .aliases()
                                        .places()
                                        .getOrDefault(alias, Location.startOf(note.path())),
                                "\"" + alias + "\" is no address on this site")
                        .withHint("write what stands behind the name of the site: /guide/old-name/")
                        .withLength(alias.length()));
            }
        }
    }

    private static void report(String slug, Location place, Diagnostics.Builder findings) {
        findings.add(Diagnostic.error(Rule.RESERVED_SLUG, place, "\"" + slug + "\" is an address of the site's own")
                .withHint("write another slug; those of the site are " + String.join(", ", RESERVED))
                .withLength(slug.length()));
    }

    private static SortedSet<String> reserved() {
        SortedSet<String> names = new TreeSet<>();
        for (String path : Paths.OWN) {
            int slash = path.indexOf('/');
            names.add(slash < 0 ? path : path.substring(0, slash));
            String card = path.startsWith(Paths.CARDS) ? path.substring(Paths.CARDS.length()) : "";
            if (card.endsWith(Paths.CARD) && card.indexOf('/') < 0) {
                names.add(card.substring(0, card.length() - Paths.CARD.length()));
            }
        }
        return Collections.unmodifiableSortedSet(names);
    }

    /**
     * What needs a file.
     *
     * @param what a note, an image, a variant, in words; empty for the site itself
     * @param place where the author named it
     * @param length how many characters the name has there
     */
    private record Claim(String what, Location place, int length) {
        static final Claim SITE = new Claim("", Location.startOf(""), 1);

        static Claim of(Note note) {
            return new Claim(note.path(), note.front().slugPlace(), note.slug().length());
        }

        static Claim ofFile(String path) {
            return new Claim(path, Location.startOf(path), 1);
        }
    }

    /** Who needs which file. */
    private static final class Claims {
        private final Map<String, List<Claim>> byPath = new TreeMap<>();

        void add(String path, Claim claim) {
            byPath.computeIfAbsent(path, claimed -> new ArrayList<>()).add(claim);
        }

        void addPage(PagePath page, Claim claim) {
            add(page.file(), claim);
            add(Paths.card(page), claim);
        }

        void report(Diagnostics.Builder findings) {
            reportUnusable(findings);
            Set<List<String>> reported = new HashSet<>();
            List<String> paths = new ArrayList<>();
            byPath.forEach((path, claimed) -> paths.addAll(Collections.nCopies(claimed.size(), path)));
            for (List<String> clash : OutputPaths.clashes(paths)) {
                List<Claim> claims = clash.stream()
                        .distinct()
                        .flatMap(path -> byPath.getOrDefault(path, List.of()).stream())
                        .distinct()
                        .toList();
                for (Claim claim : claims) {
                    Claim other = claims.get(claim.equals(claims.get(0)) ? 1 : 0);
                    if (!claim.equals(Claim.SITE) && reported.add(List.of(claim.what(), other.what()))) {
                        findings.add(finding(claim, other, clash));
                    }
                }
            }
        }

        /** What somebody's system could not hold would stop the site as a whole when it is written. */
        private void reportUnusable(Diagnostics.Builder findings) {
            Set<Claim> reported = new HashSet<>(Set.of(Claim.SITE));
            // a card has the name of its page
            Map<String, List<Claim>> files = new TreeMap<>(byPath);
            files.keySet().removeIf(path -> path.startsWith(Paths.CARDS));
            files.forEach((path, claimed) -> OutputPaths.problem(path)
                    .ifPresent(problem -> claimed.stream()
                            .filter(reported::add)
                            .map(claim -> Diagnostic.error(
                                            Rule.RESERVED_SLUG,
                                            claim.place(),
                                            claim.what() + " would stand at " + path
                                                    + ", which cannot be used on every system: " + problem)
                                    .withHint("give it another name")
                                    .withLength(claim.length()))
                            .forEach(findings::add)));
        }

        private static Diagnostic finding(Claim claim, Claim other, List<String> clash) {
            boolean ofSite = other.equals(Claim.SITE);
            String message = ofSite
                    ? claim.what() + " would have the place of the site's own " + clash.get(0)
                    : claim.what() + " and " + other.what() + " would have the same place: "
                            + String.join(", ", clash.stream().distinct().toList());
            return Diagnostic.error(ofSite ? Rule.RESERVED_SLUG : Rule.DUPLICATE_SLUG, claim.place(), message)
                    .withHint("give one of them another name")
                    .withLength(claim.length());
        }
    }
}
