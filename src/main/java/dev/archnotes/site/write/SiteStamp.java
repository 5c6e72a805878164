package dev.archnotes.site.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Whether a site lies in its folder as a build has left it, told without reading its files. */
public final class SiteStamp {
    private SiteStamp() {}

    /**
     * Every file of a site with its size, its time and what tells it from other files; empty where the folder holds no
     * site, or anything that no build wrote.
     *
     * @throws IOException where a file cannot be looked at
     */
    public static Optional<String> of(Path target) throws IOException {
        Path site = OutputPlace.realPath(target);
        if (site.getParent() == null || !Marker.isIn(site)) {
            return Optional.empty();
        }
        FormerSite former;
        try {
            former = FormerSite.of(target, site);
        } catch (OutputRefused foreign) {
            return Optional.empty();
        }
        StringBuilder stamp = new StringBuilder();
        append(stamp, site, Marker.NAME);
        for (String path : former.files()) {
            append(stamp, site, path);
        }
        return Optional.of(stamp.toString());
    }

    private static void append(StringBuilder stamp, Path site, String path) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(site.resolve(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        stamp.append(path)
                .append('\0')
                .append(attributes.isRegularFile())
                .append(attributes.size())
                .append(attributes.lastModifiedTime())
                .append(attributes.fileKey())
                .append('\n');
    }
}
