package dev.archnotes.site.drawing.chart;

import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Unit;
import java.util.ArrayList;
import java.util.List;

/** The gridlines of a logarithmic value axis. */
enum ValueAxis {
    /** Powers of two, printed in KiB, MiB, GiB. */
    BYTES,
    /** Powers of ten with their threes, printed in MFLOP, GFLOP, TFLOP. */
    FLOPS;

    /** The values of the gridlines, the lowest at or below {@code low} and the highest at or above {@code high}. */
    List<Long> lines(double low, double high) {
        return this == BYTES ? binary(low, high) : decimal(low, high);
    }

    private static List<Long> binary(double low, double high) {
        for (int step = 1; ; step++) {
            int first = (int) Math.floor(Math.log(low) / Math.log(2) / step) * step;
            int last = (int) Math.ceil(Math.log(high) / Math.log(2) / step - 1e-9) * step;
            if ((last - first) / step <= 6) {
                List<Long> lines = new ArrayList<>();
                for (int power = first; power <= Math.max(last, first + step); power += step) {
                    lines.add(1L << power);
                }
                return lines;
            }
        }
    }

    private static List<Long> decimal(double low, double high) {
        double decades = Math.log10(high / low);
        long[] factors = decades < 2.2 ? new long[] {1, 2, 5} : decades < 4 ? new long[] {1, 3} : new long[] {1};
        List<Long> lines = new ArrayList<>();
        long below = 0;
        for (long power = 1; power < Long.MAX_VALUE / 10; power *= 10) {
            for (long factor : factors) {
                long line = power * factor;
                if (line <= low) {
                    below = line;
                } else if (lines.isEmpty() || lines.get(lines.size() - 1) < high) {
                    if (lines.isEmpty() && below > 0) {
                        lines.add(below);
                    }
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    String print(long line) {
        if (this == BYTES) {
            int step = 0;
            long rest = line;
            while (rest >= 1024) {
                rest /= 1024;
                step++;
            }
            return rest + "\u202F" + new String[] {"B", "KiB", "MiB", "GiB", "TiB"}[step];
        }
        int step = 0;
        long rest = line;
        while (rest >= 1000) {
            rest /= 1000;
            step++;
        }
        return rest + "\u202F" + new String[] {"FLOP", "kFLOP", "MFLOP", "GFLOP", "TFLOP", "PFLOP"}[step];
    }

    /** {@code 4.38 GiB (4,697,620,480 bytes)}. */
    String exactly(long value) {
        return unit().print(value) + " (" + Numerals.grouped(value) + (this == BYTES ? " bytes)" : " FLOP)");
    }

    /** What a dashed line assumes. */
    String assumption() {
        return this == BYTES ? "every layer keeping all" : "every layer seeing all";
    }

    Unit unit() {
        return this == BYTES ? Unit.BYTES : Unit.FLOPS;
    }
}
