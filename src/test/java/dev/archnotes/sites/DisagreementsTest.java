package dev.archnotes.sites;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What the field guide says of its disagreements stands on their page, and leads there from each figure concerned. */
class DisagreementsTest {
    private final FieldGuide site = FieldGuide.get();
    private final Document page = site.documents().get("disagreements/index.html");

    @Test
    void anEntryOpensToItsSides() {
        Element told = page.getElementById("tern-active");
        Element fold = told.parent();

        assertThat(fold.parent().attr("data-kind")).isEqualTo("count");
        assertThat(fold.select("summary > strong").text()).isEqualTo("2.1B or 2.2B active");
        assertThat(told.select("dd").eachText())
                .containsExactly(
                        "The card says 2.1B, the post 2.2B (Petrel et al. 2025, second paragraph).",
                        "The shapes give 2.40\u2009B for a token.",
                        "The computed count, under its definition.");
        assertThat(told.select("dd a.cite").attr("href")).isEqualTo("#ref-tern2025");
        assertThat(page.getElementById("ref-tern2025")).isNotNull();
        assertThat(told.select(".concerns a").eachAttr("href")).containsExactly("../models/tern/", "#tern-active");
    }

    @Test
    void aClosedEntrySaysWhatIsShownHere() {
        assertThat(page.select(".disagreement summary .chosen").eachText())
                .containsExactly(
                        "Shown here: The computed count, under its definition.",
                        "Shown here: Winter, like the weights.");
    }

    /** A browser opens what an address leads into, without a script, only where the anchor lies within. */
    @Test
    void theAnchorOfAnEntryLiesWithinWhatOpens() {
        assertThat(page.select(".disagreement")).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.select("details > :not(summary)").eachAttr("id")).hasSize(1);
            assertThat(entry.select("summary [id], summary a")).isEmpty();
        });
    }

    @Test
    void aSideThatNobodyToldIsLeftOut() {
        Element told = page.getElementById("tern-day");

        assertThat(told.closest("[data-models]").attr("data-models")).isEqualTo("tern heron");
        assertThat(told.select("dt").eachText()).containsExactly("Who says what", "Shown here, and why");
    }

    @Test
    void aFigureThatIsConcernedLeadsToTheEntry() {
        for (String file : List.of("models/tern/tern-30b/index.html", "models/tern/index.html", "compare/index.html")) {
            Document concerned = site.documents().get(file);
            assertThat(concerned.select("a.disputed[href$=disagreements/#tern-active]"))
                    .as(file)
                    .isNotEmpty()
                    .allSatisfy(
                            mark -> assertThat(mark.attr("title")).isEqualTo("Sources disagree: 2.1B or 2.2B active"));
        }
        assertThat(site.documents().get("models/heron/index.html").select("a.disputed"))
                .isEmpty();
    }

    @Test
    void anAuthorOfProgramsGetsThemAsData() {
        String data = site.text("data/disagreements.json");

        assertThat(data).contains("\"id\": \"tern-active\"", "\"kind\": \"count\"", "\"tern2025\"");
        assertThat(site.documents().get("data/index.html").select("a[href=disagreements.json]"))
                .hasSize(1);
    }

    @Test
    void searchFindsEachOfThem() {
        assertThat(site.pages().stream()
                        .flatMap(shown -> shown.listing().sections().stream())
                        .filter(section -> section.href().startsWith("disagreements/#")))
                .hasSize(2);
    }
}
