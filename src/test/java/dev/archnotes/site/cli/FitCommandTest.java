package dev.archnotes.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.CsvRows;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FitCommandTest {
    private static final Path CASES = Path.of("src/test/resources/fit/cases.csv");
    private static final Path CONFIGS = Path.of("src/test/resources/configs");

    static Stream<List<String>> cases() {
        return CsvRows.of(CASES).stream().skip(1);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theCommandAnswersWhatTheModelCounts(List<String> row) {
        CommandRun run = CommandRun.of(
                "fit",
                row.get(0),
                "--weights",
                row.get(1),
                "--cache",
                row.get(2),
                "--context",
                row.get(3),
                "--sequences",
                row.get(4),
                "--memory",
                row.get(5) + "B",
                "--format",
                "json");

        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode answer = new JsonMapper().readTree(run.out());
        assertThat(answer.at("/bytes/weights").longValue()).isEqualTo(Long.parseLong(row.get(6)));
        assertThat(answer.at("/bytes/image_encoder").longValue()).isEqualTo(Long.parseLong(row.get(7)));
        assertThat(answer.at("/bytes/cache").longValue()).isEqualTo(Long.parseLong(row.get(8)));
        assertThat(answer.at("/bytes/workspace").longValue()).isEqualTo(Long.parseLong(row.get(9)));
        assertThat(answer.at("/bytes/total").longValue()).isEqualTo(Long.parseLong(row.get(10)));
        assertThat(answer.at("/fits").booleanValue()).isEqualTo(Boolean.parseBoolean(row.get(11)));
        assertThat(answer.at("/longest_context").longValue()).isEqualTo(Long.parseLong(row.get(12)));
        assertThat(answer.at("/most_sequences").longValue()).isEqualTo(Long.parseLong(row.get(13)));
        assertThat(answer.get("warnings").isEmpty()).isTrue();
    }

    /** 14,310,760,448 of the 24,564 MiB that nvidia-smi reports, the first case of the file. */
    @Test
    void oneTotalAndAVerdictArePrinted() {
        CommandRun run = CommandRun.of(
                "fit", "llama-3.1-8b", "--card", "rtx-4090", "--weights", "q4_k_m", "--cache", "8", "--sequences", "4");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("Llama 3.1 8B\n")
                .containsPattern("Weights, Q4_K_M \\(4\\.89 bits each\\) +4\\.58 GiB +4,912,898,048\n")
                .containsPattern("Total +13\\.3 GiB +14,310,760,448\n")
                .contains("fits, with 10.7 GiB to spare\n")
                .containsPattern("Most sequences of 32k tokens +9\n")
                .containsPattern("Smallest card +GeForce RTX 5070 Ti")
                .contains("sold as 24 GB: 24.0 GiB, as nvidia-smi reports it", "The speed is a bound");
    }

    @Test
    void aMemoryIsDecimalOrBinaryAsItIsWritten() {
        Path config = CONFIGS.resolve("qwen3-8b.json");
        List<String> common = List.of("fit", config.toString(), "--format", "json", "--memory");
        JsonNode decimal = new JsonMapper().readTree(run(common, "24GB").out());
        JsonNode binary = new JsonMapper().readTree(run(common, "24GiB").out());

        assertThat(decimal.get("memory_bytes").longValue()).isEqualTo(24_000_000_000L);
        assertThat(binary.get("memory_bytes").longValue()).isEqualTo(25_769_803_776L);
        assertThat(run(common, "24G").err()).contains("--memory", "\"24G\"; write it with its unit, 24GB");
        assertThat(run(common, "24").exit()).isEqualTo(ExitCode.USAGE);
    }

    private static CommandRun run(List<String> common, String last) {
        return CommandRun.of(Stream.concat(common.stream(), Stream.of(last)).toArray(Object[]::new));
    }

    @Test
    void severalModelsAreRowsOfOneTable() {
        List<List<String>> rows = CsvRows.of(CommandRun.of(
                        "fit", "llama-3.2-1b", "llama-3.2-3b", "--memory", "4GiB", "--context", "1k", "--format", "csv")
                .out());

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).startsWith("model", "name", "context").contains("total_bytes", "fits");
        assertThat(rows.get(1))
                .startsWith("llama-3.2-1b", "Llama 3.2 1B", "1024")
                .contains("true");
        assertThat(rows.get(2)).startsWith("llama-3.2-3b").contains("false");
    }

    @Test
    void whatIsUnknownIsAnsweredWithWhatThereIs() {
        assertThat(CommandRun.of("fit", "qwen3-8b", "--weights", "q4").err())
                .contains("\"q4\"; there are released, f32, bf16")
                .contains("q4_k_m");
        assertThat(CommandRun.of("fit", "qwen3-8b", "--card", "rtx").err()).contains("rtx-4090");
        assertThat(CommandRun.of("fit", "qwen3-8b", "--cache", "3").err()).contains("there are 16, 8, 4, q8_0");
        assertThat(CommandRun.of("fit", "qwen3-8b", "--card", "h100", "--memory", "80GB")
                        .err())
                .contains("name one of them");
        assertThat(CommandRun.of("fit", "qwen3-8b", "--sequences", "0").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("fit", "qwen3", "--memory", "24GB").err()).contains("qwen3 is a family");
    }

    @Test
    void theOverheadCanBeStated() {
        JsonNode answer = new JsonMapper()
                .readTree(CommandRun.of("fit", "qwen3-8b", "--overhead", "3GiB", "--format", "json")
                        .out());

        assertThat(answer.at("/bytes/workspace").longValue()).isEqualTo(3L << 30);
        assertThat(answer.at("/bytes/runtime").longValue()).isZero();
        assertThat(answer.get("fits").isNull()).isTrue();
    }

    /**
     * Llama 3.1 70B in 16 bits on four cards: norms of 161 x 8,192 weights on each, a quarter of the others; a quarter
     * of the cache of 80 layers with 4,096 bytes a token, of which 4 x 2,000 and the shared 6,192 are kept.
     */
    @Test
    void cardsAndAPrefixAreAsked() {
        CommandRun run = CommandRun.of(
                "fit",
                "llama-3.1-70b",
                "--weights",
                "bf16",
                "--card",
                "h100",
                "--cards",
                "4",
                "--split",
                "tensor",
                "--context",
                "8192",
                "--prefix",
                "6192",
                "--sequences",
                "4",
                "--format",
                "json");

        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode answer = new JsonMapper().readTree(run.out());
        long norms = 161L * 8192;
        assertThat(answer.at("/each_card/0/cards").longValue()).isEqualTo(4);
        assertThat(answer.at("/each_card/0/weights").longValue())
                .isEqualTo(2 * (norms + (70_553_706_496L - norms) / 4));
        assertThat(answer.at("/each_card/0/cache").longValue()).isEqualTo(80L * 4096 * (6192 + 4 * 2000) / 4);
        assertThat(answer.get("fits").booleanValue()).isTrue();
        assertThat(answer.get("fewest_cards").longValue()).isEqualTo(2);
        assertThat(answer.get("least_seconds_to_first_token").doubleValue()).isPositive();
        assertThat(CommandRun.of("fit", "qwen3-8b", "--prefix", "64k").err()).contains("--prefix");
        assertThat(CommandRun.of("fit", "qwen3-8b", "--cards", "0").err()).contains("from 1 to 1024");
        assertThat(CommandRun.of("fit", "qwen3-8b", "--split", "half").err())
                .contains("there are pipeline, tensor, expert");
    }

    @Test
    void eachCardOfAPipelineIsPrinted() {
        CommandRun run = CommandRun.of(
                "fit", "llama-3.1-70b", "--weights", "q4_k_m", "--card", "rtx-4090", "--cards", "2", "--context", "8k");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Each card", "Card 1", "Card 2", "to spare on the fullest of 2 cards")
                .contains("First token of a prompt of 8k tokens, at least");
    }
}
