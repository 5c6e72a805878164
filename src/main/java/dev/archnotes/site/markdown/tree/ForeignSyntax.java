package dev.archnotes.site.markdown.tree;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Rule;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * Finds what another generator would have taken for markup and what a reader of the page would see as it was typed: its
 * finding says what to write instead. Code is left alone, because there it is meant to be seen.
 */
public final class ForeignSyntax extends AbstractVisitor {
    private static final String ALERTS = "write an alert: a quotation that begins with > [!%s] on a line of its own";

    /** What the words for boxes of other generators are here. */
    private static final Map<String, String> ALERT_OF = Map.ofEntries(
            Map.entry("attention", "WARNING"),
            Map.entry("caution", "CAUTION"),
            Map.entry("danger", "CAUTION"),
            Map.entry("error", "CAUTION"),
            Map.entry("hint", "TIP"),
            Map.entry("important", "IMPORTANT"),
            Map.entry("success", "TIP"),
            Map.entry("tip", "TIP"),
            Map.entry("warning", "WARNING"));

    private static final Kind ATTRIBUTES = new Kind(
            "{",
            "\\{:[^{}]*}|\\{[.#][\\p{L}_-][^{}]*}",
            "a list of attributes",
            "leave it out; an id of its own has a heading, as {#id} at its end");

    private static final Kind CONTENTS = new Kind(
            "[",
            "(?i)\\[\\[?_?toc_?]]?",
            "a mark for a table of contents",
            "leave it out: every page has its contents beside the text");

    /** Syntax that may stand anywhere in a line. */
    private static final List<Kind> ANYWHERE = List.of(
            CONTENTS,
            new Kind(
                    "{",
                    "\\{\\{[<%].*?[>%]}}|\\{\\{.*?}}|\\{%.*?%}",
                    "a command to another generator",
                    "write what it stands for, or put it into backticks if it is to be seen"),
            new Kind(
                    "![[",
                    "!\\[\\[[^\\[\\]]+]]",
                    "an embedded file",
                    "write an image, ![what it shows](file.png), or a link to the note"),
            new Kind("[[", "\\[\\[[^\\[\\]]+]]", "a link of a wiki", "write [words](file.md)"),
            ATTRIBUTES,
            new Kind(
                    "==",
                    "(?<![\\w=])==[^=\\s](?:[^=]*[^=\\s])?==(?![\\w=])",
                    "a mark of a marker pen",
                    "write <mark>words</mark>"),
            new Kind(
                    "^[",
                    "\\^\\[[^\\[\\]]+]",
                    "a footnote within the line",
                    "write [^1] here and [^1]: … on a line of its own"),
            new Kind(
                    ":",
                    "(?<![\\w:]):[a-z][a-z0-9_+-]{2,30}:(?![\\w:])",
                    "a name of an emoji",
                    "write the sign itself"));

    /** Syntax that begins a line. */
    private static final List<Kind> AT_START = List.of(
            new Kind(
                    "",
                    "(?<mark>:::+|!!!|\\?\\?\\?\\+?|///)\\s*\\{?\\.?(?<word>[\\p{L}][\\p{L}-]*).*",
                    "a box of another generator",
                    ForeignSyntax::box),
            new Kind("<<<", "<<<\\s+\\S+", "a file to be included", "write the code into a fence"),
            new Kind(
                    "*[",
                    "\\*\\[[^\\[\\]]+]:.*",
                    "an abbreviation",
                    "write the long form once, or put the term into glossary.yaml"));

    private static final Kind DEFINITION = new Kind(
            ":", ":\\s+\\S.*", "a list of definitions", "write a list with the terms in bold, <dl>, or a table");
    private static final Pattern FORMULA = Pattern.compile("\\\\\\[.*?(?:\\\\]|$)|\\\\\\(.*?\\\\\\)", Pattern.DOTALL);
    private static final Pattern MATH = Pattern.compile("\\\\[A-Za-z]{2,}|[_^=]|^\\\\[\\[(]\\s");
    private static final Pattern SPACED = Pattern.compile(
            "!?\\[[^\\[\\]]*]\\((?<target>[^()<>\\s][^()<>]*\\s[^()<>]*?\\.[A-Za-z0-9]{1,9}(?:#[^()<>\\s]*)?)\\)");
    private static final Pattern UNDEFINED =
            Pattern.compile("(?<![\\w\\])])!?\\[(?=\\p{L})[^\\[\\]]+]\\[(?<label>[^\\[\\]^@]*)]");

    private final Source source;
    private final List<Diagnostic> findings;
    private boolean inHeading;

    private ForeignSyntax(Source source, List<Diagnostic> findings) {
        this.source = source;
        this.findings = findings;
    }

    /**
     * Some syntax with its name and what to write instead.
     *
     * @param sign what every such place holds, which is looked for first: most texts have none of it
     */
    private record Kind(String sign, Pattern pattern, String name, Function<Matcher, String> hint) {
        Kind(String sign, String pattern, String name, String hint) {
            this(sign, Pattern.compile(pattern), name, match -> hint);
        }

        Kind(String sign, String pattern, String name, Function<Matcher, String> hint) {
            this(sign, Pattern.compile(pattern), name, hint);
        }

        boolean isIn(String text) {
            return text.contains(sign);
        }
    }

    private static String box(Matcher match) {
        String word = match.group("word").toLowerCase(Locale.ROOT);
        if (word.equals("details")) {
            return "write <details> and <summary>";
        }
        if (word.equals("code-group") || word.equals("tabs") || word.equals("tab")) {
            return "write one fence below the other";
        }
        return ALERTS.formatted(ALERT_OF.getOrDefault(word, "NOTE"));
    }

    /** Reports what is found in a tree. */
    public static void find(Node tree, Source source, List<Diagnostic> findings) {
        tree.accept(new ForeignSyntax(source, findings));
    }

    @Override
    public void visit(Paragraph paragraph) {
        String written = source.substring(source.start(paragraph), source.end(paragraph));
        Matcher formula = FORMULA.matcher(written);
        while (written.indexOf('\\') >= 0 && formula.find()) {
            if (MATH.matcher(formula.group()).find() && !isCode(written, formula.start())) {
                report(
                        paragraph,
                        source.start(paragraph) + formula.start(),
                        formula.group(),
                        "a formula of TeX",
                        "write $…$ within a line, and $$ on lines of their own around a formula that stands alone");
            }
        }
        // with _ within, it is no text any more
        if (written.startsWith("[[_") && CONTENTS.pattern().matcher(written).matches()) {
            report(
                    paragraph,
                    source.start(paragraph),
                    written,
                    CONTENTS.name(),
                    CONTENTS.hint().apply(CONTENTS.pattern().matcher(written)));
        }
        visitChildren(paragraph);
    }

    /** Whether an odd number of backticks stands before a place. */
    private static boolean isCode(String text, int at) {
        return text.substring(0, at).chars().filter(c -> c == '`').count() % 2 == 1;
    }

    /** What looks like attributes at the end of a heading is told by whoever reads its id. */
    @Override
    public void visit(Heading heading) {
        inHeading = true;
        visitChildren(heading);
        inHeading = false;
    }

    @Override
    public void visit(Text text) {
        String words = text.getLiteral();
        Node before = text.getPrevious();
        boolean starts = before == null || before instanceof SoftLineBreak || before instanceof HardLineBreak;
        if (starts && text.getParent() instanceof Paragraph) {
            for (Kind kind : AT_START) {
                Matcher match = kind.pattern().matcher(words);
                if (kind.isIn(words) && match.matches()) {
                    report(
                            text,
                            source.start(text),
                            words,
                            kind.name(),
                            kind.hint().apply(match));
                    return;
                }
            }
            Matcher definition = DEFINITION.pattern().matcher(words);
            if (before instanceof SoftLineBreak && definition.lookingAt()) {
                report(
                        text,
                        source.start(text),
                        words,
                        DEFINITION.name(),
                        DEFINITION.hint().apply(definition));
            }
        }
        if (hasSign(words)) {
            findAnywhere(text, words);
        }
        if (words.indexOf('[') >= 0) {
            findLinks(text);
        }
    }

    /** Whether a text has any of the signs without which nothing that may stand anywhere is in it. */
    private static boolean hasSign(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '[' || c == '{' || c == '=' || c == ':') {
                return true;
            }
        }
        return false;
    }

    private void findAnywhere(Text text, String words) {
        BitSet told = new BitSet();
        for (Kind kind : ANYWHERE) {
            Matcher match = kind.pattern().matcher(words);
            while (kind.isIn(words) && match.find()) {
                if (told.get(match.start(), match.end()).isEmpty() && !(inHeading && kind == ATTRIBUTES)) {
                    told.set(match.start(), match.end());
                    int at = source.indexOf(text, match.group());
                    report(text, at, match.group(), kind.name(), kind.hint().apply(match));
                }
            }
        }
    }

    /** Brackets that were meant for a link and are none. */
    private void findLinks(Text text) {
        Matcher spaced = SPACED.matcher(text.getLiteral());
        while (spaced.find()) {
            warn(
                    source.indexOf(text, spaced.group()),
                    spaced.group(),
                    Rule.INVALID_MARKDOWN,
                    "this is no link: there is a space in the address",
                    "write (<" + spaced.group("target") + ">)");
        }
        Matcher undefined = UNDEFINED.matcher(text.getLiteral());
        while (undefined.find()) {
            String label = undefined.group("label").isEmpty() ? "" : " [" + undefined.group("label") + "]";
            warn(
                    source.indexOf(text, undefined.group()),
                    undefined.group(),
                    Rule.INVALID_MARKDOWN,
                    "this is no link: nothing defines" + (label.isEmpty() ? " it" : label),
                    "write [words](address), or define it on a line of its own: [name]: address");
        }
    }

    private void report(Node node, int at, String words, String name, String hint) {
        warn(
                Math.min(at, Math.max(source.start(node), source.end(node))),
                words,
                Rule.FOREIGN_SYNTAX,
                name + " is shown as it is written",
                hint);
    }

    private void warn(int at, String words, Rule rule, String message, String hint) {
        findings.add(Diagnostic.warning(rule, source.at(at), message)
                .withHint(hint)
                .withLength(words.lines().findFirst().orElse("").length()));
    }
}
