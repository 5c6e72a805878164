package dev.archnotes.fuzz;

/** What Jazzer calls: by these names, with the target as its only argument. */
public final class Fuzzing {
    private static FuzzTarget target = FuzzTarget.MARKDOWN;

    private Fuzzing() {}

    /** Called once, with what follows {@code --target_args}. */
    public static void fuzzerInitialize(String[] arguments) {
        target = FuzzTarget.valueOf(arguments[0]);
    }

    /** Called with every input. */
    public static void fuzzerTestOneInput(byte[] input) {
        target.read(input);
    }
}
