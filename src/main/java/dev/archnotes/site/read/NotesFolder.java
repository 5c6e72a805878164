package dev.archnotes.site.read;

import dev.archnotes.site.content.ModelFamily;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files of a notes folder that the site is made of, sorted; hidden files and folders are left out.
 *
 * @param texts notes, specifications, settings, timeline and bibliography, relative to the folder, with forward slashes
 * @param figures images, likewise
 */
record NotesFolder(List<String> texts, List<String> figures) {
    private static final Set<String> IMAGES = Set.of("svg", "png", "jpg", "jpeg", "gif", "webp", "avif");
    private static final Set<String> TOP = Set.of(
            LibraryReader.SETTINGS,
            LibraryReader.BIBLIOGRAPHY,
            LibraryReader.TIMELINE,
            LibraryReader.MECHANISMS,
            LibraryReader.LINEAGE,
            LibraryReader.READING);

    static NotesFolder list(Path folder) throws IOException {
        TreeSet<String> texts = new TreeSet<>();
        TreeSet<String> figures = new TreeSet<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return !directory.equals(folder) && isHidden(directory)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                String name = file.getFileName().toString();
                if (isHidden(file) || !Files.isRegularFile(file)) {
                    return FileVisitResult.CONTINUE;
                }
                if (name.endsWith(".md") || name.equals(ModelFamily.FILE) || TOP.contains(path)) {
                    texts.add(path);
                } else if (IMAGES.contains(
                        name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))) {
                    figures.add(path);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return new NotesFolder(List.copyOf(texts), List.copyOf(figures));
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }
}
