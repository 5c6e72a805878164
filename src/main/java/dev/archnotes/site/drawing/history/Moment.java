package dev.archnotes.site.drawing.history;

import dev.archnotes.model.number.Dates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A model, or a paper that introduced a mechanism, on the time axis of a family tree.
 *
 * @param key the name of a model; the name and date of a paper, because the same authors may have written several
 * @param by who
 * @param date of the first of its steps
 * @param href its page, or empty
 * @param described whether it is one of the models that the site describes
 * @param paper whether it only introduces
 */
record Moment(String key, String by, String date, String href, boolean described, boolean paper) {

    /** Everything that happens to some mechanisms, in order of time. */
    static List<Moment> of(List<HistoryLine> mechanisms) {
        Map<String, Moment> moments = new LinkedHashMap<>();
        for (HistoryLine mechanism : mechanisms) {
            for (HistoryLine.Step step : mechanism.steps()) {
                String key = keyOf(mechanisms, step);
                Moment before = moments.get(key);
                String date = before == null || step.date().compareTo(before.date()) < 0 ? step.date() : before.date();
                moments.put(
                        key,
                        new Moment(
                                key, step.by(), date, step.href(), step.described(), isPaper(mechanisms, step.by())));
            }
        }
        List<Moment> sorted = new ArrayList<>(moments.values());
        sorted.sort(Comparator.comparingDouble((Moment moment) -> Dates.year(moment.date()))
                .thenComparing(Moment::key));
        return sorted;
    }

    static String keyOf(List<HistoryLine> mechanisms, HistoryLine.Step step) {
        return isPaper(mechanisms, step.by()) ? step.by() + " " + step.date() : step.by();
    }

    private static boolean isPaper(List<HistoryLine> mechanisms, String by) {
        return mechanisms.stream()
                .flatMap(mechanism -> mechanism.steps().stream())
                .allMatch(step -> !step.by().equals(by) || step.kind() == HistoryLine.Kind.INTRODUCED);
    }

    int year() {
        return Integer.parseInt(date.substring(0, 4));
    }

    /** The place that something was given before it is drawn. */
    static double place(Map<String, Double> places, String key) {
        return Objects.requireNonNull(places.get(key), key);
    }
}
