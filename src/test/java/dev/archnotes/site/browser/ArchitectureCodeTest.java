package dev.archnotes.site.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.archnotes.Variants;
import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.LayerGroup;
import dev.archnotes.model.spec.Storage;
import dev.archnotes.model.spec.StoredApart;
import dev.archnotes.model.spec.Variant;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ArchitectureCodeTest {
    static final Iterable<Variant> VARIANTS = Variants.ALL;

    @ParameterizedTest
    @FieldSource("VARIANTS")
    void whatIsWrittenIsReadAgain(Variant variant) {
        String code = ArchitectureCode.write(variant.architecture());
        Architecture read = ArchitectureCode.read(code);
        // all but the image encoder, of which there is the number of weights
        assertThat(read.vision()).isEmpty();
        assertThat(WeightInventory.of(read).rows(LedgerRow.Scope.DECODER))
                .isEqualTo(WeightInventory.of(variant.architecture()).rows(LedgerRow.Scope.DECODER));
        assertThat(read.groups()).isEqualTo(variant.architecture().groups());
        assertThat(read.kinds()).isEqualTo(variant.architecture().kinds());
        assertThat(ArchitectureCode.imageWeights(code))
                .isEqualTo(WeightInventory.of(variant.architecture()).elements(LedgerRow.Scope.VISION));
        assertThat(code.length()).isLessThan(1000);
    }

    /** Kinds are told apart by what they are, however often and under whatever name the code has them. */
    @Test
    void equalLayersOfACodeAreOneKind() {
        Architecture model = Variants.ALL.iterator().next().architecture();
        LayerBlock block = model.groups().get(0).blocks().get(0);
        LayerBlock renamed = new LayerBlock(3, "other", block.attention(), "another", block.feedForward());
        String once = ArchitectureCode.write(withGroups(model, List.of(new LayerGroup(1, List.of(block)))));
        String twice = ArchitectureCode.write(
                withGroups(model, List.of(new LayerGroup(2, List.of(block)), new LayerGroup(1, List.of(renamed)))));

        assertThat(ArchitectureCode.read(once).kinds()).hasSize(1);
        assertThat(ArchitectureCode.read(twice).kinds())
                .singleElement()
                .satisfies(kind -> assertThat(kind.count()).isEqualTo(2 * block.count() + 3));
    }

    /** Tensors in formats of their own stand at the end of a code: the calculator counts them as the tables do. */
    @Test
    void whatIsStoredApartIsKept() {
        Architecture model = Variants.of("qwen3-8b").architecture();
        StoredApart head = new StoredApart(Storage.NVFP4, StoredApart.HEAD, "lm_head.weight", List.of(0L));
        StoredApart networks = new StoredApart(
                Storage.ofWord("gptq8-64").orElseThrow(),
                WeightInventory.section(model.kinds().get(0)),
                "mlp.up_proj.weight",
                List.of(0L, 1L, 2L, 35L));
        Architecture stored = model.with(model.checkpoint().with(List.of(head, networks)));

        String code = ArchitectureCode.write(stored);

        assertThat(code).startsWith(ArchitectureCode.write(model) + "~.stored_apart~nvfp4!0-0.!output head!");
        assertThat(ArchitectureCode.read(code)).isEqualTo(stored);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArchitectureCode.read(code.replace("~nvfp4!", "~nvfp5!")));
    }

    private static Architecture withGroups(Architecture model, List<LayerGroup> groups) {
        return new Architecture(
                model.vocabularySize(),
                model.hiddenSize(),
                model.tiedEmbeddings(),
                model.learnedPositions(),
                model.normalization(),
                groups,
                model.predictionModule(),
                Optional.empty(),
                model.storage(),
                model.checkpoint());
    }

    /**
     * What the readers of specifications and of configurations find, each of which must make equal parts one object.
     */
    static final Iterable<Variant> READ =
            Stream.concat(Variants.ALL.stream(), Variants.configured().stream()).toList();

    /** The kinds that readers find are all different; the same kind twice would be counted twice. */
    @ParameterizedTest
    @FieldSource("READ")
    void kindsDiffer(Variant variant) {
        List<LayerBlock> kinds = variant.architecture().kinds();
        assertThat(kinds.stream()
                        .map(kind -> List.of(kind.attention(), kind.feedForward()))
                        .distinct())
                .hasSameSizeAs(kinds);
    }

    /** Gemma 3 27B as an address of the first version had it: 423,060,336 weights of SigLIP with its projection. */
    @Test
    void aCodeOfTheFirstVersionIsRenewed() {
        String today = ArchitectureCode.write(Variants.of("gemma-3-27b").architecture());
        String first = Variants.text(Path.of("src/test/resources/calculator/first-version.txt"))
                .strip();

        assertThat(today).contains("~y~423060336~");
        assertThatIllegalArgumentException().isThrownBy(() -> ArchitectureCode.read(first));
        assertThat(ArchitectureCode.renewed(first)).isEqualTo(today);
        String dense = ArchitectureCode.write(Variants.of("llama-3.1-8b").architecture());
        assertThat(ArchitectureCode.read("1" + dense.substring(1))).isEqualTo(ArchitectureCode.read(dense));
    }

    /** Qwen3-8B: the sizes that somebody may try, each at its place. */
    @Test
    void sizesAreFoundWithTheirPlaces() {
        String code = ArchitectureCode.write(Variants.of("qwen3-8b").architecture());
        List<String> words = List.of(code.split("~"));

        assertThat(ArchitectureCode.sizes(code))
                .extracting(size -> size.replaceFirst("\\n\\d+\\n", "="))
                .contains("model\nvocabulary_size=151936", "model\nhidden_size=4096", "layers\nlayers=36")
                .anyMatch(size -> size.endsWith("\nkv_heads=8"))
                .anyMatch(size -> size.endsWith("\nhead_dim=128"));
        for (String size : ArchitectureCode.sizes(code)) {
            String[] parts = size.split("\n");
            assertThat(words.get(Integer.parseInt(parts[2]))).as(size).isEqualTo(parts[3]);
        }
    }

    @Test
    void everyBeginningOfACodeIsRefused() {
        String code = ArchitectureCode.write(Variants.of("qwen3-next-80b-a3b").architecture());
        for (int end = 0; end < code.length(); end++) {
            String part = code.substring(0, end);
            assertThatIllegalArgumentException().as(part).isThrownBy(() -> ArchitectureCode.read(part));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> ArchitectureCode.read(code + "~1"));
    }
}
