package dev.archnotes.site.cache;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of one build made of what, for the next build in the same process: where a step is given the same
 * again, it need not be done again. Each build has a memory of its own, which remembers that of the build before and
 * nothing older. Any thread may ask.
 *
 * <p>The result of a step must depend on nothing but its input, which has to be immutable and to know equals.
 */
public final class Memory {
    private final Map<Step<?>, Map<String, Made>> former;
    private final Map<Step<?>, Map<String, Made>> current;
    private final boolean kept;
    private final String folder;

    private Memory(Map<Step<?>, Map<String, Made>> former, boolean kept) {
        this(former, new ConcurrentHashMap<>(), kept, "");
    }

    private Memory(
            Map<Step<?>, Map<String, Made>> former,
            Map<Step<?>, Map<String, Made>> current,
            boolean kept,
            String folder) {
        this.former = former;
        this.current = current;
        this.kept = kept;
        this.folder = folder;
    }

    /**
     * A step of a build that is done many times.
     *
     * @param <T> what it gives
     */
    public static final class Step<T> {
        private final String name;

        /** A step; no other one is equal to it. */
        public Step(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private record Made(Object input, Object result) {}

    /** A memory that keeps nothing, for a process that builds once. */
    public static Memory none() {
        return new Memory(Map.of(), false);
    }

    /** A memory of a first build. */
    public static Memory first() {
        return new Memory(Map.of(), true);
    }

    /** Whether a next build in this process takes anything over. */
    public boolean isKept() {
        return kept;
    }

    /** The part of this memory that is about another folder of notes, with places of the same names. */
    public Memory of(String otherFolder) {
        return new Memory(former, current, kept, folder + otherFolder + "/");
    }

    /** The memory for the next build. Of a step that this build did not come to, the build before is remembered. */
    public Memory next() {
        Map<Step<?>, Map<String, Made>> known = new HashMap<>(former);
        known.putAll(current);
        return new Memory(Map.copyOf(known), true);
    }

    /**
     * What a step gives, as the last build made it where the input is the same.
     *
     * @param place what it is done for, which no call of the same step with other input in this build has
     */
    public <T> T get(Step<T> step, String place, Object input, Supplier<T> made) {
        String whole = folder + place;
        T known = known(step, whole, input);
        T result = known != null ? known : made.get();
        if (kept) {
            current.computeIfAbsent(step, any -> new ConcurrentHashMap<>()).put(whole, new Made(input, result));
        }
        return result;
    }

    /** What this build or the last made at a place of this input; null where there was another input, or none. */
    private <T> @Nullable T known(Step<T> step, String place, Object input) {
        T now = known(current, step, place, input);
        return now != null ? now : known(former, step, place, input);
    }

    @SuppressWarnings("unchecked") // get puts nothing else under a step
    private static <T> @Nullable T known(
            Map<Step<?>, Map<String, Made>> builds, Step<T> step, String place, Object input) {
        Made before = builds.getOrDefault(step, Map.of()).get(place);
        return before != null && before.input().equals(input) ? (T) before.result() : null;
    }
}
