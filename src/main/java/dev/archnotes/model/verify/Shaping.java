package dev.archnotes.model.verify;

import dev.archnotes.model.attention.LatentAttention;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** How tensors of the ledger, which has each matrix by itself and output first, become one of a checkpoint. */
enum Shaping {
    /** As the ledger has it; several of them one behind the other along the output axis. */
    PLAIN {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<LatentAttention> latent) {
            return Optional.of(joined(sources));
        }
    },
    /** Input first, as the one-dimensional convolutions of GPT-2 are. */
    TRANSPOSED {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<LatentAttention> latent) {
            return Optional.of(reversed(joined(sources)));
        }
    },
    /** All experts along a first axis of their own. */
    STACKED {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<LatentAttention> latent) {
            return Optional.of(stacked(sources.get(0).copies(), joined(sources)));
        }
    },
    /** The same with the input axis before the output axis. */
    STACKED_TRANSPOSED {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<LatentAttention> latent) {
            return Optional.of(stacked(sources.get(0).copies(), reversed(joined(sources))));
        }
    },
    /** Shared experts as one network of their widths together. */
    MERGED {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<LatentAttention> latent) {
            WeightTensor one = sources.get(0);
            List<Long> shape = new ArrayList<>(one.shape());
            int inner = one.name().contains("down_proj") ? shape.size() - 1 : 0;
            shape.set(inner, Math.multiplyExact(shape.get(inner), one.copies()));
            return Optional.of(shape);
        }
    },
    /** A matrix of one row as a vector. */
    FLAT {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<LatentAttention> latent) {
            List<Long> shape = new ArrayList<>(sources.get(0).shape());
            shape.removeIf(size -> size == 1);
            return Optional.of(shape);
        }
    },
    /** What rebuilds the keys of all heads from the latent, head by head and transposed. */
    KEYS_OF_HEADS {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<LatentAttention> latent) {
            return latent.map(of -> List.of(of.heads(), of.kvRank(), of.nopeHeadDim()));
        }
    },
    /** What rebuilds the values of all heads from the latent, head by head. */
    VALUES_OF_HEADS {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<LatentAttention> latent) {
            return latent.map(of -> List.of(of.heads(), of.valueHeadDim(), of.kvRank()));
        }
    };

    /**
     * The shape of the tensor that is made; empty where it takes an attention that the layer does not have.
     *
     * @param sources the tensors of the ledger, at least one
     * @param latent the layer's attention where it is latent
     */
    abstract Optional<List<Long>> shape(List<WeightTensor> sources, Optional<LatentAttention> latent);

    private static List<Long> joined(List<WeightTensor> sources) {
        List<Long> shape = new ArrayList<>(sources.get(0).shape());
        for (WeightTensor more : sources.subList(1, sources.size())) {
            shape.set(0, Math.addExact(shape.get(0), more.shape().get(0)));
        }
        return shape;
    }

    private static List<Long> reversed(List<Long> shape) {
        List<Long> reversed = new ArrayList<>(shape);
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<Long> stacked(long copies, List<Long> shape) {
        List<Long> stacked = new ArrayList<>(List.of(copies));
        stacked.addAll(shape);
        return stacked;
    }
}
