package dev.archnotes;

import java.io.IOException;

/** Programs that some tests need and not every machine has. */
public final class Programs {
    private Programs() {}

    /** Whether there is Node.js. */
    public static boolean hasNode() throws InterruptedException {
        return runs("node", "--version");
    }

    /** Whether there is a Python with numpy. */
    public static boolean hasNumpy() throws InterruptedException {
        return runs("python3", "-c", "import numpy");
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
