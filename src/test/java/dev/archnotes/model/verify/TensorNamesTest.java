package dev.archnotes.model.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.checkpoint.StoredWeight;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.reader.AllTypes;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.verify.Verifier.Container;
import dev.archnotes.site.checkpoint.DecoderType;
import dev.archnotes.site.json.JsonSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every tensor of real models by name and shape, written down by hand from the source that each list names, held
 * against what a configuration gives; and one tensor of each missing, extra, transposed and of another shape.
 */
class TensorNamesTest {
    private static final Path NAMES = Path.of("src/test/resources/checkpoints/names");
    private static final Path CONFIGS = Path.of("src/test/resources/configs");

    /** Types that are a frame around a decoder of another type, under whose names they are compared. */
    private static final Set<String> FRAMES = Set.of(
            "aya_vision",
            "cohere2_vision",
            "glm46v",
            "idefics3",
            "internvl",
            "internvl_chat",
            "lfm2_vl",
            "llava",
            "llava_next",
            "llava_onevision",
            "paligemma",
            "smolvlm");

    /** Types of which llama.cpp has no architecture, or none whose tensors' names were found. */
    private static final Set<String> NOT_IN_GGUF = Set.of(
            "aquila",
            "axk1",
            "bailing_hybrid",
            "bailing_moe_linear",
            "bloom",
            "codegen",
            "cwm",
            "flex_olmo",
            "gemma4_unified",
            "gemma4_unified_text",
            "granite_swa",
            "helium",
            "hy_v3",
            "hyperclovax",
            "laguna",
            "longcat_flash",
            "mellum",
            "minimax",
            "minimax_m1",
            "minimax_m3",
            "minimax_m3_vl",
            "minimax_m3_vl_text",
            "minimax_text_01",
            "mistral4",
            "mllama",
            "nanochat",
            "opt",
            "qwen3_omni_moe_text",
            "sarvam_mla",
            "solar_open",
            "vaultgemma");

    /**
     * A list of tensors.
     *
     * @param config the configuration that they belong to
     * @param container what they are stored in
     * @param lines names with sets of numbers or words in braces, and a shape
     * @param sets the sets that have a name
     */
    private record Listed(String config, Container container, List<String> lines, Map<String, String> sets) {
        @Override
        public String toString() {
            return config + ", " + container.word();
        }

        Map<String, StoredWeight> weights() {
            Map<String, StoredWeight> weights = new LinkedHashMap<>();
            for (String line : lines) {
                String[] words = line.split(" ");
                List<Long> shape = new ArrayList<>();
                for (int i = 1; i < words.length; i++) {
                    shape.add(Long.parseLong(words[i]));
                }
                for (String name : expanded(words[0])) {
                    assertThat(weights.put(name, weight(name, shape))).as(name).isNull();
                }
            }
            return weights;
        }

        private List<String> expanded(String name) {
            int open = name.indexOf('{');
            if (open < 0) {
                return List.of(name);
            }
            int close = name.indexOf('}', open);
            List<String> all = new ArrayList<>();
            for (String item : items(name.substring(open + 1, close))) {
                all.addAll(expanded(name.substring(0, open) + item + name.substring(close + 1)));
            }
            return all;
        }

        private List<String> items(String set) {
            List<String> items = new ArrayList<>();
            for (String item : set.split(",")) {
                int dash = item.indexOf('-');
                if (sets.containsKey(item)) {
                    items.addAll(items(sets.get(item)));
                } else if (dash > 0) {
                    for (int i = Integer.parseInt(item.substring(0, dash));
                            i <= Integer.parseInt(item.substring(dash + 1));
                            i++) {
                        items.add(String.valueOf(i));
                    }
                } else {
                    items.add(item);
                }
            }
            return items;
        }

        Verification verified(Map<String, StoredWeight> weights) {
            String text = Variants.text(CONFIGS.resolve(config + ".json"));
            Diagnostics.Builder findings = Diagnostics.builder();
            Architecture architecture = JsonSource.model("config.json", text, findings)
                    .orElseThrow(() -> new AssertionError(findings.build().toString()))
                    .architecture();
            return Verifier.compare(architecture, type(text, container), container, List.copyOf(weights.values()));
        }
    }

    private static String type(String config, Container container) {
        return DecoderType.of(
                new JsonSource("config.json", Diagnostics.builder())
                        .object(config)
                        .orElseThrow(),
                container);
    }

    private static StoredWeight weight(String name, List<Long> shape) {
        long elements = shape.stream().reduce(1L, Math::multiplyExact);
        return new StoredWeight(name, Optional.of(List.copyOf(shape)), elements, "BF16", List.of(), Optional.empty());
    }

    static List<Listed> lists() throws IOException {
        List<Listed> lists = new ArrayList<>();
        try (Stream<Path> files = Files.list(NAMES)) {
            for (Path file : files.sorted().toList()) {
                for (String line : Variants.text(file).lines().toList()) {
                    if (line.startsWith("== ")) {
                        String[] head = line.substring(3).split(" \\| ");
                        lists.add(new Listed(
                                head[0],
                                Container.valueOf(head[1].toUpperCase(Locale.ROOT)),
                                new ArrayList<>(),
                                new LinkedHashMap<>()));
                    } else if (line.contains(" = ")) {
                        String[] set = line.split(" = ");
                        lists.get(lists.size() - 1).sets().merge(set[0], set[1], (one, more) -> one + "," + more);
                    } else if (!line.isEmpty() && !line.startsWith("#")) {
                        lists.get(lists.size() - 1).lines().add(line);
                    }
                }
            }
        }
        return lists;
    }

    @ParameterizedTest
    @MethodSource("lists")
    void everyTensorIsThereAndNothingElse(Listed listed) {
        Verification verification = listed.verified(listed.weights());

        assertThat(verification.naming()).isPresent();
        assertThat(verification.differences().stream().limit(20)).isEmpty();
        assertThat(verification.agrees()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void oneOfEachFaultIsReported(Listed listed) {
        Map<String, StoredWeight> weights = listed.weights();
        // the first matrix of a layer with two axes of different length
        StoredWeight matrix = null;
        for (StoredWeight weight : weights.values()) {
            List<Long> shape = weight.shape().orElseThrow();
            if (weight.name().matches(".*\\.\\d+\\..*")
                    && shape.size() == 2
                    && shape.get(0) > 1
                    && !shape.get(0).equals(shape.get(1))
                    && matrix == null) {
                matrix = weight;
            }
        }
        assertThat(matrix).isNotNull();
        String name = matrix.name();
        List<Long> shape = matrix.shape().orElseThrow();
        List<Long> turned = new ArrayList<>(shape);
        Collections.reverse(turned);
        List<Long> wider = List.of(shape.get(0) + 8, shape.get(1));
        String extra = name + ".other";

        assertThat(faults(listed, weights, without(weights, name))).containsExactly("missing " + name);
        assertThat(faults(listed, weights, with(weights, weight(extra, shape)))).containsExactly("extra " + extra);
        assertThat(faults(listed, weights, with(weights, weight(name, turned)))).containsExactly("transposed " + name);
        assertThat(faults(listed, weights, with(weights, weight(name, wider)))).containsExactly("shape " + name);
    }

    private static List<String> faults(
            Listed listed, Map<String, StoredWeight> whole, Map<String, StoredWeight> faulty) {
        assertThat(faulty).isNotEqualTo(whole);
        return listed.verified(faulty).differences().stream()
                .map(difference -> difference.kind().word() + " " + difference.name())
                .toList();
    }

    private static Map<String, StoredWeight> without(Map<String, StoredWeight> weights, String name) {
        Map<String, StoredWeight> fewer = new LinkedHashMap<>(weights);
        fewer.remove(name);
        return fewer;
    }

    private static Map<String, StoredWeight> with(Map<String, StoredWeight> weights, StoredWeight weight) {
        Map<String, StoredWeight> other = new LinkedHashMap<>(weights);
        other.put(weight.name(), weight);
        return other;
    }

    /** A type that is read has names in safetensors, its own or those of the decoder inside. */
    @Test
    void namesOfEveryTypeAreKnownInSafetensors() {
        Set<String> unknown = new TreeSet<>(AllTypes.ALL.names());
        unknown.removeIf(type -> Verifier.knows(type, Container.SAFETENSORS));

        assertThat(unknown).containsExactlyInAnyOrderElementsOf(FRAMES);
    }

    /** What llama.cpp has no names for is refused, and not guessed. */
    @Test
    void namesOfMostTypesAreKnownInGguf() {
        Set<String> unknown = new TreeSet<>(AllTypes.ALL.names());
        unknown.removeIf(type -> Verifier.knows(type, Container.GGUF));
        unknown.removeAll(FRAMES);
        assertThat(unknown).containsExactlyInAnyOrderElementsOf(NOT_IN_GGUF);
    }

    /** No configuration of the tests has a tensor that its type's table has no name for. */
    @Test
    void everyTensorOfEveryConfigurationHasAName() throws IOException {
        List<String> nameless = new ArrayList<>();
        for (Path folder : List.of(CONFIGS, CONFIGS.resolve("other"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String text = Variants.text(file);
                    Architecture architecture = JsonSource.model("config.json", text, Diagnostics.builder())
                            .orElseThrow()
                            .architecture();
                    List<Naming> namings = new ArrayList<>(SafetensorsNames.of(type(text, Container.SAFETENSORS)));
                    namings.addAll(GgufNames.of(type(text, Container.GGUF)));
                    for (Naming naming : namings) {
                        if (ExpectedTensors.of(architecture, naming).isEmpty() && !naming.isClosed()) {
                            nameless.add(file.getFileName() + ": " + naming.label());
                        }
                    }
                    if (namings.stream()
                            .noneMatch(naming ->
                                    ExpectedTensors.of(architecture, naming).isPresent())) {
                        nameless.add(file.getFileName().toString());
                    }
                }
            }
        }

        assertThat(nameless).isEmpty();
    }
}
