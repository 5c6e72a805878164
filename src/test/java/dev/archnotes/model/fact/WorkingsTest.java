package dev.archnotes.model.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.spec.RandomArchitecture;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.model.tensor.Part;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every working, read as a reader reads it and calculated anew, gives the figure beside it. */
class WorkingsTest {
    static Stream<Variant> models() {
        Stream<Variant> random = Stream.iterate(1L, seed -> seed + 1)
                .limit(60)
                .map(seed -> RandomArchitecture.spec(new RandomArchitecture(seed).next()));
        return Stream.concat(Variants.ALL.stream(), random);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyWorkingGivesItsFigure(Variant model) {
        int workings = 0;
        for (Fact fact : FactSheet.of(model).facts()) {
            if (fact.working().isPresent()) {
                long value = ((FactValue.Whole) fact.value()).value();
                assertThat(new Calculator(fact.working().get().numbers()).result())
                        .as(fact.path() + " = " + fact.working().get().numbers())
                        .isEqualTo(BigInteger.valueOf(value));
                workings++;
            }
        }
        assertThat(workings).isGreaterThan(40);
    }

    /** Layers of two kinds have the same router: it is one term, over all of them. */
    @ParameterizedTest
    @MethodSource("models")
    void noTensorIsATermTwice(Variant model) {
        for (Part part : Part.values()) {
            FactSheet.of(model).find(FactPath.parametersOf(part)).ifPresent(fact -> {
                List<String> terms =
                        Arrays.asList(fact.working().orElseThrow().symbols().split(" \\+ "));
                List<String> values =
                        Arrays.asList(fact.working().orElseThrow().numbers().split(" \\+ "));
                List<String> tensors = new ArrayList<>();
                for (int i = 0; i < terms.size(); i++) {
                    boolean several = terms.get(i).startsWith("layers × ");
                    tensors.add(terms.get(i).substring(several ? terms.get(i).indexOf('×') : 0)
                            + values.get(i).substring(several ? values.get(i).indexOf('×') : 0));
                }
                assertThat(tensors).as(fact.path().text()).doesNotHaveDuplicates();
            });
        }
    }

    /** Layers of one attention are one term of a cache, whatever feed-forward they have. */
    @ParameterizedTest
    @CsvSource({
        "deepseek-v3-671b, kv_cache.bytes_per_token, latent layers × (KV rank + rotary key) × bytes",
        "deepseek-v3-671b, parameters.active.all, total − MoE layers × (experts − experts per token) × weights of one"
                + " expert",
        "qwen3-next-80b-a3b, parameters.active.all, total − MoE layers × (experts − experts per token) × weights of"
                + " one expert",
        "llama-4-maverick, kv_cache.growing_bytes_per_token, full layers × keys and values × KV heads × head dimension"
                + " × bytes"
    })
    void equalLayersAreOneTerm(String id, String path, String symbols) {
        Fact fact = FactSheet.of(Variants.of(id)).find(new FactPath(path)).orElseThrow();
        assertThat(fact.working().orElseThrow().symbols()).isEqualTo(symbols);
    }

    /** The same of every model: no term of a sum differs from another in the number of layers alone. */
    @ParameterizedTest
    @MethodSource("models")
    void noLayerIsCountedInTwoTerms(Variant model) {
        for (Fact fact : FactSheet.of(model).facts()) {
            if (fact.path().text().startsWith("kv_cache.") && fact.working().isPresent()) {
                assertThat(fact.working().get().symbols().split(" \\+ (?=[^()]*(?:\\(|$))"))
                        .as(fact.path().text())
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void theCalculatorKnowsItsPrecedence() {
        assertThat(new Calculator("2 + 3 × 4").result()).isEqualTo(14);
        assertThat(new Calculator("(2 + 3) × 1,000").result()).isEqualTo(5_000);
        assertThat(new Calculator("10 − 3 − 2").result()).isEqualTo(5);
        assertThat(new Calculator("7 × 3 ÷ 2").result()).isEqualTo(11);
        assertThat(new Calculator("4 × min(1,024, 512)").result()).isEqualTo(2_048);
    }

    /** Sums, differences, products, quotients rounded half up, and min(a, b), over grouped integers. */
    private static final class Calculator {
        private final String text;
        private int at;

        Calculator(String text) {
            this.text = text;
        }

        BigInteger result() {
            BigInteger result = sum();
            assertThat(at).as("read to its end: " + text).isEqualTo(text.length());
            return result;
        }

        private BigInteger sum() {
            BigInteger sum = product();
            while (true) {
                if (take(" + ")) {
                    sum = sum.add(product());
                } else if (take(" − ")) {
                    sum = sum.subtract(product());
                } else {
                    return sum;
                }
            }
        }

        private BigInteger product() {
            BigInteger product = factor();
            while (true) {
                if (take(" × ")) {
                    product = product.multiply(factor());
                } else if (take(" ÷ ")) {
                    BigInteger divisor = factor();
                    product = product.add(divisor.shiftRight(1)).divide(divisor);
                } else {
                    return product;
                }
            }
        }

        private BigInteger factor() {
            if (take("min(")) {
                BigInteger first = sum();
                assertThat(take(", ")).isTrue();
                BigInteger second = sum();
                assertThat(take(")")).isTrue();
                return first.min(second);
            }
            if (take("(")) {
                BigInteger inner = sum();
                assertThat(take(")")).isTrue();
                return inner;
            }
            int start = at;
            while (at < text.length() && (Character.isDigit(text.charAt(at)) || isGrouping(at))) {
                at++;
            }
            return new BigInteger(text.substring(start, at).replace(",", ""));
        }

        private boolean isGrouping(int index) {
            return text.charAt(index) == ',' && index + 1 < text.length() && Character.isDigit(text.charAt(index + 1));
        }

        private boolean take(String token) {
            if (text.startsWith(token, at)) {
                at += token.length();
                return true;
            }
            return false;
        }
    }
}
