package dev.archnotes.site.parallel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Work that all processors share, each of which takes the next few pieces when it is done with its last ones. A
 * parallel stream cuts its pieces into four shares for each processor beside its own before it begins: where those of
 * one share take longest, or another program takes a processor away, all others end up waiting for it.
 */
public final class Evenly {
    /** So many turns are taken in all, or one for each piece of fewer. */
    private static final int TURNS = 512;

    private Evenly() {}

    /**
     * What the work makes of each item, in their order.
     *
     * @param work is called once for each item, from several threads, and gives no null
     */
    public static <T, R> List<R> map(Collection<T> items, Function<? super T, ? extends R> work) {
        List<T> given = new ArrayList<>(items);
        Object[] made = new Object[given.size()];
        each(made.length, index -> made[index] = work.apply(given.get(index)));
        @SuppressWarnings("unchecked") // the work has made all of them
        List<R> results = (List<R>) List.copyOf(Arrays.asList(made));
        return results;
    }

    /**
     * Does the work for each item.
     *
     * @param work is called once for each item, from several threads
     */
    public static <T> void each(Collection<T> items, Consumer<? super T> work) {
        List<T> given = new ArrayList<>(items);
        each(given.size(), index -> work.accept(given.get(index)));
    }

    /**
     * Does the work for each number below a bound. Where it fails for one, no processor begins another, and the failure
     * is thrown when all have ended.
     *
     * @param work is called once for each number, from several threads
     */
    public static void each(int bound, IntConsumer work) {
        int turn = bound / TURNS + 1;
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        IntStream.rangeClosed(0, Math.min(ForkJoinPool.getCommonPoolParallelism(), (bound - 1) / turn))
                .parallel()
                .forEach(processor -> {
                    try {
                        for (int start = next.getAndAdd(turn); start < bound; start = next.getAndAdd(turn)) {
                            int end = Math.min(bound, start + turn);
                            for (int i = start; i < end && failure.get() == null; i++) {
                                work.accept(i);
                            }
                        }
                    } catch (RuntimeException | Error failed) {
                        failure.compareAndSet(null, failed);
                        next.set(bound);
                    }
                });
        Throwable failed = failure.get();
        if (failed instanceof Error error) {
            throw error;
        } else if (failed instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
