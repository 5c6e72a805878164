package dev.archnotes.site.drawing;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.CompressedAttention;
import dev.archnotes.model.attention.GatedConvolution;
import dev.archnotes.model.attention.GatedDeltaNet;
import dev.archnotes.model.attention.KimiDeltaAttention;
import dev.archnotes.model.attention.LatentAttention;
import dev.archnotes.model.attention.LightningAttention;
import dev.archnotes.model.attention.LightningIndexer;
import dev.archnotes.model.attention.Mamba;
import dev.archnotes.model.attention.Mamba2;
import dev.archnotes.model.attention.ParallelHeads;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.attention.Span;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.ledger.TokenCost;
import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.network.MixtureOfExperts;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.LayerGroup;
import dev.archnotes.model.spec.Multipliers;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Looks a drawn fact up in the specification, by another way than the drawing does. */
final class FactReading {
    private final Variant spec;
    private final FactSheet sheet;

    FactReading(Variant spec) {
        this.spec = spec;
        this.sheet = FactSheet.of(spec);
    }

    /** The exact value at a path; a share is a quotient of 30 decimals. */
    BigDecimal value(String path) {
        if (path.contains(":")) {
            return quotient(value(path.substring(0, path.indexOf(':'))), value(path.substring(path.indexOf(':') + 1)));
        }
        String[] steps = path.split("\\.");
        if (path.endsWith(".share")) {
            return quotient(value(path.replace(".share", ".parameters")), value("parameters.total"));
        }
        switch (steps[0]) {
            case "kinds":
                return kind(spec.architecture().kinds().get(Integer.parseInt(steps[1])), steps);
            case "groups":
                return BigDecimal.valueOf(group(spec.architecture().groups().get(Integer.parseInt(steps[1])), steps));
            case "token_embedding":
            case "head":
                return BigDecimal.valueOf(sheet.whole(FactPath.VOCABULARY_SIZE) * sheet.whole(FactPath.HIDDEN_SIZE));
            case "position_table":
                return BigDecimal.valueOf(
                        sheet.whole(FactPath.POSITIONS_TABLE_ROWS) * sheet.whole(FactPath.HIDDEN_SIZE));
            case "multipliers":
                return BigDecimal.valueOf(multiplier(spec.architecture().multipliers(), steps[1]));
            case "prediction_module":
                return BigDecimal.valueOf(
                        spec.architecture().predictionModule().orElseThrow().depth());
            default:
                return BigDecimal.valueOf(
                        path.equals("cost.flops_per_token_at_context")
                                ? costAtContext()
                                : sheet.whole(new FactPath(path)));
        }
    }

    private static double multiplier(Multipliers multipliers, String name) {
        return switch (name) {
            case "embedding" -> multipliers.embedding().orElseThrow();
            case "output" -> multipliers.output().orElseThrow();
            case "output_soft_cap" -> multipliers.outputSoftCap().orElseThrow();
            default -> throw new IllegalArgumentException(name);
        };
    }

    static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, 30, RoundingMode.HALF_UP);
    }

    private long costAtContext() {
        return sheet.whole(FactPath.COST_WEIGHT_FLOPS_PER_TOKEN)
                + TokenCost.of(spec.architecture())
                        .decodeAttentionFlops(spec.context().configured());
    }

    private static long group(LayerGroup group, String[] steps) {
        if (steps[2].equals("repeat")) {
            return group.repeat();
        }
        return steps[2].equals("layers")
                ? group.layers()
                : group.blocks().get(Integer.parseInt(steps[3])).count();
    }

    private BigDecimal kind(LayerBlock kind, String[] steps) {
        Architecture model = spec.architecture();
        if (steps[2].equals("layers")) {
            return BigDecimal.valueOf(kind.count());
        }
        boolean attention = steps[2].equals("attention");
        if (steps[3].equals("parameters")) {
            List<WeightTensor> tensors = attention
                    ? kind.attention().tensors(model.hiddenSize())
                    : kind.feedForward().tensors(model.hiddenSize());
            return BigDecimal.valueOf(kind.count()
                    * tensors.stream()
                            .filter(t -> t.part() != Part.NORM)
                            .mapToLong(WeightTensor::totalElements)
                            .sum());
        }
        return attention
                ? attention(kind.attention(), steps[3])
                : BigDecimal.valueOf(feedForward(kind.feedForward(), steps[3]));
    }

    private static BigDecimal attention(Attention attention, String name) {
        if (name.startsWith("rope_base") || name.startsWith("rotary") || name.startsWith("rope_scaling")) {
            PositionEncoding.Rope rope = (PositionEncoding.Rope) attention.positions();
            return name.equals("rope_base")
                    ? BigDecimal.valueOf(rope.base())
                    : name.equals("rotary_dim")
                            ? BigDecimal.valueOf(rope.rotaryDim())
                            : BigDecimal.valueOf(rope.scaling().orElseThrow().factor());
        }
        if (List.of("tokens_read", "index_heads", "index_head_dim").contains(name)) {
            LightningIndexer indexer = attention.indexer().orElseThrow();
            return BigDecimal.valueOf(
                    switch (name) {
                        case "tokens_read" -> indexer.topK();
                        case "index_heads" -> indexer.heads();
                        default -> indexer.headDim();
                    });
        }
        if (attention instanceof CompressedAttention pooled) {
            return BigDecimal.valueOf(
                    switch (name) {
                        case "heads" -> pooled.heads();
                        case "head_dim" -> pooled.headDim();
                        case "output_groups" -> pooled.outputGroups();
                        case "window" -> pooled.window();
                        case "rate" -> pooled.rate();
                        default -> throw new IllegalArgumentException(name);
                    });
        }
        if (attention instanceof LatentAttention latent) {
            return BigDecimal.valueOf(
                    switch (name) {
                        case "heads" -> latent.heads();
                        case "nope_head_dim" -> latent.nopeHeadDim();
                        case "rope_head_dim" -> latent.ropeHeadDim();
                        case "value_head_dim" -> latent.valueHeadDim();
                        case "head_dim" -> latent.ropeHeadDim();
                        case "kv_rank" -> latent.kvRank();
                        case "query_rank" -> latent.queryRank();
                        default -> throw new IllegalArgumentException(name);
                    });
        }
        if (attention instanceof GatedDeltaNet net) {
            return BigDecimal.valueOf(
                    switch (name) {
                        case "value_heads" -> net.valueHeads();
                        case "key_heads" -> net.keyHeads();
                        case "key_head_dim" -> net.keyHeadDim();
                        case "value_head_dim" -> net.valueHeadDim();
                        case "convolution_width" -> net.convolutionWidth();
                        default -> throw new IllegalArgumentException(name);
                    });
        }
        if (!(attention instanceof SoftmaxAttention softmax)) {
            return BigDecimal.valueOf(stateful(attention, name));
        }
        return switch (name) {
            case "heads" -> BigDecimal.valueOf(softmax.heads());
            case "kv_heads" -> BigDecimal.valueOf(softmax.kvHeads());
            case "head_dim" -> BigDecimal.valueOf(softmax.headDim());
            case "value_head_dim" -> BigDecimal.valueOf(softmax.valueHeadDim());
            case "picture_entries" -> BigDecimal.valueOf(softmax.pictureEntries());
            case "window" -> BigDecimal.valueOf(((Span.Window) softmax.span()).tokens());
            case "chunk" -> BigDecimal.valueOf(((Span.Chunk) softmax.span()).tokens());
            case "logit_soft_cap" -> BigDecimal.valueOf(softmax.logitSoftCap().orElseThrow());
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The kinds with a state; of one with attention beside it, the attention's own names come first. */
    private static long stateful(Attention attention, String name) {
        if (attention instanceof ParallelHeads both) {
            return switch (name) {
                case "heads" -> both.attention().heads();
                case "kv_heads" -> both.attention().kvHeads();
                case "head_dim" -> both.attention().headDim();
                default -> stateful(both.stateSpace(), name);
            };
        }
        if (attention instanceof Mamba2 mamba) {
            return switch (name) {
                case "state_heads" -> mamba.heads();
                case "state_head_dim" -> mamba.headDim();
                case "state_groups" -> mamba.groups();
                case "state_size" -> mamba.stateSize();
                case "convolution_width" -> mamba.convolutionWidth();
                default -> throw new IllegalArgumentException(name);
            };
        }
        if (attention instanceof Mamba mamba) {
            return switch (name) {
                case "state_channels" -> mamba.channels();
                case "state_size" -> mamba.stateSize();
                case "step_rank" -> mamba.stepRank();
                case "convolution_width" -> mamba.convolutionWidth();
                default -> throw new IllegalArgumentException(name);
            };
        }
        if (attention instanceof KimiDeltaAttention delta) {
            return switch (name) {
                case "state_heads", "heads" -> delta.heads();
                case "state_head_dim", "head_dim" -> delta.headDim();
                case "gate_rank" -> delta.gateRank();
                case "convolution_width" -> delta.convolutionWidth();
                default -> throw new IllegalArgumentException(name);
            };
        }
        if (attention instanceof LightningAttention lightning) {
            return switch (name) {
                case "state_heads", "heads" -> lightning.heads();
                case "state_head_dim", "head_dim" -> lightning.headDim();
                default -> throw new IllegalArgumentException(name);
            };
        }
        GatedConvolution convolution = (GatedConvolution) attention;
        return switch (name) {
            case "channels" -> convolution.channels();
            case "kernel_size" -> convolution.kernelSize();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static long feedForward(FeedForward feedForward, String name) {
        if (feedForward instanceof DenseFeedForward dense && name.equals("intermediate_size")) {
            return dense.intermediateSize();
        }
        MixtureOfExperts moe = (MixtureOfExperts) feedForward;
        return switch (name) {
            case "experts" -> moe.experts();
            case "experts_per_token" -> moe.expertsPerToken();
            case "expert_intermediate_size" -> moe.expertIntermediateSize();
            case "shared_experts" -> moe.sharedExperts();
            case "shared_intermediate_size" -> moe.sharedIntermediateSize();
            case "latent_size" -> moe.latentSize();
            case "zero_experts" -> moe.zeroExperts();
            case "dense_branch_size" -> moe.denseBranchSize();
            case "router_groups" -> moe.router().groups();
            case "router_groups_kept" -> moe.router().groupsKept();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
