package dev.archnotes.site.markdown.node;

import dev.archnotes.model.diagnostic.Location;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * A link that leads somewhere; a checked fact is a {@link FactRef} instead.
 *
 * <pre>
 * [grouped-query attention](../Generic/grouped-query-attention.md#groups)
 * </pre>
 *
 * @param target as written: {@code ../Generic/grouped-query-attention.md#groups}
 * @param text the words without markup
 * @param location where the target is written, or the whole link where it stands elsewhere or is the text itself
 * @param textLocation where the link's text begins
 */
public record LinkRef(Kind kind, String target, String text, Location location, Location textLocation) {

    /** What a link leads to. */
    public enum Kind {
        /** Another note's file: {@code ../Qwen3/index.md#router}. */
        NOTE,
        /** Another site or program: {@code https://…}, {@code mailto:…}, {@code tel:…}. */
        EXTERNAL,
        /** A heading of the same note: {@code #router}. */
        ANCHOR,
        /** Any other file: {@code architecture.yaml}. */
        FILE
    }

    /** Whether it leads to a page of another site, which an address of mail or of a telephone does not. */
    public boolean leavesSite() {
        return kind == Kind.EXTERNAL && (target.startsWith("//") || target.regionMatches(true, 0, "http", 0, 4));
    }

    /** The target up to its {@code #}: {@code ../Generic/grouped-query-attention.md}. */
    public String path() {
        int hash = target.indexOf('#');
        return hash < 0 ? target : target.substring(0, hash);
    }

    /** The id that the target asks for: its anchor, {@code gr%C3%B6%C3%9Fe} read as {@code größe}. */
    public String wantedId() {
        try {
            return URLDecoder.decode(anchor().replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException lonePercent) {
            return anchor();
        }
    }

    /** The target behind its {@code #}: {@code groups}; empty where there is none. */
    public String anchor() {
        int hash = target.indexOf('#');
        return hash < 0 ? "" : target.substring(hash + 1);
    }
}
