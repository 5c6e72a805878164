package dev.archnotes.site.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of the cache in which the hub's clients keep what they load: {@code models--Qwen--Qwen3-8B}, with commits by
 * name in {@code refs} and their files in {@code snapshots}.
 */
final class HubFolder {
    private static final String PREFIX = "models--";
    private static final String SEPARATOR = "--";
    private static final String SNAPSHOTS = "snapshots";
    private static final int LONGEST_COMMIT = 64;

    private HubFolder() {}

    /** The snapshot that a folder of the cache stands for; empty for any other folder, and where it is not clear. */
    static Optional<Path> snapshot(Path folder) throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        if (isNamed(whole, SNAPSHOTS) && whole.getParent() != null) {
            whole = whole.getParent();
        }
        if (!isModel(whole)) {
            return Optional.empty();
        }
        Path snapshots = whole.resolve(SNAPSHOTS);
        Path main = whole.resolve("refs").resolve("main");
        if (Files.isRegularFile(main) && Files.size(main) <= LONGEST_COMMIT) {
            String commit = Files.readString(main).strip();
            // what stands in a file is no path
            boolean plain = !commit.isEmpty() && commit.chars().allMatch(Character::isLetterOrDigit);
            if (plain && Files.isDirectory(snapshots.resolve(commit))) {
                return Optional.of(snapshots.resolve(commit));
            }
        }
        if (!Files.isDirectory(snapshots)) {
            return Optional.empty();
        }
        try (Stream<Path> commits = Files.list(snapshots)) {
            List<Path> all = commits.filter(Files::isDirectory).limit(2).toList();
            return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
        }
    }

    /** The name of the model to which a file of a snapshot belongs: {@code Qwen3-8B}. */
    static Optional<String> name(Path file) {
        Path snapshot = file.toAbsolutePath().normalize().getParent();
        Path snapshots = snapshot == null ? null : snapshot.getParent();
        Path model = snapshots == null || !isNamed(snapshots, SNAPSHOTS) ? null : snapshots.getParent();
        if (model == null || !isModel(model)) {
            return Optional.empty();
        }
        String name = model.getFileName().toString().substring(PREFIX.length());
        return Optional.of(name.substring(name.contains(SEPARATOR) ? name.indexOf(SEPARATOR) + SEPARATOR.length() : 0));
    }

    private static boolean isModel(Path folder) {
        return folder.getFileName() != null && folder.getFileName().toString().startsWith(PREFIX);
    }

    private static boolean isNamed(Path folder, String name) {
        return folder.getFileName() != null && folder.getFileName().toString().equals(name);
    }
}
