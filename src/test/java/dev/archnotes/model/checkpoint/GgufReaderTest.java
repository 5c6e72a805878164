package dev.archnotes.model.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.CheckpointBytes.Gguf;
import dev.archnotes.CheckpointBytes.Made;
import dev.archnotes.model.diagnostic.Diagnostics;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The format is that of {@code docs/gguf.md} of {@code ggml-org/ggml}. */
class GgufReaderTest {
    private static final int U32 = 4;
    private static final int TEXT = 8;
    private static final int LIST = 9;

    private static String fault(Bytes bytes) {
        Diagnostics.Builder findings = Diagnostics.builder();
        Optional<Header> header = GgufReader.read(bytes, findings);
        assertThat(header).isEmpty();
        return findings.build().all().get(0).message();
    }

    private static Header header(Bytes bytes) {
        Diagnostics.Builder findings = Diagnostics.builder();
        Optional<Header> header = GgufReader.read(bytes, findings);
        assertThat(findings.build()).isEmpty();
        return header.orElseThrow();
    }

    private static Gguf sound() {
        return new Gguf()
                .begin(2, 3)
                .text("general.architecture")
                .u32(TEXT)
                .text("llama")
                .text("tokenizer.ggml.tokens")
                .u32(LIST)
                .u32(TEXT)
                .u64(2)
                .text("a")
                .text("bc")
                .text("llama.block_count")
                .u32(U32)
                .u32(16)
                .tensor("token_embd.weight", 12, 0, 512, 3)
                .tensor("output_norm.weight", 0, 864, 512);
    }

    /** Q4_K: 256 numbers in 144 bytes, so 2 × 3 blocks are 864; 512 numbers of F32 are 2,048. */
    @Test
    void shapesStandTheOtherWayRound() {
        Header header = header(sound().file(864 + 2_048));

        assertThat(header.metadata())
                .containsEntry("general.architecture", "llama")
                .containsEntry("llama.block_count", "16")
                .containsEntry("tokenizer.ggml.tokens", "[2]");
        assertThat(header.tensors()).hasSize(2);
        assertThat(header.tensors().get(0).shape()).isEqualTo(List.of(3L, 512L));
        assertThat(header.tensors().get(0).format().name()).isEqualTo("Q4_K");
        assertThat(header.tensors().get(0).bytes()).isEqualTo(864);
    }

    /**
     * Bits of a number as {@code tools/quantize/README.md} of llama.cpp and the descriptions of its types give them.
     */
    @ParameterizedTest
    @CsvSource({
        "2, Q4_0, 4.5",
        "8, Q8_0, 8.5",
        "10, Q2_K, 2.625",
        "11, Q3_K, 3.4375",
        "12, Q4_K, 4.5",
        "13, Q5_K, 5.5",
        "14, Q6_K, 6.5625",
        "16, IQ2_XXS, 2.0625",
        "17, IQ2_XS, 2.3125",
        "18, IQ3_XXS, 3.0625",
        "19, IQ1_S, 1.5625",
        "20, IQ4_NL, 4.5",
        "21, IQ3_S, 3.4375",
        "22, IQ2_S, 2.5625",
        "23, IQ4_XS, 4.25",
        "29, IQ1_M, 1.75",
        "34, TQ1_0, 1.6875",
        "35, TQ2_0, 2.0625",
        "39, MXFP4, 4.25",
        "40, NVFP4, 4.5",
        "41, Q1_0, 1.125",
        "42, Q2_0, 2.25"
    })
    void theBitsOfAFormatAreThoseOfItsBlock(long type, String name, double bits) {
        NumberFormat format = NumberFormat.ggml(type).orElseThrow();

        assertThat(format.name()).isEqualTo(name);
        assertThat(format.bits()).isEqualTo(bits);
    }

    @Test
    void whatCannotBeIsAFinding() {
        assertThat(fault(new Made(new byte[30], 30))).contains("does not begin as GGUF does");
        assertThat(fault(new Gguf().u32(0x46554747L).u32(1).u64(0).u64(0).file(0)))
                .contains("version 1 of GGUF is not known");
        assertThat(fault(new Gguf().u32(0x46554747L).u32(3L << 24).u64(0).u64(0).file(0)))
                .contains("big-endian");
        assertThat(fault(new Gguf().begin(1L << 63, 0).file(1_000))).startsWith("byte 8: 9223372036854775808 tensors");
        assertThat(fault(new Gguf().begin(0, 1L << 62).file(1_000))).startsWith("byte 16:");
        assertThat(fault(new Gguf().begin(0, 1).u64(1L << 60).file(1_000)))
                .contains("1152921504606846976 bytes of a text");
        assertThat(fault(new Gguf().begin(0, 1).text("k").u32(13).file(1_000))).contains("unknown type");
        assertThat(fault(new Gguf()
                        .begin(0, 1)
                        .text("k")
                        .u32(LIST)
                        .u32(LIST)
                        .u64(1)
                        .file(1_000)))
                .contains("a list of lists");
        assertThat(fault(new Gguf()
                        .begin(0, 1)
                        .text("k")
                        .u32(LIST)
                        .u32(U32)
                        .u64(1L << 61)
                        .file(1_000)))
                .contains("2305843009213693952 values");
        assertThat(fault(new Gguf()
                        .begin(0, 2)
                        .text("k")
                        .u32(U32)
                        .u32(1)
                        .text("k")
                        .u32(U32)
                        .u32(1)
                        .file(100)))
                .contains("the key \"k\" is there twice");
        assertThat(fault(new Gguf()
                        .begin(2, 0)
                        .tensor("a", 0, 0, 1)
                        .tensor("a", 0, 32, 1)
                        .file(100)))
                .contains("the tensor \"a\" is there twice");
        assertThat(fault(new Gguf().begin(1, 0).tensor("a", 0, 0, 1, 1, 1, 1, 1).file(100)))
                .contains("5 axes");
        assertThat(fault(new Gguf().begin(1, 0).tensor("a", 4, 0, 1).file(100))).contains("the ggml type 4");
        assertThat(fault(new Gguf().begin(1, 0).tensor("a", 12, 0, 100).file(100)))
                .contains("in blocks of Q4_K");
        assertThat(fault(new Gguf().begin(1, 0).tensor("a", 0, 0, 1L << 62, 4).file(100)))
                .contains("cannot be counted");
        assertThat(fault(new Gguf().begin(1, 0).tensor("a", 0, 1L << 60, 4).file(100)))
                .contains("1152921504606846976 bytes before");
        assertThat(fault(new Gguf().begin(1, 0).tensor("a", 0, 0, 400).file(100)))
                .contains("1600 bytes from byte 0 on, of only 100");
        assertThat(fault(new Gguf()
                        .begin(2, 0)
                        .tensor("a", 0, 0, 16)
                        .tensor("b", 0, 32, 8)
                        .file(100)))
                .contains("inside the one before");
        assertThat(fault(new Gguf().begin(1, 0).tensor("a", 0, 8, 8).file(100))).contains("no multiple of 32");
        assertThat(fault(new Gguf()
                        .begin(0, 1)
                        .text("general.alignment")
                        .u32(U32)
                        .u32(3)
                        .file(0)))
                .contains("no power of two");
    }

    @Test
    void aFileThatIsCutOffAnywhereIsAFinding() {
        byte[] whole = sound().bytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThat(fault(new Made(cut, length))).isNotEmpty();
        }
    }

    @Test
    void whateverByteIsChangedTheAnswerIsAHeaderOrAFinding() {
        Made sound = sound().file(864 + 2_048);
        Random random = new Random(7);
        Assertions.assertTimeout(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 20_000; i++) {
                byte[] changed = sound.header().clone();
                for (int j = 0; j <= i % 3; j++) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt();
                }
                Diagnostics.Builder findings = Diagnostics.builder();
                Optional<Header> header = GgufReader.read(new Made(changed, sound.size()), findings);
                assertThat(header.isPresent()).isEqualTo(findings.build().isEmpty());
            }
        });
    }
}
