package dev.archnotes.site.serve;

import dev.archnotes.site.build.Edition;
import dev.archnotes.site.build.SiteBuild;
import dev.archnotes.site.content.SiteSettings;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One edition of a site after another, each made from the one before: only what a change can affect is done again. */
public final class Editions implements Preview.Build {
    private final SiteBuild build;
    private final SiteSettings.Addresses addresses;

    @Nullable
    private Edition last;

    /**
     * Editions of a site that begin with its first.
     *
     * @param addresses where the site and its sources will stand
     */
    public Editions(SiteBuild build, SiteSettings.Addresses addresses) {
        this.build = build;
        this.addresses = addresses;
    }

    @Override
    public SiteBuild.Result render(SiteBuild.FirstPages first) throws IOException {
        Edition edition = last == null ? build.first(addresses) : build.next(last, first);
        last = edition;
        return edition.result();
    }
}
