package dev.archnotes.site.serve;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * By which names a preview lets itself be called. A page of somebody else can have its own name lead to this machine,
 * and would then read the notes as if they were its own; a browser says the name that it used, and it is looked at
 * here.
 *
 * @param host the interface that is listened at, as the author named it
 */
public record HostNames(String host) {
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");
    /** An address in numbers: nobody can have it lead elsewhere. */
    private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]+\\]");

    /** The interface that nobody but this machine reaches. */
    public static final String LOOPBACK = "127.0.0.1";

    /** Whether a request that names this host is meant for the preview. */
    boolean allow(String named) {
        String name = PORT.matcher(named.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
        return name.equals("localhost")
                || name.equals(host.toLowerCase(Locale.ROOT))
                || NUMBERS.matcher(name).matches();
    }
}
