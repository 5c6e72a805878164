package dev.archnotes.site.files.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.archnotes.Programs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final List<String> TEXTS = List.of(
            "Multi-head latent attention (MLA)",
            "10.41 GiB, 131,072 tokens; 1,2,3 and 1,0000",
            "rope_theta = 1e6",
            "Qwen3-30B-A3B v3.1 e.g.3",
            "注意力机制是一种神经网络方法。",
            "日本語の見出し コンピューター",
            "한국어 문서 제목",
            "KV缓存 und Übergröße, naïve, Ω",
            "हिन्दी में, ಸಾರಾಂಶ",
            "ภาษาไทยโครงข่ายประสาทเทียม ພາສາລາວ ភាសាខ្មែរ မြန်မာဘာသာ",
            "x² ½ ﬁne Ⅳ",
            "🦙 𝒳 <script>",
            "");

    @Test
    void wordsAreLettersMarksAndDigits() {
        assertThat(Tokens.of(TEXTS.get(0))).containsExactly("multi", "head", "latent", "attention", "mla");
        assertThat(Tokens.of(TEXTS.get(1)))
                .containsExactly("10.41", "gib", "131072", "tokens", "1", "2", "3", "and", "1", "0000");
        assertThat(Tokens.of("Übergröße naïve")).containsExactly("ubergroße", "naive");
    }

    @Test
    void aRunWithoutSpacesIsFoundFromWithin() {
        assertThat(Tokens.of("注意力机制")).containsExactly("注意", "意力", "力机", "机制");
        assertThat(Tokens.toBeFound(TEXTS.get(4))).containsAll(Tokens.of("神经网络"));
        assertThat(Tokens.toBeFound(TEXTS.get(5))).containsAll(Tokens.of("見出し"));
        assertThat(Tokens.toBeFound(TEXTS.get(6))).containsAll(Tokens.of("한국어"));
    }

    @Test
    void thaiIsFoundFromWithin() {
        assertThat(Tokens.toBeFound("ภาษาไทยโครงข่ายประสาทเทียม")).containsAll(Tokens.of("โครงข่าย"));
    }

    @Test
    void oneCharacterIsFoundWhereverItStands() {
        // a query of one is looked up as the beginning of a word
        assertThat(Tokens.of("熵")).containsExactly("熵");
        assertThat(Tokens.toBeFound("交叉熵。熵")).contains("熵");
        assertThat(Tokens.toBeFound("交叉熵损失")).anyMatch(word -> word.startsWith("熵"));
    }

    @Test
    void whatPeopleWriteInOneWordIsFound() {
        assertThat(Tokens.toBeFound("QK-norm")).containsExactly("qk", "norm", "qknorm");
        assertThat(Tokens.toBeFound("Qwen3")).containsExactly("qwen3", "qwen", "3");
        assertThat(Tokens.toBeFound("QK norm")).containsExactly("qk", "norm");
    }

    @Test
    void theScriptDividesTextsInTheSameWay(@TempDir Path folder) throws Exception {
        assumeTrue(Programs.hasNode(), "node was not found on the PATH: the words are not compared");
        Path texts = Files.write(folder.resolve("texts.txt"), TEXTS);
        Path said = folder.resolve("words.txt");
        new ProcessBuilder("node", "src/test/resources/search/tokens.mjs", texts.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        List<String> ours =
                TEXTS.stream().map(text -> String.join(" ", Tokens.of(text))).toList();
        assertThat(Files.readAllLines(said, StandardCharsets.UTF_8)).isEqualTo(ours);
    }
}
