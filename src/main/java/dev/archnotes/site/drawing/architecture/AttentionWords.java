package dev.archnotes.site.drawing.architecture;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.AttentionBiases;
import dev.archnotes.model.attention.CompressedAttention;
import dev.archnotes.model.attention.GatedConvolution;
import dev.archnotes.model.attention.GatedDeltaNet;
import dev.archnotes.model.attention.KimiDeltaAttention;
import dev.archnotes.model.attention.LatentAttention;
import dev.archnotes.model.attention.LightningAttention;
import dev.archnotes.model.attention.LightningIndexer;
import dev.archnotes.model.attention.Mamba;
import dev.archnotes.model.attention.Mamba2;
import dev.archnotes.model.attention.NoMixer;
import dev.archnotes.model.attention.ParallelHeads;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.Reach;
import dev.archnotes.model.attention.RopeScaling;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.tensor.Factor;
import dev.archnotes.site.content.ExplainedPart;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.Phrase;
import java.util.ArrayList;
import java.util.List;

/**
 * What the drawing says of each kind of attention.
 *
 * @param subject the model that is drawn
 * @param path what stands before the keys of its numbers
 */
record AttentionWords(Subject subject, String path) implements Attention.Cases<AttentionWords.Said> {
    /**
     * All that is said of one attention.
     *
     * @param concept the part that a concept explains
     * @param heads the heads and what they keep
     * @param remarks reach, positions, norms and other marks
     */
    record Said(ExplainedPart concept, Phrase heads, List<PartWords.Remark> remarks) {}

    @Override
    public Said latent(LatentAttention latent) {
        Phrase heads = count("heads", latent.heads())
                .words(" heads of ")
                .count(path + "nope_head_dim", latent.nopeHeadDim())
                .words(" + ")
                .count(path + "rope_head_dim", latent.ropeHeadDim())
                .words(latent.positions().rope().isPresent() ? " rotary dims, values " : " shared dims, values ")
                .count(path + "value_head_dim", latent.valueHeadDim())
                .words("; all share a cached latent of ")
                .count(path + "kv_rank", latent.kvRank())
                .words(latent.positions().rope().isPresent() ? " and a rotary key of " : " and a key of ")
                .count(path + "rope_head_dim", latent.ropeHeadDim());
        if (latent.queryRank() > 0) {
            heads.words("; query latent ").count(path + "query_rank", latent.queryRank());
        }
        List<PartWords.Remark> remarks = new ArrayList<>();
        latent.indexer().ifPresent(indexer -> remarks.add(attention(selection(indexer))));
        remarks.add(position(positions(latent.positions(), latent.ropeHeadDim())));
        remarks.add(norm(words("RMSNorm on the latents")));
        return new Said(ExplainedPart.LATENT, heads, remarks);
    }

    @Override
    public Said compressed(CompressedAttention pooled) {
        Phrase heads = count("heads", pooled.heads())
                .words(" query heads, one key that is also the value, ")
                .count(path + "head_dim", pooled.headDim())
                .words(" dims; output in ")
                .count(path + "output_groups", pooled.outputGroups())
                .words(" groups");
        List<PartWords.Remark> remarks = new ArrayList<>();
        remarks.add(attention(
                words("window of ").count(path + "window", pooled.window()).words(" tokens")));
        if (pooled.rate() > 0) {
            remarks.add(attention(
                    words("one entry for ").count(path + "rate", pooled.rate()).words(" tokens")));
        }
        pooled.indexer().ifPresent(indexer -> remarks.add(attention(selection(indexer))));
        remarks.add(position(positions(pooled.positions(), pooled.headDim())));
        remarks.add(norm(words("norms on queries and keys")));
        return new Said(pooled.rate() == 0 ? ExplainedPart.WINDOW : ExplainedPart.LATENT, heads, remarks);
    }

    @Override
    public Said gatedDeltaNet(GatedDeltaNet net) {
        Phrase heads = count("value_heads", net.valueHeads())
                .words(" value heads over ")
                .count(path + "key_heads", net.keyHeads())
                .words(" key heads, each with a state of ")
                .count(path + "key_head_dim", net.keyHeadDim())
                .words(" × ")
                .count(path + "value_head_dim", net.valueHeadDim())
                .words("; convolution over ")
                .count(path + "convolution_width", net.convolutionWidth())
                .words(" tokens");
        return new Said(
                ExplainedPart.STATE, heads, List.of(attention(words("fixed state")), norm(words("gated output norm"))));
    }

    @Override
    public Said mamba(Mamba mamba) {
        Phrase heads = count("state_channels", mamba.channels())
                .words(" channels, each with a state of ")
                .count(path + "state_size", mamba.stateSize())
                .words("; step sizes from rank ")
                .count(path + "step_rank", mamba.stepRank())
                .words("; convolution over ")
                .count(path + "convolution_width", mamba.convolutionWidth())
                .words(" tokens");
        List<PartWords.Remark> remarks = new ArrayList<>(List.of(attention(words("fixed state"))));
        if (mamba.innerNorms()) {
            remarks.add(norm(words("norms on step sizes, B and C")));
        }
        return new Said(ExplainedPart.STATE, heads, remarks);
    }

    @Override
    public Said mamba2(Mamba2 mamba) {
        List<PartWords.Remark> remarks = new ArrayList<>(List.of(attention(words("fixed state"))));
        if (mamba.outputNorm()) {
            remarks.add(norm(words("gated output norm")));
        }
        return new Said(ExplainedPart.STATE, states(subject.phrase(), mamba), remarks);
    }

    private Phrase states(Phrase phrase, Mamba2 mamba) {
        return phrase.count(path + "state_heads", mamba.heads())
                .words(" heads in ")
                .counted(path + "state_groups", mamba.groups(), "group")
                .words(", each with a state of ")
                .count(path + "state_head_dim", mamba.headDim())
                .words(" × ")
                .count(path + "state_size", mamba.stateSize())
                .words("; convolution over ")
                .count(path + "convolution_width", mamba.convolutionWidth())
                .words(" tokens");
    }

    @Override
    public Said parallel(ParallelHeads both) {
        Said softmax = softmax(both.attention());
        List<PartWords.Remark> remarks = new ArrayList<>(softmax.remarks());
        remarks.add(attention(words("fixed state beside it")));
        return new Said(softmax.concept(), states(softmax.heads().words("; beside them "), both.stateSpace()), remarks);
    }

    /** Never drawn: a layer without a token mixer has no box for it. */
    @Override
    public Said none(NoMixer none) {
        return new Said(ExplainedPart.HEADS, words(none.kind()), List.of());
    }

    @Override
    public Said kimiDelta(KimiDeltaAttention delta) {
        Phrase heads = states(delta.heads(), delta.headDim())
                .words("; convolution over ")
                .count(path + "convolution_width", delta.convolutionWidth())
                .words(" tokens");
        List<PartWords.Remark> remarks =
                List.of(attention(words("fixed state, a decay for each channel")), norm(words("gated output norm")));
        return new Said(ExplainedPart.STATE, heads, remarks);
    }

    @Override
    public Said lightning(LightningAttention lightning) {
        List<PartWords.Remark> remarks = new ArrayList<>();
        remarks.add(attention(words("fixed state, a fixed decay")));
        if (lightning.positions().rope().isPresent()) {
            remarks.add(position(positions(lightning.positions(), lightning.headDim())));
        }
        remarks.add(norm(words((lightning.qkNorm() ? "QK-norm per head, " : "") + "gated output norm")));
        return new Said(ExplainedPart.STATE, states(lightning.heads(), lightning.headDim()), remarks);
    }

    private Phrase states(long heads, long headDim) {
        return count("state_heads", heads)
                .words(" heads, each with a state of ")
                .count(path + "state_head_dim", headDim)
                .words(" × ")
                .count(path + "state_head_dim", headDim);
    }

    @Override
    public Said gatedConvolution(GatedConvolution convolution) {
        Phrase channels = count("channels", convolution.channels())
                .words(" channels, each summed over ")
                .count(path + "kernel_size", convolution.kernelSize())
                .words(" tokens");
        return new Said(ExplainedPart.STATE, channels, List.of(attention(words("gates before and after"))));
    }

    @Override
    public Said softmax(SoftmaxAttention softmax) {
        boolean shared = softmax.heads() != softmax.kvHeads();
        Phrase heads = count("heads", softmax.heads());
        if (shared) {
            heads.words(" query heads, ")
                    .counted(path + "kv_heads", softmax.kvHeads(), "KV head")
                    .words(", ")
                    .count(path + "head_dim", softmax.headDim())
                    .words(" dims");
        } else {
            heads.words(" heads of ")
                    .count(path + "head_dim", softmax.headDim())
                    .words(" dims, no sharing");
        }
        if (softmax.valueHeadDim() != softmax.headDim()) {
            heads.words(", values of ").count(path + "value_head_dim", softmax.valueHeadDim());
        }
        List<PartWords.Remark> remarks = new ArrayList<>();
        remarks.add(attention(
                softmax.indexer().isPresent() ? selection(softmax.indexer().get()) : reach(softmax)));
        if (softmax.sharedCache()) {
            remarks.add(attention(words("cache of a layer below")));
        } else if (softmax.keysAsValues()) {
            remarks.add(attention(words("values from keys")));
        }
        remarks.add(position(positions(softmax.positions(), softmax.headDim())));
        addMarks(softmax, remarks);
        ExplainedPart whole = shared ? ExplainedPart.SHARED_HEADS : ExplainedPart.HEADS;
        return new Said(softmax.limit().isPresent() ? ExplainedPart.WINDOW : whole, heads, remarks);
    }

    private Phrase selection(LightningIndexer indexer) {
        Phrase phrase = words("reads the top ").count(path + "tokens_read", indexer.topK());
        return indexer.shared()
                ? phrase.words(" tokens of a layer below")
                : phrase.words(" tokens, ranked by ")
                        .count(path + "index_heads", indexer.heads())
                        .words(" index heads of ")
                        .count(path + "index_head_dim", indexer.headDim());
    }

    private Phrase reach(SoftmaxAttention softmax) {
        if (softmax.reach() == Reach.PICTURE) {
            return words("reads ")
                    .count(path + "picture_entries", softmax.pictureEntries())
                    .words(" entries of a picture");
        }
        if (softmax.limit().isEmpty()) {
            return words("sees all tokens");
        }
        Factor limit = softmax.limit().get();
        return words(limit.name().equals("chunk") ? "chunks of " : "window of ")
                .count(path + limit.key(), limit.value())
                .words(" tokens");
    }

    private void addMarks(SoftmaxAttention softmax, List<PartWords.Remark> remarks) {
        softmax.qkNorm().ifPresent(norm -> remarks.add(norm(words("QK-norm " + norm.label()))));
        if (subject.architecture().normalization().placement().normalizesInside()) {
            remarks.add(norm(words("norm before the output")));
        }
        if (softmax.sinks()) {
            remarks.add(attention(words("sink in each head")));
        }
        if (softmax.outputGate()) {
            remarks.add(attention(words("output gate")));
        }
        if (softmax.headGate()) {
            remarks.add(attention(words("gate on each head")));
        }
        softmax.logitSoftCap()
                .map(Numerals::shortest)
                .ifPresent(cap ->
                        remarks.add(attention(words("logits capped at ").fact(path + "logit_soft_cap", cap, cap))));
        if (softmax.temperature().isPresent()) {
            remarks.add(position(words("position temperature")));
        }
        if (softmax.biases() != AttentionBiases.NONE) {
            remarks.add(attention(words("biases on " + softmax.biases().label())));
        }
    }

    /** How positions enter heads of {@code width} dimensions that may be rotated. */
    private Phrase positions(PositionEncoding positions, long width) {
        return positions.answer(new PositionEncoding.Cases<>() {
            @Override
            public Phrase learned(PositionEncoding.Learned table) {
                return words("no positions here");
            }

            @Override
            public Phrase none(PositionEncoding.None none) {
                return words("NoPE");
            }

            @Override
            public Phrase alibi(PositionEncoding.Alibi alibi) {
                return words("ALiBi");
            }

            @Override
            public Phrase rope(PositionEncoding.Rope rope) {
                Phrase phrase = words("RoPE");
                if (rope.rotaryDim() != width) {
                    phrase.words(" on ")
                            .count(path + "rotary_dim", rope.rotaryDim())
                            .words(" of ")
                            .count(path + "head_dim", width)
                            .words(",");
                }
                phrase.words(" base ").count(path + "rope_base", rope.base());
                rope.scaling().ifPresent(scaling -> {
                    String factor = Numerals.shortest(scaling.factor());
                    phrase.words(", " + method(scaling) + " ×").fact(path + "rope_scaling_factor", factor, factor);
                });
                return phrase;
            }
        });
    }

    private static String method(RopeScaling scaling) {
        return scaling.method() == RopeScaling.Method.LLAMA3
                ? "Llama 3 scaling"
                : scaling.method().label();
    }

    private Phrase words(String words) {
        return subject.phrase().words(words);
    }

    private Phrase count(String key, long value) {
        return subject.phrase().count(path + key, value);
    }

    private static PartWords.Remark attention(Phrase phrase) {
        return new PartWords.Remark(PartColor.ATTENTION, phrase);
    }

    private static PartWords.Remark position(Phrase phrase) {
        return new PartWords.Remark(PartColor.POSITIONS, phrase);
    }

    private static PartWords.Remark norm(Phrase phrase) {
        return new PartWords.Remark(PartColor.NORMALIZATION, phrase);
    }
}
