package dev.archnotes.model.deployment;

import dev.archnotes.model.attention.HeadLayout;
import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Which tensor gets which format in a file of llama.cpp, without an importance matrix, by {@code src/llama-quant.cpp}
 * there ({@code llama_tensor_get_type_impl}, {@code tensor_type_fallback}): vectors, norms, routers, positions and
 * convolutions in F32; the head in Q6_K, or the embedding where it is the head too; value and down projections of about
 * half of the layers in more bits. Left out are exceptions by the name of a model, such as that for 70B.
 */
final class GgufMixture {
    private static final long EIGHT_EXPERTS = 8;
    private static final String VALUE = "v_proj.weight";

    private final Architecture architecture;
    private final WeightFormat format;
    private final List<LayerBlock> sequence;
    private final List<String> valued = new ArrayList<>();
    private final long experts;
    private final boolean shared;

    GgufMixture(Architecture architecture, WeightFormat format) {
        this.architecture = architecture;
        this.format = format;
        this.sequence = architecture.sequence();
        for (LedgerRow row : WeightInventory.of(architecture).rows(LedgerRow.Scope.DECODER)) {
            if (row.tensor().name().equals(VALUE)) {
                valued.add(row.section());
            }
        }
        long most = 0;
        boolean four = false;
        for (LayerBlock kind : architecture.kinds()) {
            if (kind.feedForward().sparse().isPresent()) {
                most = Math.max(most, kind.feedForward().sparse().get().experts());
            }
            HeadLayout heads = kind.attention().layout();
            four |= !heads.recurrent() && heads.heads() / 4 >= heads.shared();
        }
        this.experts = most;
        this.shared = four;
    }

    /** The format of a tensor outside of the layers, or in a layer that gets no more bits than others. */
    NumberFormat few(LedgerRow row) {
        return of(row, false);
    }

    /** The format of a tensor in a layer that gets more bits. */
    NumberFormat more(LedgerRow row) {
        return of(row, true);
    }

    /**
     * Whether the tensor at a place among those of its kind, from 0, gets more bits: the first and last eighth, every
     * third between; of IQ4_XS the first eighth alone.
     */
    boolean isFavored(long at, long of) {
        if (format == WeightFormat.IQ4_XS) {
            return at < of / 8;
        }
        return at < of / 8 || at >= 7 * of / 8 || (at - of / 8) % 3 == 2;
    }

    /**
     * How many of the layers of a row get more bits. Value projections are counted among themselves, down projections
     * by their layers.
     */
    long favored(LedgerRow row) {
        boolean value = row.tensor().name().equals(VALUE);
        long of = 0;
        for (LayerBlock block : sequence) {
            of += !value || hasValue(block) ? block.count() : 0;
        }
        long at = 0;
        long found = 0;
        long favored = 0;
        for (LayerBlock block : sequence) {
            boolean same = WeightInventory.section(block).equals(row.section());
            for (long i = 0; i < block.count(); i++) {
                found += same ? 1 : 0;
                favored += same && isFavored(at, of) ? 1 : 0;
                at += !value || hasValue(block) ? 1 : 0;
            }
        }
        // what stands outside of the layers is in no layer that is favored
        return found == row.layers() ? favored : 0;
    }

    /** The format of a tensor in the layer of a place from the bottom. */
    NumberFormat at(LedgerRow row, long layer) {
        boolean value = row.tensor().name().equals(VALUE);
        long at = 0;
        long of = 0;
        long before = 0;
        for (LayerBlock block : sequence) {
            long counted = !value || hasValue(block) ? block.count() : 0;
            at += Math.min(counted, Math.max(0, layer - before));
            before += block.count();
            of += counted;
        }
        return of(row, isFavored(at, of));
    }

    /** By a loop: a list that compares whatever it holds brings the equality of every record into a script. */
    private boolean hasValue(LayerBlock block) {
        String section = WeightInventory.section(block);
        for (String other : valued) {
            if (other.equals(section)) {
                return true;
            }
        }
        return false;
    }

    private NumberFormat of(LedgerRow row, boolean favored) {
        WeightTensor tensor = row.tensor();
        boolean reduced = tensor.isMatrix()
                && tensor.part() != Part.NORM
                && tensor.part() != Part.ROUTER
                && !tensor.name().startsWith("position_embedding")
                && !tensor.name().contains("conv");
        return reduced ? fitting(chosen(tensor, favored), tensor) : NumberFormat.F32;
    }

    private NumberFormat chosen(WeightTensor tensor, boolean favored) {
        NumberFormat base = format.numbers();
        boolean mixed = format == WeightFormat.Q4_K_M || format == WeightFormat.Q5_K_M;
        String name = tensor.name();
        if (tensor.part() == Part.HEAD || tensor.part() == Part.EMBEDDING && architecture.tiedEmbeddings()) {
            return base == NumberFormat.Q8_0 || !base.divides(tensor) ? NumberFormat.Q8_0 : NumberFormat.Q6_K;
        }
        if (name.equals(VALUE)) {
            if (experts == EIGHT_EXPERTS) {
                return NumberFormat.Q8_0;
            }
            if (format == WeightFormat.IQ4_XS) {
                return shared ? NumberFormat.Q5_K : base;
            }
            return mixed && favored ? NumberFormat.Q6_K : base;
        }
        if (name.equals("k_proj.weight") && experts == EIGHT_EXPERTS) {
            return NumberFormat.Q8_0;
        }
        if (name.equals("o_proj.weight") && experts == EIGHT_EXPERTS) {
            return format == WeightFormat.Q4_K_M || format == WeightFormat.IQ4_XS ? NumberFormat.Q5_K : base;
        }
        if (name.endsWith("down_proj.weight") && favored) {
            return mixed ? NumberFormat.Q6_K : format == WeightFormat.IQ4_XS ? NumberFormat.Q5_K : base;
        }
        return base;
    }

    /** Another format where the rows are not made of whole blocks. */
    private static NumberFormat fitting(NumberFormat chosen, WeightTensor tensor) {
        if (chosen.divides(tensor)) {
            return chosen;
        }
        NumberFormat other = NumberFormat.F16;
        if (chosen == NumberFormat.Q4_K) {
            other = NumberFormat.Q5_0;
        } else if (chosen == NumberFormat.Q5_K) {
            other = NumberFormat.Q5_1;
        } else if (chosen == NumberFormat.Q6_K) {
            other = NumberFormat.Q8_0;
        } else if (chosen == NumberFormat.IQ4_XS) {
            other = NumberFormat.IQ4_NL;
        }
        return other.divides(tensor) ? other : NumberFormat.F16;
    }
}
