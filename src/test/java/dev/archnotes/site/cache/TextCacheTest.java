package dev.archnotes.site.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextCacheTest {

    @TempDir
    Path folder;

    @Test
    void keepsTextsForTheNextRun() {
        Path file = folder.resolve("deep/formulas.txt");
        new TextCache(file).put("k1", "<math>\n\\n ⊤ </math>");
        new TextCache(file).put("k2", "<math>2</math>");

        TextCache later = new TextCache(file);
        assertThat(later.get("k1")).isEqualTo("<math>\n\\n ⊤ </math>");
        assertThat(later.get("k2")).isEqualTo("<math>2</math>");
        assertThat(later.get("k3")).isNull();
    }

    @Test
    void leavesOutWhatIsDamaged() throws IOException {
        Path file = folder.resolve("formulas.txt");
        TextCache cache = new TextCache(file);
        cache.put("k1", "<math>1</math>");
        cache.put("k2", "<math>2</math>");
        Files.writeString(file, Files.readString(file).replace("<math>1", "<math>7"));
        Files.write(file, new byte[] {(byte) 0xC3, 0, ' ', 'x'}, StandardOpenOption.APPEND);

        TextCache damaged = new TextCache(file);
        assertThat(damaged.get("k1")).isNull();
        assertThat(damaged.get("k2")).isEqualTo("<math>2</math>");

        damaged.put("k3", "<math>3</math>");
        assertThat(new TextCache(file).get("k3")).isEqualTo("<math>3</math>");
    }

    @Test
    void doesWithoutAFileItCannotWrite() throws IOException {
        Path file = folder.resolve("taken/formulas.txt");
        Files.writeString(folder.resolve("taken"), "a file, not a folder");
        TextCache cache = new TextCache(file);
        cache.put("k", "<math>1</math>");
        assertThat(cache.get("k")).isEqualTo("<math>1</math>");
    }

    @Test
    void beginsAnewWhatHasGrownTooLarge() throws IOException {
        Path file = folder.resolve("formulas.txt");
        new TextCache(file).put("k1", "<math>1</math>");
        long size = Files.size(file);

        assertThat(new TextCache(file, size).get("k1")).isEqualTo("<math>1</math>");
        TextCache anew = new TextCache(file, size - 1);
        assertThat(anew.get("k1")).isNull();
        anew.put("k2", "<math>2</math>");
        assertThat(file).content().doesNotContain("<math>1").contains("<math>2");
    }

    /** A pipe would be read for ever, and a link leads to somebody's own file. */
    @Test
    void opensNothingButAFile() throws IOException {
        Path own = Files.writeString(folder.resolve("thesis.txt"), "years of work");
        Path link = Files.createSymbolicLink(folder.resolve("formulas.txt"), own);
        TextCache cache = new TextCache(link);
        cache.put("k", "<math>1</math>");
        assertThat(cache.get("k")).isEqualTo("<math>1</math>");
        assertThat(own).hasContent("years of work");
    }

    @Test
    void keysTellPartsApart() {
        assertThat(CacheKey.of("a", "b")).isNotEqualTo(CacheKey.of("ab", "")).hasSize(64);
    }
}
