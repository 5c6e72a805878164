package dev.archnotes.site.browser;

import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/** The function of {@code config.js}, which the page of the calculator loads when it is given a configuration. */
public final class ConfigParser {
    private ConfigParser() {}

    /** See {@link ConfigAnswer#of}. */
    @JSExport
    public static String archnotesReadConfig(String file, JSObject config) {
        return ConfigAnswer.of(file, new ScriptValue(config));
    }
}
