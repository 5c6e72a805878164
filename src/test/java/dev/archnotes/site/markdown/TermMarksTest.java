package dev.archnotes.site.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which words of a text stand for terms, and where a note marks them. */
class TermMarksTest {
    private static final Lexicon LEXICON = new Lexicon(Map.of(
            "cache", "cache",
            "KV cache", "kv-cache",
            "KV head", "kv-head",
            "entry", "entry",
            "batch", "batch",
            "MoE", "moe",
            "top-k", "top-k",
            "FP8", "fp8"));

    @Test
    void theLongestWordsThatBeginAtOnePlaceAreFound() {
        assertThat(found("One KV cache and a cache.")).containsExactly("KV cache", "cache");
    }

    @Test
    void wordsInsideWordsAreNotFound() {
        assertThat(found("cached, precache, cache_size, MoEs' XMoE, FP80, KV-cache, cache-aware, cache.bytes"))
                .containsExactly("MoEs");
        assertThat(found("a top-k choice, a top-kick, stop-k")).containsExactly("top-k");
    }

    @Test
    void pluralsAreFound() {
        assertThat(found("KV heads, entries, batches, caches."))
                .containsExactly("KV heads", "entries", "batches", "caches");
    }

    @Test
    void aSentenceMayBeginWithATermAndNoOtherCaseCounts() {
        assertThat(found("Cache and Entries, CACHE, moe, kv cache.")).containsExactly("Cache", "Entries", "cache");
    }

    @Test
    void signsAroundAWordDoNotHideIt() {
        assertThat(found("(cache), cache/batch, cache: “MoE”, cache’s.")).hasSize(6);
    }

    @Test
    void onlyTheFirstPlaceIsMarked() {
        assertThat(html("A cache. *A cache.*\n\nA cache.\n")).isEqualTo("""
                <p>A <dfn>cache</dfn>. <em>A cache.</em></p>
                <p>A cache.</p>
                """);
    }

    @Test
    void aParagraphMarksAFewTermsAndTheOthersWhereTheyComeAgain() {
        assertThat(html("Cache, KV cache, KV head, entry, batch, MoE.\n\nMoE, FP8.\n"))
                .contains("<dfn>batch</dfn>, MoE.</p>", "<p><dfn>MoE</dfn>, <dfn>FP8</dfn>.</p>");
    }

    @Test
    void wordsThatGoOnBeyondAnEmphasisAreNotMarked() {
        assertThat(html("A *pre*cache, a cache*less* thing, *un***cache**d.\n")).doesNotContain("<dfn>");
        assertThat(html("A *cache*, or **batch**.\n"))
                .contains("<em><dfn>cache</dfn></em>", "<strong><dfn>batch</dfn></strong>");
    }

    @Test
    void listsAndAlertsAreRunningText() {
        assertThat(html("- a cache\n\n> [!NOTE]\n> FP8 & more.\n"))
                .contains("<li>a <dfn>cache</dfn></li>", "<p><dfn>FP8</dfn> &amp; more.</p>");
    }

    @Test
    void headingsCodeFormulasImagesTablesFootnotesAndQuestionsAreLeftAlone() {
        String text = "## A cache {#a}\n\n`cache` $cache$ ![cache](cache.svg)\n\n    cache\n\n$$\ncache\n$$\n\n"
                + "| cache |\n|---|\n| cache |\n\nText.[^n]\n\n[^n]: A cache.\n\n> [!QUESTION] A cache?\n> Yes.\n";

        assertThat(document(text).terms(LEXICON, Map.of()).terms()).isEmpty();
    }

    @Test
    void whatALinkLeadsToIsNotMarkedAgain() {
        assertThat(html("The [cache](cache.md) is a cache.\n")).doesNotContain("<dfn>");
    }

    @Test
    void whereATermIsExplainedItIsNotMarked() {
        MarkdownDocument text =
                document("## One {#one}\n\nA cache.\n\n### In it {#in}\n\nA cache.\n\n## Two {#two}\n\nA cache.\n");

        assertThat(html(text, text.terms(LEXICON, Map.of("cache", "one"))))
                .containsSubsequence("Two", "A <dfn>cache</dfn>")
                .containsOnlyOnce("<dfn>");
        assertThat(text.terms(LEXICON, Map.of("cache", "")).terms()).isEmpty();
    }

    @Test
    void withoutTermsNothingIsLookedFor() {
        assertThat(document("A cache.\n").terms(Lexicon.EMPTY, Map.of())).isSameAs(TermMarks.NONE);
    }

    private static List<String> found(String text) {
        return LEXICON.find(text).stream()
                .map(match -> text.substring(match.start(), match.end()))
                .toList();
    }

    private static MarkdownDocument document(String text) {
        return MarkdownDialect.parse("note.md", 1, text);
    }

    private static String html(String text) {
        MarkdownDocument document = document(text);
        return html(document, document.terms(LEXICON, Map.of()));
    }

    private static String html(MarkdownDocument document, TermMarks marks) {
        return document.render(new PlainContext() {
            @Override
            public TermMarks marks() {
                return marks;
            }
        });
    }
}
