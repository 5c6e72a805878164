package dev.archnotes.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IndexPageTest {
    private static final List<IndexPage.ReadingPath> NO_PATHS = List.of();

    private static IndexPage page(int entries, List<IndexPage.ReadingPath> paths) {
        Head head = new Head(Paths.MODELS, "Models", "All models.", "page-index", Head.Section.MODELS, List.of());
        List<IndexPage.Entry> all = IntStream.range(0, entries)
                .mapToObj(number -> new IndexPage.Entry(
                        new Link("Model " + number, number + "/"), "", "", Optional.empty(), List.of()))
                .toList();
        List<IndexPage.Group> groups = List.of(
                new IndexPage.Group("", all.subList(0, entries / 2)),
                new IndexPage.Group("Baselines", all.subList(entries / 2, entries)));
        return new IndexPage(head, Listing.unlisted(Listing.Role.TOOL), "", paths, groups);
    }

    @Test
    void theNamesOfAllGroupsAreOneList() {
        List<Link> names = page(14, NO_PATHS).names();
        assertThat(names).hasSize(14);
        assertThat(names).element(7).isEqualTo(new Link("Model 7", "7/"));
        assertThat(page(24, NO_PATHS).names()).hasSize(24);
    }

    @Test
    void namesOfFewOrManyEntriesAreNoHelp() {
        assertThat(page(5, NO_PATHS).names()).isEmpty();
        assertThat(page(25, NO_PATHS).names()).isEmpty();
    }

    @Test
    void whereOtherWaysLeadThroughTheEntriesTheyStandAlone() {
        IndexPage.ReadingPath path = new IndexPage.ReadingPath("From start to end", "For all", 20, List.of());
        assertThat(page(14, List.of(path)).names()).isEmpty();
    }
}
