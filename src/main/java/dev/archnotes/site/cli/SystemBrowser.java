package dev.archnotes.site.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Locale;

/** The browser that the system opens an address with. */
final class SystemBrowser {
    private SystemBrowser() {}

    /** Opens an address, or says that somebody else has to. */
    static void open(String address, PrintWriter err) {
        try {
            new ProcessBuilder(command(System.getProperty("os.name", ""), address))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        } catch (IOException noBrowser) {
            err.println("archnotes: no browser could be started; open the address by hand");
            err.flush();
        }
    }

    /**
     * What opens an address.
     *
     * @param system what Java calls the system
     */
    static List<String> command(String system, String address) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address);
        }
        return List.of(name.startsWith("mac") ? "open" : "xdg-open", address);
    }
}
