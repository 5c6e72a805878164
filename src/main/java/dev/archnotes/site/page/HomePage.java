package dev.archnotes.site.page;

import dev.archnotes.model.number.Words;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.CellPicture;
import dev.archnotes.site.drawing.chart.ScatterChart;
import dev.archnotes.site.drawing.chart.TrendChart;
import dev.archnotes.site.drawing.concept.MapConcept;
import java.util.List;
import java.util.Optional;

/**
 * The first page.
 *
 * @param head what it says of itself
 * @param listing how it shows elsewhere
 * @param headline its heading
 * @param tagline what the site is, in two sentences
 * @param models the models
 * @param history how they came to be
 * @param finding what the trends amount to; empty where nobody says it
 * @param trends the trends
 * @param concepts what they are made of
 * @param notes notes of any other kind that no navigation leads to, and folders of them
 * @param text what the notes say of themselves
 */
public record HomePage(
        Head head,
        Listing listing,
        String headline,
        String tagline,
        Models models,
        History history,
        String finding,
        List<Trend> trends,
        Concepts concepts,
        List<NoteEntry> notes,
        Optional<NoteView> text)
        implements Page {
    @Override
    public Needs needs() {
        return Needs.of(Needs.Script.CHARTS)
                .and(Needs.of(Needs.Style.OVERVIEW))
                .and(Needs.of(Needs.Style.INDEX))
                .and(Needs.of(Needs.Style.HISTORY).when(history.tree().isPresent()))
                .and(text.map(NoteView::needs).orElse(Needs.NOTHING))
                .and(Needs.of(Needs.Style.NOTES).when(text.isPresent()));
    }

    /** The site's own name and headline stand in its title. */
    @Override
    public String tabTitle(String siteTitle) {
        return head.title();
    }

    /** Whether a trend has a chart. */
    public boolean hasTrendCharts() {
        return trends.stream().anyMatch(trend -> trend.chart().isPresent());
    }

    /** What the trends amount to, or {@code Five trends}. */
    public String trendsHeading() {
        if (!finding.isEmpty()) {
            return finding;
        }
        return Words.capital(Words.number(trends.size())) + (trends.size() == 1 ? " trend" : " trends");
    }

    /**
     * The models, a row for each family.
     *
     * @param rows the families
     * @param baselines the baselines
     * @param sizes total against active parameters of all variants, where there are two to compare
     */
    public record Models(List<Row> rows, List<Row> baselines, Optional<ScatterChart> sizes) {
        /** Whether there is no model. */
        public boolean isEmpty() {
            return rows.isEmpty() && baselines.isEmpty();
        }
    }

    /**
     * The history.
     *
     * @param tree the family tree of mechanisms, where the notes have one
     * @param heading what most models took up, or the years that it covers
     * @param eras the timeline, told in one sentence an era
     */
    public record History(Optional<ByWidth> tree, String heading, List<Era> eras) {
        /** Whether there is none to show. */
        public boolean isEmpty() {
            return tree.isEmpty() && eras.isEmpty();
        }
    }

    /**
     * The concepts.
     *
     * @param paths ways through them for different readers
     * @param map those on the parts of a decoder block, where there are enough of them
     * @param others those that stand below it
     */
    public record Concepts(List<IndexPage.ReadingPath> paths, Optional<ByWidth> map, List<MapConcept> others) {
        /** Whether there is none. */
        public boolean isEmpty() {
            return map.isEmpty() && others.isEmpty();
        }
    }

    /**
     * A note that is neither about a model nor about a concept.
     *
     * @param link its page
     * @param key the sentence that one remembers of it
     */
    public record NoteEntry(Link link, String key) {}

    /**
     * A family in the table.
     *
     * @param link its page
     * @param maker its makers
     * @param id the id of the variant whose figures are shown
     * @param variant its name, empty where the family has no other
     * @param released the day of the first release
     * @param strip its layers
     * @param total total parameters
     * @param active active parameters
     * @param size total and active as a bar
     * @param mix the attention mix
     * @param cache cache at 32k
     * @param cacheBar cache at 32k as a bar
     * @param context configured context
     * @param license license of the weights
     */
    public record Row(
            Link link,
            String maker,
            String id,
            String variant,
            Cell released,
            CellPicture strip,
            Cell total,
            Cell active,
            CellPicture size,
            String mix,
            Cell cache,
            CellPicture cacheBar,
            Cell context,
            String license) {}

    /**
     * An era.
     *
     * @param years its years
     * @param name its name
     * @param summary what happened
     * @param href its place on the timeline
     */
    public record Era(String years, String name, String summary, String href) {}

    /**
     * A trend.
     *
     * @param link its heading and its place
     * @param sentence the sentence that states it
     * @param chart the models' data for it, where it has a chart
     */
    public record Trend(Link link, String sentence, Optional<TrendChart> chart) {
        /** What its chart's ids begin with. */
        public String id() {
            return "trend" + link.href().substring(link.href().indexOf('#')).replace('#', '-');
        }
    }
}
