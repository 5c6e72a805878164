package dev.archnotes.site.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Moves labels along one axis so that none overlaps another and each stays near its mark. */
public final class LabelSpread {
    private LabelSpread() {}

    /**
     * Places for labels of equal size.
     *
     * @param wanted where each label would stand by itself
     * @param distance the least distance between two
     * @param low the first allowed place
     * @param high the last allowed place
     * @return a place for each, in the order of {@code wanted}
     */
    public static double[] places(List<Double> wanted, double distance, double low, double high) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(wanted::get));
        // clusters of touching labels, each centered on the mean of its members' wishes
        List<double[]> clusters = new ArrayList<>();
        for (int index : order) {
            clusters.add(new double[] {wanted.get(index), 1});
            while (clusters.size() > 1 && touch(clusters, distance)) {
                double[] last = clusters.remove(clusters.size() - 1);
                double[] before = clusters.get(clusters.size() - 1);
                before[0] = (before[0] * before[1] + last[0] * last[1]) / (before[1] + last[1]);
                before[1] += last[1];
            }
        }
        double[] places = new double[wanted.size()];
        int next = 0;
        double free = low;
        for (int c = 0; c < clusters.size(); c++) {
            double[] cluster = clusters.get(c);
            double after = 0;
            for (int rest = c + 1; rest < clusters.size(); rest++) {
                after += clusters.get(rest)[1] * distance;
            }
            double length = (cluster[1] - 1) * distance;
            double start = Math.max(free, Math.min(cluster[0] - length / 2, high - after - length));
            for (int i = 0; i < cluster[1]; i++) {
                places[order.get(next++)] = start + i * distance;
            }
            free = start + length + distance;
        }
        return places;
    }

    private static boolean touch(List<double[]> clusters, double distance) {
        double[] last = clusters.get(clusters.size() - 1);
        double[] before = clusters.get(clusters.size() - 2);
        double endBefore = before[0] + (before[1] - 1) * distance / 2;
        double startLast = last[0] - (last[1] - 1) * distance / 2;
        return startLast - endBefore < distance - 1e-9;
    }
}
