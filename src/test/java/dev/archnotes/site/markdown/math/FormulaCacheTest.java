package dev.archnotes.site.markdown.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormulaCacheTest {

    @TempDir
    Path folder;

    @Test
    void keepsFormulasForTheNextRun() {
        Path file = folder.resolve("deep/formulas.txt");
        new FormulaCache(file).put("k1", "<math>\n\\n ⊤ </math>");
        new FormulaCache(file).put("k2", "<math>2</math>");

        FormulaCache later = new FormulaCache(file);
        assertThat(later.get("k1")).isEqualTo("<math>\n\\n ⊤ </math>");
        assertThat(later.get("k2")).isEqualTo("<math>2</math>");
        assertThat(later.get("k3")).isNull();
    }

    @Test
    void leavesOutWhatIsDamaged() throws IOException {
        Path file = folder.resolve("formulas.txt");
        FormulaCache cache = new FormulaCache(file);
        cache.put("k1", "<math>1</math>");
        cache.put("k2", "<math>2</math>");
        Files.writeString(file, Files.readString(file).replace("<math>1", "<math>7"));
        Files.write(file, new byte[] {(byte) 0xC3, 0, ' ', 'x'}, StandardOpenOption.APPEND);

        FormulaCache damaged = new FormulaCache(file);
        assertThat(damaged.get("k1")).isNull();
        assertThat(damaged.get("k2")).isEqualTo("<math>2</math>");

        damaged.put("k3", "<math>3</math>");
        assertThat(new FormulaCache(file).get("k3")).isEqualTo("<math>3</math>");
    }

    @Test
    void doesWithoutAFileItCannotWrite() throws IOException {
        Path file = folder.resolve("taken/formulas.txt");
        Files.writeString(folder.resolve("taken"), "a file, not a folder");
        FormulaCache cache = new FormulaCache(file);
        cache.put("k", "<math>1</math>");
        assertThat(cache.get("k")).isEqualTo("<math>1</math>");
    }

    @Test
    void keysTellPartsApart() {
        assertThat(FormulaCache.key("a", "b"))
                .isNotEqualTo(FormulaCache.key("ab", ""))
                .hasSize(64);
    }
}
