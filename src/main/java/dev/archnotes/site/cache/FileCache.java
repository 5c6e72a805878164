package dev.archnotes.site.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Finished files in a folder, each named by its key. */
public final class FileCache {
    private final Path folder;
    private final String ending;

    /**
     * The files in a folder, which need not be there.
     *
     * @param ending the end of their names, such as {@code .png}
     */
    public FileCache(Path folder, String ending) {
        this.folder = folder;
        this.ending = ending;
    }

    /** The file under a key. */
    public Optional<byte[]> get(String key) {
        Path file = file(key);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Keeps a file; it is moved to its place when it is whole, so that a build that is killed leaves no half of one.
     */
    public void put(String key, byte[] bytes) {
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "new", ".draft");
            Files.write(draft, bytes);
            Files.move(draft, file(key), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException notKept) {
            // the next build makes it again
        }
    }

    private Path file(String key) {
        return folder.resolve(key + ending);
    }
}
