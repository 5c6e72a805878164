package dev.archnotes.site.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvenlyTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 511, 512, 513, 100_003})
    void everyPieceIsDoneOnceAndStaysInItsPlace(int size) {
        AtomicIntegerArray done = new AtomicIntegerArray(size);
        List<Integer> numbers = IntStream.range(0, size).boxed().toList();

        List<Integer> doubled = Evenly.map(numbers, number -> {
            done.incrementAndGet(number);
            return 2 * number;
        });

        assertThat(doubled)
                .isEqualTo(IntStream.range(0, size).map(i -> 2 * i).boxed().toList());
        assertThat(IntStream.range(0, size)).allMatch(number -> done.get(number) == 1);
    }

    @Test
    void workWithinWorkComesToItsEnd() {
        List<List<Integer>> tables =
                Evenly.map(List.of(1, 2, 3, 4, 5), row -> Evenly.map(List.of(1, 2, 3, 4, 5), column -> row * column));

        assertThat(tables).hasSize(5).element(4).isEqualTo(List.of(5, 10, 15, 20, 25));
    }

    @Test
    void slowPiecesAtOneEndAreShared() {
        // of 40 pieces, the last eight take 20 ms each
        AtomicInteger here = new AtomicInteger();
        Thread caller = Thread.currentThread();

        Evenly.each(40, piece -> {
            if (piece >= 32) {
                pause();
                if (Thread.currentThread() == caller) {
                    here.incrementAndGet();
                }
            }
        });

        if (ForkJoinPool.getCommonPoolParallelism() > 0) {
            assertThat(here.get()).isLessThan(8);
        }
    }

    /** Whoever tidies up after a failure may count on it that nobody writes any more. */
    @Test
    void aFailureIsThrownWhenAllHaveEnded() {
        AtomicInteger running = new AtomicInteger();

        assertThatThrownBy(() -> Evenly.each(8, piece -> {
                    running.incrementAndGet();
                    try {
                        if (piece == 0) {
                            throw new IllegalStateException("planted");
                        }
                        pause();
                    } finally {
                        running.decrementAndGet();
                    }
                }))
                .hasMessage("planted");

        assertThat(running.get()).isZero();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void afterAFailureNothingNewIsBegun() {
        AtomicInteger begun = new AtomicInteger();

        assertThatThrownBy(() -> Evenly.each(100_000, piece -> {
                    begun.incrementAndGet();
                    throw new IllegalStateException("planted");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("planted");

        // each processor had begun one at most
        assertThat(begun.get()).isLessThanOrEqualTo(ForkJoinPool.getCommonPoolParallelism() + 1);
    }
}
