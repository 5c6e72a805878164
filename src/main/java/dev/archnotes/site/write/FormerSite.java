package dev.archnotes.site.write;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What lies in the folder of a site before a build writes it.
 *
 * @param folder the folder, which need not exist
 * @param files its files and links, relative to it and with forward slashes, without those that stay or do not count
 */
record FormerSite(Path folder, SortedSet<String> files) {
    /** What systems strew into every folder that somebody looks into. */
    private static final Set<String> LITTER = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

    private static final int NAMED = 3;

    /**
     * Lists a folder that may be replaced.
     *
     * @param target the folder as the author named it
     * @throws OutputRefused where it holds anything that no build wrote
     */
    static FormerSite of(Path target, Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS) || Files.isSymbolicLink(folder)) {
            return new FormerSite(folder, Collections.emptySortedSet());
        }
        if (!Files.isDirectory(folder)) {
            throw new OutputRefused(target + " is a file; the site needs a folder of its own");
        }
        FormerSite former = new FormerSite(folder, files(target, folder));
        former.checkOwner(target);
        return former;
    }

    private static SortedSet<String> files(Path target, Path folder) throws IOException {
        SortedSet<String> files = new TreeSet<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return isKept(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = folder.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/");
                boolean litter = LITTER.contains(file.getFileName().toString());
                if (!isKept(file) && !litter && !path.equals(Marker.NAME)) {
                    files.add(path);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) {
                if (failed instanceof NoSuchFileException) {
                    // another build replaces the site at this moment
                    return FileVisitResult.CONTINUE;
                }
                throw new OutputRefused(target + " is left alone, because there is no permission to look into " + file);
            }

            private boolean isKept(Path path) {
                return folder.equals(path.getParent())
                        && Marker.KEPT.contains(path.getFileName().toString());
            }
        });
        return files;
    }

    private void checkOwner(Path target) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        if (Marker.isWithoutList(folder)) {
            throw new OutputRefused(target + " was made by an older archnotes, which did not list its files; "
                    + "delete the folder once, or choose another");
        }
        Set<String> ours = Marker.read(folder)
                .orElseThrow(() -> new OutputRefused(
                        target + " has files in it and was not made by archnotes, so it is left alone; "
                                + "choose a folder that is empty or does not exist"));
        List<String> foreign =
                files.stream().filter(file -> !ours.contains(file)).toList();
        if (!foreign.isEmpty()) {
            String more = foreign.size() > NAMED ? " and " + (foreign.size() - NAMED) + " more" : "";
            throw new OutputRefused(target + " holds what no build wrote and the next one would delete: "
                    + String.join(", ", foreign.subList(0, Math.min(NAMED, foreign.size()))) + more
                    + "; move it elsewhere, or choose another folder");
        }
    }
}
