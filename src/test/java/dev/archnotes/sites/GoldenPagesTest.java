package dev.archnotes.sites;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.page.CalculatorPage;
import dev.archnotes.site.page.ComparePage;
import dev.archnotes.site.page.ConceptPage;
import dev.archnotes.site.page.DataPage;
import dev.archnotes.site.page.GlossaryPage;
import dev.archnotes.site.page.HomePage;
import dev.archnotes.site.page.IndexPage;
import dev.archnotes.site.page.ModelPage;
import dev.archnotes.site.page.NotFoundPage;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.PairPage;
import dev.archnotes.site.page.ReferencesPage;
import dev.archnotes.site.page.SearchPage;
import dev.archnotes.site.page.TextPage;
import dev.archnotes.site.page.TimelinePage;
import dev.archnotes.site.page.VariantPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One page of each kind of the field guide looks as it did: its {@code main} element, line by line.
 *
 * <p>A page that changed on purpose is written anew with {@code -Dgolden.update=true}; the change is then read in the
 * diff of {@code expected/}.
 */
class GoldenPagesTest {
    /** The page of each kind that shows most. A new kind of page gets a line here. */
    private static final Map<Class<? extends Page>, String> PAGES = Map.ofEntries(
            Map.entry(HomePage.class, ""),
            Map.entry(IndexPage.class, "concepts/"),
            Map.entry(IndexPage.Book.class, "book/"),
            Map.entry(ModelPage.class, "models/heron/"),
            Map.entry(VariantPage.class, "models/tern/tern-30b/"),
            Map.entry(ConceptPage.class, "concepts/grouped-query-attention/"),
            Map.entry(TextPage.class, "reading/"),
            Map.entry(TextPage.Moved.class, "read-this-first/"),
            Map.entry(ComparePage.class, "compare/"),
            Map.entry(PairPage.class, "compare/heron-vs-tern/"),
            Map.entry(TimelinePage.class, "timeline/"),
            Map.entry(GlossaryPage.class, "glossary/"),
            Map.entry(ReferencesPage.class, "references/"),
            Map.entry(ReferencesPage.Bibtex.class, "references/bibtex/"),
            Map.entry(DataPage.class, "data/"),
            Map.entry(SearchPage.class, "search/"),
            Map.entry(CalculatorPage.class, "calculator/"),
            Map.entry(NotFoundPage.class, "404.html"));

    private static final Path EXPECTED = FieldGuide.FOLDER.resolve("expected");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private final FieldGuide site = FieldGuide.get();

    @Test
    void noKindOfPageIsForgotten() {
        assertThat(PAGES.keySet()).containsExactlyInAnyOrderElementsOf(kinds());
        for (Page page : site.pages()) {
            String path = page.head().path().value();
            if (PAGES.containsValue(path)) {
                assertThat(PAGES.get(page.getClass())).as(path).isEqualTo(path);
            }
        }
        assertThat(site.documents().keySet())
                .containsAll(PAGES.values().stream()
                        .map(path -> new PagePath(path).file())
                        .toList());
    }

    @Test
    void noGoldenPageIsLeftOver() throws IOException {
        assertThat(FieldGuide.files(EXPECTED))
                .containsExactlyElementsOf(new TreeSet<>(
                        PAGES.keySet().stream().map(GoldenPagesTest::golden).toList()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aPageOfEachKindLooksAsItDid(Class<? extends Page> kind) throws IOException {
        String file = new PagePath(PAGES.get(kind)).file();
        String printed = PrettyHtml.of(site.documents().get(file).selectFirst("main"));
        if (UPDATE) {
            Files.createDirectories(EXPECTED);
            Files.writeString(golden(kind), printed);
        }
        assertThat(LineDiff.between(Files.readString(golden(kind)), printed))
                .as("%s differs from %s; -Dgolden.update=true writes it anew", file, golden(kind))
                .isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static List<Class<? extends Page>> kinds() {
        return List.of((Class<? extends Page>[]) Page.class.getPermittedSubclasses());
    }

    private static Path golden(Class<? extends Page> kind) {
        return EXPECTED.resolve(kind.getSimpleName() + ".html");
    }
}
