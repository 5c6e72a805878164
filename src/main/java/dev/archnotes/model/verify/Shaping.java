package dev.archnotes.model.verify;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.GatedDeltaNet;
import dev.archnotes.model.attention.LatentAttention;
import dev.archnotes.model.attention.Mamba2;
import dev.archnotes.model.attention.ParallelHeads;
import dev.archnotes.model.attention.SoftmaxAttention;
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
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<Attention> attention) {
            return Optional.of(joined(sources));
        }
    },
    /** Input first, as the one-dimensional convolutions of GPT-2 are. */
    TRANSPOSED {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<Attention> attention) {
            return Optional.of(reversed(joined(sources)));
        }
    },
    /** All experts along a first axis of their own. */
    STACKED {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<Attention> attention) {
            return Optional.of(stacked(sources.get(0).copies(), joined(sources)));
        }
    },
    /** The same with the input axis before the output axis. */
    STACKED_TRANSPOSED {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<Attention> attention) {
            return Optional.of(stacked(sources.get(0).copies(), reversed(joined(sources))));
        }
    },
    /** Shared experts as one network of their widths together. */
    MERGED {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<Attention> attention) {
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
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<Attention> attention) {
            List<Long> shape = new ArrayList<>(sources.get(0).shape());
            shape.removeIf(size -> size == 1);
            return Optional.of(shape);
        }
    },
    /** What rebuilds the keys of all heads from the latent, head by head and transposed. */
    KEYS_OF_HEADS {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<Attention> attention) {
            return latent(attention).map(of -> List.of(of.heads(), of.kvRank(), of.nopeHeadDim()));
        }
    },
    /** What rebuilds the values of all heads from the latent, head by head. */
    VALUES_OF_HEADS {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<Attention> attention) {
            return latent(attention).map(of -> List.of(of.heads(), of.valueHeadDim(), of.kvRank()));
        }
    },
    /** The rows of a vocabulary and those of eight marks of pictures. */
    EIGHT_ROWS_MORE {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<Attention> attention) {
            return Optional.of(withRows(
                    sources.get(0), Math.addExact(sources.get(0).shape().get(0), 8)));
        }
    },
    /** A vector as a matrix of one row. */
    ROW {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<Attention> attention) {
            return Optional.of(stacked(1, sources.get(0).shape()));
        }
    },
    /** A number of each head on the third of four axes, the others of length one. */
    THIRD_OF_FOUR {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<Attention> attention) {
            List<Long> shape =
                    new ArrayList<>(stacked(1, stacked(1, sources.get(0).shape())));
            shape.add(1L);
            return Optional.of(shape);
        }
    },
    /** The outputs of all experts one behind the other along the first axis. */
    FLATTENED {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<Attention> attention) {
            return Optional.of(flattened(sources.get(0).copies(), joined(sources)));
        }
    },
    /** The same with the input axis before the output axis. */
    FLATTENED_TRANSPOSED {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<Attention> attention) {
            return Optional.of(flattened(sources.get(0).copies(), reversed(joined(sources))));
        }
    },
    /** The weights of a norm that each head has for itself, head by head. */
    BY_HEADS {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<Attention> attention) {
            long width = sources.get(0).shape().get(0);
            return softmax(attention)
                    .filter(of -> width % of.headDim() == 0)
                    .map(of -> width == of.headDim() ? List.of(width) : List.of(width / of.headDim(), of.headDim()));
        }
    },
    /** The same in a tensor for each head. */
    EACH_HEAD {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<Attention> attention) {
            long width = sources.get(0).shape().get(0);
            return softmax(attention).filter(of -> width % of.headDim() == 0).map(of -> List.of(of.headDim()));
        }

        @Override
        long copies(WeightTensor source, List<Long> shape) {
            return source.shape().get(0) / shape.get(0);
        }
    },
    /** The queries alone, where the ledger has them together with what gates the output. */
    QUERIES {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<Attention> attention) {
            return softmax(attention).map(of -> withRows(sources.get(0), of.queryWidth()));
        }
    },
    /** What gates the output alone, where the ledger has it together with the queries. */
    OUTPUT_GATE {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<Attention> attention) {
            return softmax(attention).map(of -> withRows(sources.get(0), of.outputWidth()));
        }
    },
    /** Queries, keys and values of a gated delta net, where the ledger has them together with the gate. */
    DELTA_QUERIES_KEYS_VALUES {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<Attention> attention) {
            return deltaNet(attention)
                    .map(of -> withRows(
                            sources.get(0), Math.addExact(Math.multiplyExact(2L, of.keyWidth()), of.valueWidth())));
        }
    },
    /** The gate of a gated delta net, where the ledger has it together with queries, keys and values. */
    DELTA_GATE {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<Attention> attention) {
            return deltaNet(attention).map(of -> withRows(sources.get(0), of.valueWidth()));
        }
    },
    /** The weights of a norm over the channels of a state-space layer, group by group. */
    BY_GROUPS {
        @Override
        Optional<List<Long>> shape(List<WeightTensor> sources, Optional<Attention> attention) {
            long width = sources.get(0).shape().get(0);
            return stateSpace(attention)
                    .filter(of -> width % of.groups() == 0)
                    .map(of -> List.of(of.groups(), width / of.groups()));
        }
    };

    /**
     * The shape of the tensor that is made; empty where it takes an attention that the layer does not have.
     *
     * @param sources the tensors of the ledger, at least one
     * @param attention the layer's attention; empty outside of layers
     */
    abstract Optional<List<Long>> shape(List<WeightTensor> sources, Optional<Attention> attention);

    /**
     * How many tensors are made whose names differ in a number.
     *
     * @param source the first tensor of the ledger
     * @param shape that of one that is made
     */
    long copies(WeightTensor source, List<Long> shape) {
        return source.copies();
    }

    private static Optional<LatentAttention> latent(Optional<Attention> attention) {
        return attention.filter(LatentAttention.class::isInstance).map(LatentAttention.class::cast);
    }

    private static Optional<GatedDeltaNet> deltaNet(Optional<Attention> attention) {
        return attention.filter(GatedDeltaNet.class::isInstance).map(GatedDeltaNet.class::cast);
    }

    private static Optional<SoftmaxAttention> softmax(Optional<Attention> attention) {
        return attention.filter(SoftmaxAttention.class::isInstance).map(SoftmaxAttention.class::cast);
    }

    private static Optional<Mamba2> stateSpace(Optional<Attention> attention) {
        if (attention.isPresent() && attention.get() instanceof ParallelHeads beside) {
            return Optional.of(beside.stateSpace());
        }
        return attention.filter(Mamba2.class::isInstance).map(Mamba2.class::cast);
    }

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

    private static List<Long> flattened(long copies, List<Long> shape) {
        return with(shape, 0, Math.multiplyExact(copies, shape.get(0)));
    }

    private static List<Long> withRows(WeightTensor tensor, long rows) {
        return with(tensor.shape(), 0, rows);
    }

    private static List<Long> with(List<Long> shape, int axis, long size) {
        List<Long> other = new ArrayList<>(shape);
        other.set(axis, size);
        return other;
    }
}
