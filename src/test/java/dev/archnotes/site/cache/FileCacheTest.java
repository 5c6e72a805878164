package dev.archnotes.site.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileCacheTest {
    private static final byte[] PICTURE = "a picture".getBytes(StandardCharsets.UTF_8);
    private static final String KEY = CacheKey.of("a card");

    @TempDir
    Path folder;

    @Test
    void keepsAFileForTheNextRun() {
        cache().put(KEY, PICTURE);
        assertThat(cache().get(KEY)).hasValue(PICTURE);
        assertThat(cache().get(CacheKey.of("another"))).isEmpty();
        cache().put(CacheKey.of("empty"), new byte[0]);
        assertThat(cache().get(CacheKey.of("empty"))).hasValue(new byte[0]);
    }

    /** Whatever happens to the file, the build draws the picture again. */
    @ParameterizedTest
    @ValueSource(strings = {"emptied", "cut", "longer", "zeros", "one bit", "text", "of a former version", "large"})
    void leavesOutWhatIsDamaged(String damage) throws IOException {
        cache().put(KEY, PICTURE);
        Path file = folder.resolve(KEY + ".card");
        byte[] kept = Files.readAllBytes(file);
        byte[] damaged = kept.clone();
        switch (damage) {
            case "emptied" -> damaged = new byte[0];
            case "cut" -> damaged = Arrays.copyOf(kept, kept.length - 1);
            case "longer" -> damaged = Arrays.copyOf(kept, kept.length + 1);
            case "zeros" -> damaged = new byte[kept.length];
            case "one bit" -> damaged[kept.length - 1] ^= 1;
            case "text" -> damaged = "<p>not a picture</p>".getBytes(StandardCharsets.UTF_8);
            case "of a former version" -> damaged = PICTURE;
            default -> damaged = new byte[FileCache.LARGEST_FILE + 1];
        }
        Files.write(file, damaged);
        assertThat(cache().get(KEY)).isEmpty();

        cache().put(KEY, PICTURE);
        assertThat(cache().get(KEY)).hasValue(PICTURE);
    }

    /** A pipe would be read for ever, and behind a link lies something else. */
    @Test
    void opensNothingButFiles() throws IOException, InterruptedException {
        Path pipe = folder.resolve(KEY + ".card");
        int made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        assertThat(made).isZero();
        assertThat(cache().get(KEY)).isEmpty();
        assertThat(cache().map(KEY)).isEmpty();

        String linked = CacheKey.of("linked");
        Files.createSymbolicLink(folder.resolve(linked + ".card"), pipe);
        assertThat(cache().get(linked)).isEmpty();
        assertThat(cache().map(linked)).isEmpty();
        Files.createDirectory(folder.resolve(CacheKey.of("folder") + ".card"));
        assertThat(cache().get(CacheKey.of("folder"))).isEmpty();
    }

    @Test
    void mapsWhatMayBeLarge() throws IOException {
        assertThat(cache().map(KEY)).isEmpty();
        cache().put(KEY, out -> out.write(PICTURE));
        assertThat(cache().map(KEY)).hasValue(ByteBuffer.wrap(PICTURE));
        cache().put(KEY, out -> {
            out.write(PICTURE);
            throw new IOException("the disk is full");
        });
        assertThat(cache().map(KEY)).hasValue(ByteBuffer.wrap(PICTURE));
        assertThat(names()).containsExactly(KEY + ".card");
    }

    @Test
    void removesWhatNoBuildHasAskedFor() throws IOException {
        for (String name : List.of("old", "used", "new")) {
            cache().put(CacheKey.of(name), PICTURE);
        }
        age(CacheKey.of("old") + ".card", 91);
        age(CacheKey.of("used") + ".card", 91);
        Files.writeString(folder.resolve("draft-77"), "of a build that was killed");
        age("draft-77", 2);
        Files.writeString(folder.resolve("draft-78"), "of a build that goes on");
        Files.writeString(folder.resolve(KEY + ".png"), "of a former version");
        age(KEY + ".png", 91);
        Files.writeString(folder.resolve("thesis.txt"), "somebody's own");
        age("thesis.txt", 900);

        FileCache cache = cache();
        assertThat(cache.get(CacheKey.of("used"))).isPresent();
        cache.tidy();

        assertThat(names())
                .containsExactlyInAnyOrder(
                        CacheKey.of("used") + ".card",
                        CacheKey.of("new") + ".card",
                        "draft-78",
                        "thesis.txt",
                        "tidied");
    }

    @Test
    void looksThroughTheFolderOnceADay() throws IOException {
        cache().put(KEY, PICTURE);
        cache().tidy();
        age(KEY + ".card", 91);
        cache().tidy();
        assertThat(names()).contains(KEY + ".card");
        age("tidied", 2);
        cache().tidy();
        assertThat(names()).doesNotContain(KEY + ".card");
    }

    @Test
    void removesTheOldestWhenAllTogetherAreTooLarge() throws IOException {
        FileCache small = new FileCache(folder, ".card", new FileCache.Limits(Duration.ofDays(90), 60));
        for (int i = 0; i < 5; i++) {
            small.put(CacheKey.of("card " + i), PICTURE);
            age(CacheKey.of("card " + i) + ".card", 10 - i);
        }
        small.tidy();
        // 17 bytes each, so that three of them stay within 60
        assertThat(names())
                .containsExactlyInAnyOrder(Stream.concat(
                                Stream.of("tidied"),
                                IntStream.range(2, 5).mapToObj(i -> CacheKey.of("card " + i) + ".card"))
                        .toArray(String[]::new));
    }

    @Test
    void doesWithoutAFolderItCannotWrite() throws IOException {
        Files.writeString(folder.resolve("taken"), "a file, not a folder");
        FileCache cache = new FileCache(folder.resolve("taken"), ".card");
        cache.put(KEY, PICTURE);
        cache.tidy();
        assertThat(cache.get(KEY)).isEmpty();
    }

    private FileCache cache() {
        return new FileCache(folder, ".card");
    }

    private void age(String name, int days) throws IOException {
        Files.setLastModifiedTime(
                folder.resolve(name), FileTime.from(Instant.now().minus(Duration.ofDays(days))));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
