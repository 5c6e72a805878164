package dev.archnotes.site.browser;

import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/** The functions of {@code headers.js}, which the page of the calculator loads when it is given files of weights. */
public final class Headers {
    private static HeaderAnswer answer = new HeaderAnswer();

    private Headers() {}

    /** Which of some files of a folder are one checkpoint, and begins to read them; see {@link HeaderAnswer#choose}. */
    @JSExport
    public static String archnotesChooseFiles(String[] names) {
        answer = new HeaderAnswer();
        return answer.choose(names);
    }

    /** See {@link HeaderAnswer#index}. */
    @JSExport
    public static String archnotesReadIndex(String file, double size, JSObject head) {
        return answer.index(new ScriptBytes(file, (long) size, head));
    }

    /** See {@link HeaderAnswer#header}. */
    @JSExport
    public static String archnotesReadHeader(String file, double size, JSObject head) {
        return answer.header(new ScriptBytes(file, (long) size, head));
    }

    /** See {@link HeaderAnswer#measured}; without a configuration, {@code null}. */
    @JSExport
    public static String archnotesMeasure(JSObject config) {
        return answer.measured(new ScriptValue(config));
    }
}
