package dev.archnotes.site.read;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.content.Reference;
import dev.archnotes.site.content.SiteAddress;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.BibTeXString;
import org.jbibtex.Key;
import org.jbibtex.ObjectResolutionException;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;
import org.jbibtex.Value;

/** Reads {@code references.bib}. Every entry is parsed by itself, so that one mistake does not hide the next. */
final class BibliographyReader {
    private static final int LONGEST_FIELD = 2_000;
    private static final int LONGEST_NAME = 300;

    private final Diagnostics.Builder findings;
    private final SortedMap<String, Reference> references = new TreeMap<>();

    private BibliographyReader(Diagnostics.Builder findings) {
        this.findings = findings;
    }

    static SortedMap<String, Reference> read(String path, String text, Diagnostics.Builder findings) {
        BibliographyReader reader = new BibliographyReader(findings);
        BibliographyEntry.split(path, text).forEach(reader::read);
        return Collections.unmodifiableSortedMap(CitationLetters.give(reader.references));
    }

    private void read(BibliographyEntry entry) {
        if (entry.type().equals("comment") || entry.type().equals("preamble")) {
            return;
        }
        Reference reference =
                new Reference(entry.key(), List.of(), "", "", "", "", "", "", entry.text(), entry.place());
        if (!entry.closed()) {
            findings.add(Diagnostic.error(Rule.BAD_BIBLIOGRAPHY, entry.place(), "the entry is not closed")
                    .withHint("check its braces")
                    .withLength(entry.type().length() + 1));
        } else if (entry.key().isEmpty()) {
            findings.add(Diagnostic.error(Rule.BAD_BIBLIOGRAPHY, entry.place(), "the entry has no key")
                    .withHint("write @" + entry.type() + "{key, …}")
                    .withLength(entry.type().length() + 1));
        } else if (entry.tooDeep().isPresent()) {
            findings.add(
                    Diagnostic.error(Rule.BAD_BIBLIOGRAPHY, entry.tooDeep().get(), "too many braces or joined texts")
                            .withHint("write the text without them"));
        } else {
            reference = parse(entry).map(parsed -> reference(entry, parsed)).orElse(reference);
        }
        Reference first = references.putIfAbsent(entry.key(), reference);
        if (first != null) {
            findings.add(Diagnostic.error(
                            Rule.DUPLICATE_ID,
                            entry.keyPlace(),
                            "the key \"" + entry.key() + "\" is used on line "
                                    + first.place().line() + " already")
                    .withLength(entry.key().length()));
        }
    }

    private Optional<BibTeXEntry> parse(BibliographyEntry entry) {
        try {
            Optional<BibTeXEntry> parsed = new LenientParser()
                    .parse(new StringReader(entry.text())).getEntries().values().stream()
                            .findFirst();
            if (parsed.isEmpty()) {
                report(entry.place(), "this is not an entry");
            }
            return parsed;
        } catch (ParseException wrong) {
            int line = wrong.currentToken == null || wrong.currentToken.next == null
                    ? 1
                    : wrong.currentToken.next.beginLine;
            int column = line == 1 ? entry.place().column() : wrong.currentToken.next.beginColumn;
            String found =
                    wrong.currentToken == null || wrong.currentToken.next == null ? "" : wrong.currentToken.next.image;
            report(
                    new Location(entry.place().path(), entry.place().line() + line - 1, Math.max(1, column)),
                    found.isEmpty() ? "the entry ends too early" : "\"" + found + "\" is not expected here");
        } catch (TokenMgrException | ObjectResolutionException wrong) {
            report(entry.place(), "the entry cannot be read");
        }
        return Optional.empty();
    }

    private void report(Location place, String message) {
        findings.add(Diagnostic.error(Rule.BAD_BIBLIOGRAPHY, place, message)
                .withHint("check commas, braces and equals signs"));
    }

    private Reference reference(BibliographyEntry entry, BibTeXEntry parsed) {
        for (Key required : List.of(BibTeXEntry.KEY_TITLE, BibTeXEntry.KEY_YEAR)) {
            if (field(parsed, required).isEmpty()) {
                findings.add(
                        Diagnostic.error(Rule.MISSING_KEY, entry.keyPlace(), "the entry has no " + required.getValue())
                                .withLength(entry.key().length()));
            }
        }
        return new Reference(
                entry.key(),
                authors(field(parsed, BibTeXEntry.KEY_AUTHOR)).stream()
                        .map(name -> cut(entry, "name", name, LONGEST_NAME))
                        .toList(),
                words(entry, parsed, BibTeXEntry.KEY_TITLE),
                words(entry, parsed, BibTeXEntry.KEY_YEAR),
                "",
                linked(entry, address(entry, parsed, BibTeXEntry.KEY_URL)),
                address(entry, parsed, BibTeXEntry.KEY_EPRINT),
                words(entry, parsed, BibTeXEntry.KEY_HOWPUBLISHED),
                entry.text(),
                entry.place());
    }

    private String words(BibliographyEntry entry, BibTeXEntry parsed, Key key) {
        return cut(entry, key.getValue(), BibliographyText.plain(field(parsed, key)), LONGEST_FIELD);
    }

    private String cut(BibliographyEntry entry, String what, String text, int most) {
        return isTooLong(entry, what, text, most) ? text.substring(0, most) + "…" : text;
    }

    private String address(BibliographyEntry entry, BibTeXEntry parsed, Key key) {
        String text = field(parsed, key).strip();
        return isTooLong(entry, key.getValue(), text, LONGEST_FIELD) ? "" : text;
    }

    /** Whether what is printed wherever the entry is cited is of no sane length, which is told. */
    private boolean isTooLong(BibliographyEntry entry, String what, String text, int most) {
        if (text.length() <= most) {
            return false;
        }
        findings.add(Diagnostic.error(
                        Rule.BAD_BIBLIOGRAPHY,
                        entry.keyPlace(),
                        "a " + what + " of the entry has " + text.length() + " characters, at most " + most
                                + " are read")
                .withHint("a brace or a comma may be missing")
                .withLength(entry.key().length()));
        return true;
    }

    /** What a page can link to; empty, with a finding, where it cannot. */
    private String linked(BibliographyEntry entry, String url) {
        Optional<String> fault = url.isEmpty() ? Optional.empty() : SiteAddress.fault(url);
        fault.ifPresent(message -> findings.add(Diagnostic.error(Rule.BAD_BIBLIOGRAPHY, entry.placeOf(url), message)
                .withHint("write it in full, with https:// or http://")
                .withLength(url.length())));
        return fault.isEmpty() ? url : "";
    }

    private static String field(BibTeXEntry entry, Key key) {
        // not getField, which looks into the entry that this one refers to: itself, as each is read alone
        Value value = entry.getFields().get(key);
        return value == null ? "" : value.toUserString();
    }

    /** The names between {@code and}; one in braces of its own is an organization. */
    private static List<String> authors(String field) {
        List<String> authors = new ArrayList<>();
        for (String name : BibliographyText.split(field.strip().replaceAll("\\s+", " "), " and ")) {
            if (!name.isBlank()) {
                boolean organization =
                        name.strip().startsWith("{") && name.strip().endsWith("}");
                authors.add((organization ? "=" : "") + BibliographyText.plain(name));
            }
        }
        return authors;
    }

    /** Reads a month such as {@code jan}, which is not defined in the file, as that word. */
    private static final class LenientParser extends BibTeXParser {
        LenientParser() throws ParseException {}

        @Override
        public void checkStringResolution(Key key, BibTeXString string) {
            if (string == null) {
                addMacro(key.getValue(), key.getValue());
            }
        }
    }
}
