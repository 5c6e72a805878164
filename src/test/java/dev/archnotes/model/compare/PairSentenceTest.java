package dev.archnotes.model.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.fact.FactValue;
import dev.archnotes.model.number.Numerals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the sentences about two variants say is true of them. */
class PairSentenceTest {
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,.]*[BMTK]?");

    @Test
    void namesTheTwoHeaviestDifferencesOfTwoParts() {
        assertThat(sentence("llama-3.1-405b", "deepseek-v3-671b"))
                .isEqualTo("Llama 3.1 405B has a dense feed-forward in every layer, while DeepSeek V3 picks 8 of 256 "
                        + "experts for each token in 58 of its 61 layers and has a dense feed-forward in the other "
                        + "3. In attention, Llama 3.1 shares 8 KV heads among 128 query heads, while DeepSeek V3 "
                        + "caches one compressed latent in place of keys and values.");
    }

    @Test
    void saysOfWhichLayersAMixtureOfKindsIsTrue() {
        assertThat(sentence("llama-3.1-8b", "gemma-3-27b"))
                .isEqualTo("Llama 3.1 8B sees the whole text in every layer, while Gemma 3 27B sees only the "
                        + "last 1,024 tokens "
                        + "in 52 of its 62 layers and the whole text in the other 10. Besides, "
                        + "Llama 3.1 norms the input "
                        + "of each branch, while Gemma 3 norms the input and the output of each branch.");
    }

    @Test
    void namesFirstTheOneThatUsesSomething() {
        assertThat(sentence("llama-3.1-8b", "qwen3-8b"))
                .startsWith("Qwen3-8B uses QK-norm per head, while Llama 3.1 8B does not. ");
    }

    @Test
    void callsDifferentSizesOfOneDesignTheSameParts() {
        assertThat(sentence("qwen3-8b", "qwen3-32b"))
                .isEqualTo(
                        "Qwen3-8B and Qwen3-32B are built from the same parts and differ in size. Qwen3-8B has 8.19B "
                                + "parameters, while Qwen3-32B has 32.8B. Qwen3-8B has 32 heads, while "
                                + "Qwen3-32B has 64.");
    }

    @Test
    void saysOnlyOfEqualDesignsThatTheyAreTheSame() {
        forAllPairs((first, second, sentence) -> assertThat(sentence.contains(" the same "))
                .as(sentence)
                .isEqualTo(Arrays.stream(Mechanism.values())
                        .allMatch(mechanism -> first.profile().share(mechanism)
                                == second.profile().share(mechanism))));
    }

    @Test
    void everyPairOfVariantsHasOne() {
        forAllPairs((first, second, sentence) -> assertThat(sentence)
                .endsWith(".")
                .doesNotContain("  ", "..", " ,", " .", "null", "uses a ,")
                .hasSizeBetween(60, 450));
    }

    @Test
    void everyNumberIsAFactOfOneOfTheTwo() {
        forAllPairs((first, second, sentence) -> {
            Set<String> known = new HashSet<>(numbers(first));
            known.addAll(numbers(second));
            Matcher number = NUMBER.matcher(withoutNames(sentence, first, second));
            while (number.find()) {
                assertThat(known)
                        .as(first.variant().id() + ", " + second.variant().id() + ": " + sentence)
                        .contains(number.group().replaceAll("[.,]$", ""));
            }
        });
    }

    @Test
    void everyLayerIsSaidOnlyWhereNoLayerDoesOtherwise() {
        for (Structure variant : Variants.structures()) {
            for (Aspect aspect : Aspect.values()) {
                DesignWords words = new DesignWords(variant, aspect);
                String text = words.text(true);
                List<Mechanism> mechanisms = variant.profile().mechanisms(aspect);
                long layers =
                        mechanisms.stream().mapToLong(variant.profile()::layers).sum();
                if (text.contains("every layer")) {
                    assertThat(mechanisms).as(text).hasSize(1);
                    assertThat(layers)
                            .as(text)
                            .isEqualTo(variant.variant().architecture().layers());
                }
                if (words.isMixed()) {
                    assertThat(mechanisms)
                            .as(text)
                            .anySatisfy(mechanism -> assertThat(text)
                                    .contains(" in "
                                            + Numerals.grouped(variant.profile().layers(mechanism)) + " of "));
                }
                assertThat(layers)
                        .as(text)
                        .isLessThanOrEqualTo(variant.profile().layersAsked(aspect));
            }
        }
    }

    private static String sentence(String first, String second) {
        return PairSentence.of(PairComparison.of(Variants.structure(first), Variants.structure(second)));
    }

    /** Without the names of the two, in full and cut at any space or hyphen. */
    private static String withoutNames(String sentence, Structure... variants) {
        List<String> names = new ArrayList<>();
        for (Structure variant : variants) {
            String name = variant.variant().name();
            for (int end = name.length();
                    end > 0;
                    end = Math.max(name.lastIndexOf(' ', end - 1), name.lastIndexOf('-', end - 1))) {
                names.add(name.substring(0, end));
            }
        }
        names.sort(Comparator.comparingInt(String::length).reversed());
        String rest = sentence;
        for (String name : names) {
            rest = rest.replace(name, "");
        }
        return rest;
    }

    private static Set<String> numbers(Structure variant) {
        Set<String> numbers = new HashSet<>();
        variant.sheet().facts().forEach(fact -> {
            numbers.add(fact.value().print());
            if (fact.value() instanceof FactValue.Whole whole) {
                numbers.add(Numerals.grouped(whole.value()));
            }
        });
        return numbers;
    }

    private static void forAllPairs(Check check) {
        List<Structure> all = Variants.structures();
        for (Structure first : all) {
            for (Structure second : all) {
                if (first != second) {
                    check.check(first, second, PairSentence.of(PairComparison.of(first, second)));
                }
            }
        }
    }

    private interface Check {
        void check(Structure first, Structure second, String sentence);
    }
}
