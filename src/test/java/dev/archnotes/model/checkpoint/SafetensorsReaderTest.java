package dev.archnotes.model.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.CheckpointBytes;
import dev.archnotes.CheckpointBytes.Made;
import dev.archnotes.CheckpointBytes.Tensor;
import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Rule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsReaderTest {
    private static final String TENSOR = "\"a\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]}";

    private static String fault(Bytes bytes) {
        Diagnostics.Builder findings = Diagnostics.builder();
        Optional<Header> header = SafetensorsReader.read(bytes, findings);
        List<Diagnostic> found = findings.build().all();
        assertThat(header).isEmpty();
        assertThat(found)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.rule()).isEqualTo(Rule.MALFORMED_CHECKPOINT));
        return found.get(0).message();
    }

    private static Header header(Bytes bytes) {
        Diagnostics.Builder findings = Diagnostics.builder();
        Optional<Header> header = SafetensorsReader.read(bytes, findings);
        assertThat(findings.build()).isEmpty();
        return header.orElseThrow();
    }

    /** The file in the documentation of {@code SafeTensors::deserialize} (safetensors/src/tensor.rs). */
    @Test
    void theExampleOfTheLibraryIsRead() {
        Header header = header(CheckpointBytes.safetensors(
                "{\"test\":{\"dtype\":\"I32\",\"shape\":[2,2],\"data_offsets\":[0,16]}}", 16));

        assertThat(header.tensors())
                .containsExactly(new StoredTensor("test", List.of(2L, 2L), new NumberFormat("I32", 1, 4), 16, "made"));
    }

    @Test
    void spacesEscapesMetadataAndOtherKeysAreRead() {
        Header header = header(CheckpointBytes.safetensors(
                "{ \"__metadata__\" : {\"format\":\"pt\"}, \"\\u0061\\/\u00e9\": {\"dtype\": \"BF16\", \"other\": "
                        + "[1, {\"x\": [true, null, -1.5e3]}], \"shape\": [ ], \"data_offsets\": [0, 2]} }   ",
                2));

        assertThat(header.metadata()).containsEntry("format", "pt");
        assertThat(header.tensors().get(0).name()).isEqualTo("a/\u00e9");
        assertThat(header.tensors().get(0).elements()).isEqualTo(1);
    }

    /** Sub-byte formats: {@code Dtype::bitsize} of safetensors/src/tensor.rs, 4 and 6 bits. */
    @Test
    void numbersOfFourAndSixBitsShareBytes() {
        Header header = header(CheckpointBytes.safetensors(
                "{\"a\":{\"dtype\":\"F4\",\"shape\":[3,2],\"data_offsets\":[0,3]},"
                        + "\"b\":{\"dtype\":\"F6_E2M3\",\"shape\":[8],\"data_offsets\":[3,9]}}",
                9));

        assertThat(header.tensors()).extracting(StoredTensor::bytes).containsExactly(3L, 6L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{; byte 9: the header ends in the middle",
                "[]; expected \"{\"",
                "{\"a\":1}; expected \"{\"",
                "{TENSOR,TENSOR}; \"a\" is there twice",
                "{TENSOR}x; something stands behind",
                "{TENSOR,}; expected \"\"\"",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2,3]}}; lacks its dtype, shape or data_offsets",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2,3],\"shape\":[2,3]}}; the key \"shape\" twice",
                "{\"a\":{\"dtype\":\"F128\"}}; \"F128\", which is not known",
                "{\"a\":{\"shape\":[-1]}}; expected a whole number",
                "{\"a\":{\"shape\":[1.5]}}; expected a whole number",
                "{\"a\":{\"shape\":[99999999999999999999]}}; a number beyond 63 bits",
                "{\"a\":{\"shape\":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}}; more than 16 axes",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,25]}}; ends at byte 25 of only 24",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[8,32]}}; ends at byte 32 of only 24",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[8,24]}}; behind a gap from 0",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}; 8 bytes behind the last tensor",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2,4],\"data_offsets\":[0,24]}}; has 24 bytes, and its shape",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[6],\"data_offsets\":[24,0]}}; before it begins",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,24]}}; be counted",
                "{TENSOR,\"b\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[20,24]}}; inside the one before",
                "{\"__metadata__\":{\"a\":1}}; expected \"\"\"",
                "{\"a\":{\"x\":[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}}; nested deeper than 16",
                "{\"a\":{\"x\":\"\\q\"}}; an escape that JSON does not have"
            })
    void aHeaderThatCannotBeIsAFinding(String json, String message) {
        assertThat(fault(CheckpointBytes.safetensors(json.replace("TENSOR", TENSOR), 24)))
                .contains(message);
    }

    @Test
    void lengthsAreHeldToTheFileBeforeAnythingIsMade() {
        byte[] huge = {0, 0, 0, 0, 0, 0, 0, (byte) 0x80};
        byte[] large = {0, (byte) 0xe2, (byte) 0xf5, 5, 0, 0, 0, 0};
        byte[] cut = {99, 0, 0, 0, 0, 0, 0, 0, '{'};

        assertThat(fault(new Made(huge, 1L << 40))).contains("a header of 9223372036854775808 bytes");
        // 100,000,256 bytes
        assertThat(fault(new Made(large, 1L << 40))).contains("the format allows 100000000");
        assertThat(fault(new Made(cut, 9))).contains("the file is cut off");
        assertThat(fault(new Made(new byte[3], 3))).contains("before the length of its header");
        assertThat(fault(new Made(new byte[0], 0))).contains("byte 0");
    }

    @Test
    void bracketsWithoutEndAreAFinding() {
        String deep = "{\"a\":{\"x\":" + "[".repeat(5_000_000);

        assertThat(fault(CheckpointBytes.safetensors(deep, 0))).contains("nested deeper than 16");
    }

    @Test
    void aHundredThousandTensorsAreReadAtOnce() {
        List<Tensor> tensors = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            tensors.add(Tensor.of("model.layers." + i / 1_000 + ".experts." + i % 1_000, "BF16", 2, 2048, 7168));
        }
        Collections.shuffle(tensors, new Random(1));
        Made made = CheckpointBytes.safetensors(tensors);

        Header header = Assertions.assertTimeout(Duration.ofSeconds(20), () -> header(made));
        assertThat(header.tensors()).hasSize(100_000);
        assertThat(header.tensors().get(99_999).bytes()).isEqualTo(2L * 2048 * 7168);
    }

    @Test
    void whateverByteIsChangedTheAnswerIsAHeaderOrAFinding() {
        Made sound = CheckpointBytes.safetensors(
                List.of(Tensor.of("a.weight", "F32", 4, 2, 3), Tensor.of("b.weight", "BF16", 2, 5)));
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = sound.header().clone();
            for (int j = 0; j <= i % 3; j++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            Diagnostics.Builder findings = Diagnostics.builder();
            Optional<Header> header = SafetensorsReader.read(new Made(changed, sound.size()), findings);
            assertThat(header.isPresent()).isEqualTo(findings.build().isEmpty());
        }
    }

    @Test
    void anIndexGivesTheFileOfEachTensor() {
        Diagnostics.Builder findings = Diagnostics.builder();
        byte[] text = ("{\"metadata\": {\"total_size\": 12, \"x\": [1]}, \"weight_map\": {\"a\": \"1.safetensors\", "
                        + "\"b\": \"2.safetensors\"}}")
                .getBytes(StandardCharsets.UTF_8);
        IndexReader.Index index =
                IndexReader.read(new Made(text, text.length), findings).orElseThrow();

        assertThat(index.totalBytes()).hasValue(12);
        assertThat(index.files()).containsEntry("b", "2.safetensors").hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"weight_map\":{\"a\":\"../../etc/passwd\"}}; is not the name of a file beside the index",
                "{\"weight_map\":{\"a\":\"/etc/passwd\"}}; is not the name of a file beside the index",
                "{\"weight_map\":{\"a\":\"x\",\"a\":\"y\"}}; is there twice",
                "{\"weight_map\":{}}; there is no \"weight_map\"",
                "{}; there is no \"weight_map\"",
                "{\"weight_map\":[]}; expected \"{\""
            })
    void anIndexThatCannotBeIsAFinding(String json, String message) {
        Diagnostics.Builder findings = Diagnostics.builder();
        byte[] text = json.getBytes(StandardCharsets.UTF_8);

        assertThat(IndexReader.read(new Made(text, text.length), findings)).isEmpty();
        assertThat(findings.build().all())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains(message));
    }
}
