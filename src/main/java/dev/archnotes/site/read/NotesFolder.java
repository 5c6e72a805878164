package dev.archnotes.site.read;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.content.Glossary;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.SearchWords;
import dev.archnotes.site.write.SiteWriter;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The files of a notes folder that the site is made of, sorted; hidden files and folders are left out, and sites. Each
 * path, relative to the folder and with forward slashes, comes with the file to read: a regular file within the folder,
 * also where a link leads to it. Whoever sends notes to somebody else's machine gets at nothing beside them.
 *
 * @param texts notes, specifications, settings, timeline and bibliography
 * @param images files with the extension of an image
 * @param others every other file, and what the settings exclude
 * @param refused what has the name of either and is not read; every one has a finding
 * @param findings what is wrong with files before they are opened
 */
record NotesFolder(
        SortedMap<String, Path> texts,
        SortedMap<String, Path> images,
        SortedMap<String, Path> others,
        Set<String> refused,
        List<Diagnostic> findings) {
    private static final Set<String> IMAGES = Set.of("svg", "png", "jpg", "jpeg", "gif", "webp", "avif");
    private static final Set<String> TOP = Set.of(
            Glossary.FILE,
            SearchWords.FILE,
            LibraryReader.SETTINGS,
            LibraryReader.BIBLIOGRAPHY,
            LibraryReader.TIMELINE,
            LibraryReader.MECHANISMS,
            LibraryReader.LINEAGE,
            LibraryReader.READING,
            LibraryReader.DISAGREEMENTS);

    /** One without files. */
    static final NotesFolder NONE =
            new NotesFolder(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), Set.of(), List.of());

    /**
     * Folders within one another. Every folder has a page with the way home in it, so that the size of a site grows
     * with the cube of its depth.
     */
    private static final int DEEPEST = 50;

    /** What a package manager puts beside notes. */
    private static final String PACKAGES = "node_modules";

    /**
     * Lists a folder, which may be given as a link; links within it are followed no further than it reaches.
     *
     * @throws IOException where the folder itself cannot be read
     */
    static NotesFolder list(Path folder) throws IOException {
        Walk walk = new Walk(folder.toRealPath());
        Files.walkFileTree(walk.root, walk);
        return new NotesFolder(
                Collections.unmodifiableSortedMap(walk.texts),
                Collections.unmodifiableSortedMap(walk.images),
                Collections.unmodifiableSortedMap(walk.others),
                Collections.unmodifiableSet(walk.refused.keySet()),
                List.copyOf(walk.refused.values()));
    }

    /** The same folder with the files that these patterns name among the others, which are no part of the notes. */
    NotesFolder excluding(List<String> exclude) {
        List<FilePattern> patterns = exclude.stream().map(FilePattern::of).toList();
        Predicate<String> excluded = path -> patterns.stream().anyMatch(pattern -> pattern.matches(Path.of(path)));
        SortedMap<String, Path> keptTexts = new TreeMap<>(texts);
        SortedMap<String, Path> keptImages = new TreeMap<>(images);
        SortedMap<String, Path> allOthers = new TreeMap<>(others);
        for (SortedMap<String, Path> kept : List.of(keptTexts, keptImages)) {
            kept.forEach((path, file) -> {
                if (excluded.test(path)) {
                    allOthers.put(path, file);
                }
            });
            kept.keySet().removeIf(excluded);
        }
        return new NotesFolder(
                keptTexts,
                keptImages,
                allOthers,
                refused.stream().filter(excluded.negate()).collect(Collectors.toCollection(TreeSet::new)),
                findings.stream()
                        .filter(finding -> !excluded.test(finding.location().path()))
                        .toList());
    }

    /** The paths of all images, those that are refused too: a note that shows one is not wrong to name it. */
    SortedSet<String> imagePaths() {
        SortedSet<String> paths = new TreeSet<>(images.keySet());
        refused.stream().filter(NotesFolder::isImage).forEach(paths::add);
        return paths;
    }

    /** Whether a file is one that is read as text, by its name. */
    static boolean isText(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return isNote(path) || name.equals(ModelFamily.FILE) || TOP.contains(path);
    }

    /** Whether a file is Markdown by its name. */
    static boolean isNote(String path) {
        String folded = path.toLowerCase(Locale.ROOT);
        return folded.endsWith(".md") || folded.endsWith(".markdown");
    }

    /** Whether a file is an image by its name. */
    static boolean isImage(String path) {
        return IMAGES.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static boolean isHidden(Path name) {
        return name.toString().startsWith(".");
    }

    /** One walk through a folder, which follows no link. */
    private static final class Walk extends SimpleFileVisitor<Path> {
        private static final String COPY = "put the file itself there, or name it under exclude in site.yaml";

        private final Path root;
        private final SortedMap<String, Path> texts = new TreeMap<>();
        private final SortedMap<String, Path> images = new TreeMap<>();
        private final SortedMap<String, Path> others = new TreeMap<>();
        private final SortedMap<String, Diagnostic> refused = new TreeMap<>();

        private Walk(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            if (directory.equals(root)) {
                return FileVisitResult.CONTINUE;
            }
            if (isLeftOut(directory)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (root.relativize(directory).getNameCount() > DEEPEST) {
                refuse(
                        path(directory),
                        "folders stand more than " + DEEPEST + " deep in one another",
                        "move what is in it further up");
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isHidden(file.getFileName())) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isSymbolicLink()) {
                visitLink(file);
            } else {
                take(file, file, attributes);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (file.equals(root) || !(failed instanceof AccessDeniedException)) {
                throw failed;
            }
            refuse(path(file), "there is no permission to look into this", "");
            return FileVisitResult.CONTINUE;
        }

        private void visitLink(Path link) {
            String path = path(link);
            Path target;
            BasicFileAttributes attributes;
            try {
                target = link.toRealPath();
                attributes = Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            } catch (AccessDeniedException closed) {
                refuse(path, "there is no permission to go where this link leads", COPY);
                return;
            } catch (FileSystemException missingOrInACircle) {
                refuse(path, "this link leads nowhere", "remove it, or " + COPY);
                return;
            } catch (IOException broken) {
                refuse(path, "this link cannot be followed", COPY);
                return;
            }
            if (!attributes.isDirectory() && !isText(path) && !isImage(path)) {
                return;
            }
            if (!target.startsWith(root)) {
                refuse(path, "this link leads out of the notes folder, so it is not followed", COPY);
            } else if (isLeftOutAnywhere(target)) {
                refuse(path, "this link leads to what is no part of the notes, so it is not followed", COPY);
            } else if (!attributes.isDirectory()) {
                take(link, target, attributes);
            }
        }

        /** Takes a file by the name that it has in the notes folder and by the place at which it is read. */
        private void take(Path named, Path read, BasicFileAttributes attributes) {
            String path = path(named);
            boolean text = isText(path);
            if (!text && !isImage(path)) {
                if (attributes.isRegularFile() && isNameable(named)) {
                    others.put(path, read);
                }
                return;
            }
            if (!isNameable(named)) {
                refuse(
                        path,
                        "the name of this file is not text in the encoding of this system",
                        "name it with letters of ASCII, or set a locale of UTF-8");
            } else if (!attributes.isRegularFile()) {
                refuse(path, "this is a pipe, a socket or a device, so it is not opened", COPY);
            } else {
                (text ? texts : images).put(path, read);
            }
        }

        /** Whether the name as text leads back to the file; of bytes that are no text, it does not. */
        private boolean isNameable(Path file) {
            try {
                return root.resolve(root.relativize(file).toString()).equals(file);
            } catch (InvalidPathException unmappable) {
                return false;
            }
        }

        private boolean isLeftOutAnywhere(Path target) {
            Path part = root;
            for (Path name : root.relativize(target)) {
                part = part.resolve(name);
                if (!part.equals(root) && isLeftOut(part)) {
                    return true;
                }
            }
            return false;
        }

        /** Also a site that was built within the notes: its images are no figures of theirs. */
        private static boolean isLeftOut(Path part) {
            Path name = part.getFileName();
            return isHidden(name) || name.toString().equals(PACKAGES) || SiteWriter.isSite(part);
        }

        private void refuse(String path, String message, String hint) {
            refused.put(
                    path,
                    Diagnostic.error(Rule.UNREADABLE_FILE, Location.startOf(path), message)
                            .withHint(hint));
        }

        private String path(Path file) {
            return root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
        }
    }
}
