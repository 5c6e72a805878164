package dev.archnotes.site.drawing.history;

import dev.archnotes.model.number.Dates;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.DataTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Events in order of time from top to bottom, grouped by era; models and papers have different marks, and in the wide
 * form stand on different sides. A year is as long as its events need.
 *
 * @param pictures the chart
 * @param table every event with its date
 */
public record TimelineChart(ByWidth pictures, DataTable table) {
    /** The chart of these eras and events. */
    public static TimelineChart of(List<TimelineEra> eras, List<TimelineEvent> events) {
        List<TimelineEvent> sorted = new ArrayList<>(events);
        sorted.sort(Comparator.comparingDouble(TimelineEvent::year).thenComparing(TimelineEvent::title));
        List<List<String>> rows = new ArrayList<>();
        for (TimelineEvent event : sorted) {
            rows.add(List.of(event.title(), Dates.print(event.date()), event.model() ? "model" : "paper or software"));
        }
        return new TimelineChart(
                ByWidth.of(width -> new TimelinePicture(eras, sorted, width).picture()),
                new DataTable("Events by date", List.of("Event", "Date", "Kind"), rows));
    }
}
