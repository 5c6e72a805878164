package dev.archnotes.site.files.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.archnotes.Programs;
import dev.archnotes.real.RealSite;
import dev.archnotes.site.cache.Memory;
import dev.archnotes.site.page.Listing;
import dev.archnotes.site.write.OutputFile;
import dev.archnotes.site.write.Spool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A query loads no more of a large site than it may, with the models of the real one beside notes without end. */
@Tag("site")
class SearchAtScaleTest {
    private static final int FIRST = 100_000;
    private static final int FURTHER = 50_000;
    private static final int SECTIONS_OF_A_NOTE = 5;
    private static final int WORDS_OF_A_SECTION = 190;
    private static final List<String> MODEL_QUERIES = List.of(
            "kv cache of gpt-oss-120b at 32k",
            "compare deepseek v3 and kimi k2",
            "can qwen3-30b-a3b run on 24 gb",
            "10.41 GiB",
            "models with sliding window",
            "experts>=128 active<10B");

    private final List<String> vocabulary = new ArrayList<>();
    private final Random chance = new Random(41);

    @ParameterizedTest
    @ValueSource(ints = {0, 1_000, 10_000})
    void aQueryLoadsAFewPieces(int notes, @TempDir Path folder) throws Exception {
        assumeTrue(Programs.hasNode(), "node was not found on the PATH: the index is not asked");
        List<Listing.SearchSection> sections = new ArrayList<>();
        RealSite.get().pages().forEach(page -> sections.addAll(page.listing().sections()));
        sections.addAll(sections(notes));
        Vocabulary numbers = new Vocabulary();
        for (OutputFile file : SearchIndex.of(
                RealSite.get().catalogue(),
                sections,
                sections.stream()
                        .map(section -> SectionWords.of(section, numbers))
                        .toList(),
                numbers,
                Memory.none(),
                Spool.NONE)) {
            Path to = folder.resolve(file.path());
            Files.createDirectories(to.getParent());
            Files.write(to, file.bytes());
        }
        List<String> command = new ArrayList<>(List.of(
                "node", "src/test/resources/search/sizes.mjs", folder.toString(), Long.toString(ofSearchItself())));
        command.addAll(queries(notes));
        Path said = folder.resolve("sizes.txt");
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        List<String> lines = Files.readAllLines(said, StandardCharsets.UTF_8);
        assertThat(lines).hasSameSizeAs(queries(notes));
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t");
            assertThat(Long.parseLong(cells[1])).as(lines.get(i)).isLessThanOrEqualTo(i == 0 ? FIRST : FURTHER);
            assertThat(Long.parseLong(cells[2])).as(lines.get(i)).isPositive();
        }
    }

    /** The script and the style of the search, which come with the first query. */
    private static long ofSearchItself() throws IOException {
        return compressed(RealSite.get().files().get("assets/search.js"))
                + compressed(RealSite.get().files().get("assets/search.css"));
    }

    private static int compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.size();
    }

    /** Questions over models first; then words of the notes, common ones and rare ones, whole and begun. */
    private List<String> queries(int notes) {
        List<String> queries = new ArrayList<>(MODEL_QUERIES);
        queries.add("sliding window of gemma");
        queries.add("attention");
        if (notes > 0) {
            queries.add(String.join(" ", vocabulary.subList(0, 4)));
            queries.add(vocabulary.get(5) + " " + vocabulary.get(900) + " " + vocabulary.get(7_000));
            queries.add(vocabulary.get(12_000));
            queries.add(vocabulary.get(300).substring(0, 3));
            queries.add(vocabulary.get(40) + " " + vocabulary.get(80) + " "
                    + vocabulary.get(160).substring(0, 2));
        }
        return queries;
    }

    /** Sections of words as common as those of a language: the second half as common as the first, and so on. */
    private List<Listing.SearchSection> sections(int notes) {
        String[] syllables = "ka ro mi ten sol ver dan lu pre sta con tri mon gel bar fin".split(" ");
        for (int i = 0; i < 20_000; i++) {
            StringBuilder word = new StringBuilder();
            for (int rest = i * 7 + 300; rest > 0; rest /= syllables.length) {
                word.append(syllables[rest % syllables.length]);
            }
            vocabulary.add(word.toString());
        }
        List<Listing.SearchSection> sections = new ArrayList<>();
        for (int note = 0; note < notes; note++) {
            String title = words(3) + " " + note;
            for (int i = 0; i < SECTIONS_OF_A_NOTE; i++) {
                sections.add(new Listing.SearchSection(
                        Listing.SearchSection.Group.PAGE,
                        title,
                        i == 0 ? "" : words(3),
                        String.format(Locale.ROOT, "note-%d/%s", note, i == 0 ? "" : "#s" + i),
                        words(WORDS_OF_A_SECTION)));
            }
        }
        return sections;
    }

    private String words(int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(vocabulary.get((int) Math.exp(chance.nextDouble() * Math.log(vocabulary.size())) - 1));
        }
        return String.join(" ", words);
    }
}
