package dev.archnotes.site.template;

/** Templates of a site's own cannot be used, for a reason that the author can do something about: the message. */
public final class TemplatesRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    TemplatesRefused(String message) {
        super(message);
    }
}
