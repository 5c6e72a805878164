package dev.archnotes.site.markdown.tree;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.site.markdown.node.Alert;
import dev.archnotes.site.markdown.node.Question;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/**
 * Turns block quotes that begin with {@code [!NOTE]} or {@code [!QUESTION] …} into {@link Alert}s and
 * {@link Question}s.
 */
public final class AlertFinder extends AbstractVisitor {

    /** A sign behind the brackets says in Obsidian whether the box begins closed. */
    private static final Pattern MARK = Pattern.compile("\\[!(\\w+)][+-]?(\\s*)");

    private static final String QUESTION = "QUESTION";

    private final Source source;
    private final List<Diagnostic> findings;

    public AlertFinder(Source source, List<Diagnostic> findings) {
        this.source = source;
        this.findings = findings;
    }

    @Override
    public void visit(BlockQuote quote) {
        visitChildren(quote);
        if (quote.getFirstChild() instanceof Paragraph paragraph && paragraph.getFirstChild() instanceof Text text) {
            Matcher mark = MARK.matcher(text.getLiteral());
            if (mark.lookingAt()) {
                replace(quote, paragraph, text, mark);
            }
        }
    }

    private void replace(BlockQuote quote, Paragraph paragraph, Text text, Matcher mark) {
        String word = mark.group(1).toUpperCase(Locale.ROOT);
        boolean alone = mark.end() == text.getLiteral().length() && endsLine(text.getNext());
        Optional<Alert.Kind> kind = Alert.Kind.of(word);
        if (word.equals(QUESTION)) {
            if (alone) {
                report(text, word, "the question is missing", "write it on the same line: > [!QUESTION] Why …?");
            }
            Question question = new Question();
            question.appendChild(firstLine(new Question.Summary(), paragraph, text, mark.end()));
            move(quote, question);
        } else if (kind.isEmpty() && Alert.Kind.like(word).isEmpty()) {
            Set<String> known = new TreeSet<>(Alert.Kind.names());
            known.add(QUESTION);
            String suggestion = Suggestion.hint(word, known);
            String hint = suggestion.isEmpty() ? "known are " + String.join(", ", known) : suggestion;
            report(text, word, "there is no alert [!" + word + "]", hint);
        } else {
            reportWhatGitHubShows(text, word, kind.isPresent(), alone, mark.group());
            Alert alert = new Alert(kind.or(() -> Alert.Kind.like(word)).orElseThrow());
            if (alone) {
                dropFirstLine(text);
            } else {
                alert.appendChild(firstLine(new Alert.Title(), paragraph, text, mark.end()));
            }
            move(quote, alert);
        }
        if (paragraph.getFirstChild() == null) {
            paragraph.unlink();
        }
    }

    /** What is an alert here and in other programs, and a quotation in a code browser. */
    private void reportWhatGitHubShows(Text text, String word, boolean known, boolean alone, String mark) {
        if (!known) {
            String near = Alert.Kind.like(word).orElseThrow().name();
            report(text, word, "there is no alert [!" + word + "] on GitHub", "write [!" + near + "]");
        } else if (!alone || !mark.strip().endsWith("]")) {
            report(
                    text,
                    word,
                    "GitHub shows a quotation where anything stands behind [!" + word + "]",
                    "put the words on the next line, behind \">\"");
        }
    }

    private void report(Text text, String word, String message, String hint) {
        findings.add(Diagnostic.error(Rule.INVALID_MARKDOWN, source.location(text), message)
                .withHint(hint)
                .withLength(word.length() + 3));
    }

    /** The rest of the first line as a block of its own. */
    private static <B extends Block> B firstLine(B summary, Paragraph paragraph, Text text, int markEnd) {
        summary.setSourceSpans(text.getSourceSpans());
        shorten(text, markEnd);
        Node next = paragraph.getFirstChild();
        while (!endsLine(next)) {
            Node following = next.getNext();
            summary.appendChild(next);
            next = following;
        }
        if (next != null) {
            next.unlink();
        }
        return summary;
    }

    private static void shorten(Text text, int markEnd) {
        text.setLiteral(text.getLiteral().substring(markEnd));
        SourceSpan span = text.getSourceSpans().get(0);
        text.setSourceSpans(List.of(span.subSpan(Math.min(markEnd, span.getLength()))));
    }

    private static void dropFirstLine(Text text) {
        if (text.getNext() != null) {
            text.getNext().unlink();
        }
        text.unlink();
    }

    private static boolean endsLine(Node node) {
        return node == null || node instanceof SoftLineBreak || node instanceof HardLineBreak;
    }

    private static void move(BlockQuote quote, Block replacement) {
        replacement.setSourceSpans(quote.getSourceSpans());
        Node child = quote.getFirstChild();
        while (child != null) {
            Node next = child.getNext();
            replacement.appendChild(child);
            child = next;
        }
        quote.insertAfter(replacement);
        quote.unlink();
    }
}
