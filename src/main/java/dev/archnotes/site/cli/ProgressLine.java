package dev.archnotes.site.cli;

import dev.archnotes.site.build.SiteBuild;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** The last line of a terminal, which says what a build is at and is gone when the build is over. */
final class ProgressLine implements Consumer<SiteBuild.Step>, AutoCloseable {
    private static final String CLEARED = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean shown;

    ProgressLine(PrintWriter err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    @Override
    public void accept(SiteBuild.Step step) {
        print(CLEARED + step.words() + " …");
    }

    @Override
    public void close() {
        print(CLEARED);
    }

    private void print(String line) {
        if (shown) {
            err.print(line);
            err.flush();
        }
    }
}
