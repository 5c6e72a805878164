package dev.archnotes.site.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

/**
 * What a call of archnotes printed.
 *
 * @param exit its exit code
 * @param out its standard output, with ordinary spaces before units
 * @param err its standard error
 */
record CommandRun(int exit, String out, String err) {
    static CommandRun of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        int exit = Main.archnotes(words)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
        return new CommandRun(exit, out.toString().replace('\u202F', ' '), err.toString());
    }
}
