package dev.archnotes.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Each mechanism as a line that starts with its publication, thickens with its first adoption, carries a mark for every
 * model that took it up or gave it up, and stops where nobody used it any more.
 *
 * @param pictures the chart
 * @param table every mechanism with its introduction, adoptions and departures
 */
public record AdoptionChart(ByWidth pictures, DataTable table) {
    /** The chart of these mechanisms, the oldest first, from the first to the last year of an axis. */
    public static AdoptionChart of(List<Mechanism> mechanisms, int firstYear, int lastYear) {
        List<Mechanism> sorted = new ArrayList<>(mechanisms);
        sorted.sort(Comparator.comparingDouble(m -> Dates.year(m.introduced().date())));
        List<List<String>> rows = new ArrayList<>();
        for (Mechanism mechanism : sorted) {
            rows.add(List.of(mechanism.name(), say(List.of(mechanism.introduced())), say(mechanism.adopted()), say(mechanism.dropped())));
        }
        return new AdoptionChart(ByWidth.of(width -> new AdoptionPicture(sorted, firstYear, lastYear, width).picture()),
                new DataTable("Mechanisms and the models that took them up", List.of("Mechanism", "Introduced", "Taken up by", "Given up by"), rows));
    }

    private static String say(List<Adoption> adoptions) {
        if (adoptions.isEmpty()) {
            return "none";
        }
        return String.join("; ", adoptions.stream().map(a -> a.by() + ", " + Dates.month(a.date())).toList());
    }
}
