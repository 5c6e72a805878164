package dev.archnotes.model.deployment;

import dev.archnotes.model.attention.HeadLayout;
import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;

/**
 * Which tensor gets which format in a file of llama.cpp, without an importance matrix, by {@code src/llama-quant.cpp}
 * there ({@code llama_tensor_get_type_impl}, {@code tensor_type_fallback}): vectors, norms, routers, positions and
 * convolutions in F32; the head in Q6_K, or the embedding where it is the head too; value and down projections of about
 * half of the layers in more bits. Left out are exceptions by the name of a model, such as that for 70B.
 */
final class GgufMixture {
    private static final long EIGHT_EXPERTS = 8;

    private final Architecture architecture;
    private final WeightFormat format;
    private final long layers;
    private final long experts;
    private final boolean shared;

    GgufMixture(Architecture architecture, WeightFormat format) {
        this.architecture = architecture;
        this.format = format;
        this.layers = architecture.layers();
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

    /** Whether a layer, counted from 0, gets more bits: the first and the last eighth, and every third between. */
    boolean isFavored(long layer) {
        if (format == WeightFormat.IQ4_XS) {
            return layer < layers / 8;
        }
        return layer < layers / 8 || layer >= 7 * layers / 8 || (layer - layers / 8) % 3 == 2;
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
        if (name.equals("v_proj.weight")) {
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
