package dev.archnotes.site.yaml;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Where the lines of a text begin, found once for all that is looked for in it. */
final class LineStarts {
    private final int[] starts;

    LineStarts(String text) {
        starts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.iterate(text.indexOf('\n'), end -> end >= 0, end -> text.indexOf('\n', end + 1))
                                .map(end -> end + 1))
                .toArray();
    }

    /** The line in which an index is; the first one is 0. */
    int line(int index) {
        int found = Arrays.binarySearch(starts, index);
        return found >= 0 ? found : -found - 2;
    }

    /** The index at which a line begins. */
    int start(int line) {
        return starts[line];
    }
}
