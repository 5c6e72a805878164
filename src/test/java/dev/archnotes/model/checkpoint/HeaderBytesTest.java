package dev.archnotes.model.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.CheckpointBytes;
import dev.archnotes.CheckpointBytes.Gguf;
import dev.archnotes.CheckpointBytes.Made;
import dev.archnotes.CheckpointBytes.Tensor;
import dev.archnotes.model.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever the size of a checkpoint, its headers are all that is read of it. */
class HeaderBytesTest {
    private static final long LAYERS = 80;
    private static final long HIDDEN = 8_192;

    /** Counts what is asked for. */
    private static final class Counted implements Bytes {
        private final Made made;
        private long read;
        private long furthest;

        Counted(Made made) {
            this.made = made;
        }

        @Override
        public String path() {
            return made.path();
        }

        @Override
        public long size() {
            return made.size();
        }

        @Override
        public byte[] read(long from, int count) {
            read += count;
            furthest = Math.max(furthest, from + count);
            return made.read(from, count);
        }
    }

    /** The 723 tensors of Llama 3.1 70B, 141,107,412,992 bytes in its index file, as if in one file. */
    private static List<Tensor> tensors() {
        List<Tensor> tensors = new ArrayList<>();
        tensors.add(tensor("model.embed_tokens.weight", 128_256, HIDDEN));
        for (long layer = 0; layer < LAYERS; layer++) {
            String name = "model.layers." + layer + ".";
            for (String norm : List.of("input_layernorm", "post_attention_layernorm")) {
                tensors.add(tensor(name + norm + ".weight", HIDDEN));
            }
            for (String matrix : List.of("q_proj", "o_proj")) {
                tensors.add(tensor(name + "self_attn." + matrix + ".weight", HIDDEN, HIDDEN));
            }
            for (String matrix : List.of("k_proj", "v_proj")) {
                tensors.add(tensor(name + "self_attn." + matrix + ".weight", 1_024, HIDDEN));
            }
            for (String matrix : List.of("gate_proj", "up_proj")) {
                tensors.add(tensor(name + "mlp." + matrix + ".weight", 28_672, HIDDEN));
            }
            tensors.add(tensor(name + "mlp.down_proj.weight", HIDDEN, 28_672));
        }
        tensors.add(tensor("model.norm.weight", HIDDEN));
        tensors.add(tensor("lm_head.weight", 128_256, HIDDEN));
        return tensors;
    }

    private static Tensor tensor(String name, long... shape) {
        return Tensor.of(name, "BF16", 2, shape);
    }

    private static HeaderSet read(Bytes bytes, boolean gguf) {
        Diagnostics.Builder findings = Diagnostics.builder();
        HeaderSet headers = new HeaderSet(findings);
        assertThat(headers.add(bytes, gguf)).isTrue();
        assertThat(findings.build()).isEmpty();
        return headers;
    }

    @Test
    void ofSafetensorsTheHeaderIsReadOnceAndNothingElse() {
        Made made = CheckpointBytes.safetensors(tensors());
        Counted counted = new Counted(made);
        HeaderSet headers = read(counted, false);

        assertThat(headers.tensors()).hasSize(723);
        assertThat(made.size() - made.header().length).isEqualTo(141_107_412_992L);
        assertThat(counted.furthest).isEqualTo(made.header().length);
        assertThat(counted.read).isEqualTo(made.header().length);
    }

    /** Its header does not say how long it is, so that a piece of fixed length may reach beyond it. */
    @Test
    void ofGgufNoMoreThanAPieceBeyondTheHeaderIsRead() {
        Gguf gguf = new Gguf().begin(LAYERS, 0);
        long bytes = Math.multiplyExact(28_672 * HIDDEN, 2L);
        for (long layer = 0; layer < LAYERS; layer++) {
            gguf.tensor("blk." + layer + ".ffn_up.weight", 1, layer * bytes, HIDDEN, 28_672);
        }
        Made made = gguf.file(LAYERS * bytes);
        Counted counted = new Counted(made);
        HeaderSet headers = read(counted, true);

        assertThat(headers.tensors()).hasSize((int) LAYERS);
        assertThat(made.size()).isGreaterThan(37_000_000_000L);
        assertThat(counted.furthest).isLessThanOrEqualTo(made.header().length + (1L << 20));
        assertThat(counted.read).isLessThanOrEqualTo(made.header().length + (1L << 20));
    }
}
