package dev.archnotes.site.content;

import dev.archnotes.model.diagnostic.HiddenCharacters;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What an address of a site is, whether {@code site.yaml} or the command line names it. */
public final class SiteAddress {
    /** What to write where an address is none. */
    public static final String HINT = "write it in full: https://example.org/notes/";

    /** No browser or server is sure to take a longer one. */
    private static final int LONGEST = 2_000;

    private SiteAddress() {}

    /** What keeps a text from being an address that a page can link to; empty where nothing does. */
    public static Optional<String> fault(String address) {
        if (address.length() > LONGEST) {
            return Optional.of("an address of " + address.length() + " characters is too long");
        }
        if (address.codePoints().anyMatch(c -> HiddenCharacters.isForbidden(c) || HiddenCharacters.turnsDirection(c))) {
            return Optional.of("\"" + address + "\" has a character that nobody sees");
        }
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException notAnAddress) {
            return Optional.of("\"" + address + "\" is not an address");
        }
        if (!"https".equals(uri.getScheme()) && !"http".equals(uri.getScheme()) || uri.getHost() == null) {
            return Optional.of("\"" + address + "\" is not an address");
        }
        return uri.getRawUserInfo() == null
                ? Optional.empty()
                : Optional.of("\"" + address + "\" names a user, which every reader would see");
    }

    /** What keeps a text from being an address to which paths are appended; empty where nothing does. */
    public static Optional<String> faultOfBase(String address) {
        return fault(address)
                .or(() -> address.indexOf('?') < 0 && address.indexOf('#') < 0
                        ? Optional.empty()
                        : Optional.of("\"" + address + "\" has a query or a fragment, and paths are appended to it"));
    }

    /** An address to which paths can be appended. */
    public static String base(String address) {
        return address.endsWith("/") ? address : address + "/";
    }
}
