package dev.archnotes.site.drawing.architecture;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.network.MixtureOfExperts;
import dev.archnotes.model.network.NoFeedForward;
import dev.archnotes.model.network.Router;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.Phrase;

/** What the drawing says of attention and feed-forward, in words and facts. */
final class PartWords {
    private final Subject subject;

    PartWords(Subject subject) {
        this.subject = subject;
    }

    /** A short remark in the color of what it concerns. */
    record Remark(PartColor part, Phrase phrase) {}

    static String title(Attention attention) {
        String kind = attention.kind();
        return Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
    }

    static String title(FeedForward feedForward) {
        return feedForward.sparse().isPresent() ? "Mixture of experts" : "Feed-forward";
    }

    /** What is said of an attention. */
    AttentionWords.Said of(Attention attention, String path) {
        return attention.answer(new AttentionWords(subject, path));
    }

    /** The widths of a feed-forward. */
    Phrase widths(FeedForward feedForward, String path) {
        return feedForward.answer(new FeedForward.Cases<>() {
            @Override
            public Phrase dense(DenseFeedForward network) {
                return widths(network, path);
            }

            @Override
            public Phrase experts(MixtureOfExperts network) {
                return widths(network, path);
            }

            @Override
            public Phrase none(NoFeedForward network) {
                return subject.phrase().words(network.kind());
            }
        });
    }

    private Phrase widths(DenseFeedForward dense, String path) {
        Phrase phrase = subject.phrase();
        return phrase.count(FactPath.HIDDEN_SIZE, subject.architecture().hiddenSize())
                .words(" → ")
                .count(path + "intermediate_size", dense.intermediateSize())
                .words(" → ")
                .count(FactPath.HIDDEN_SIZE, subject.architecture().hiddenSize())
                .words(", " + dense.activation().label() + (dense.biased() ? ", biases" : "")
                        + (subject.architecture().normalization().placement().normalizesInside()
                                ? ", a norm before the last matrix"
                                : ""));
    }

    private Phrase widths(MixtureOfExperts moe, String path) {
        Phrase phrase = subject.phrase();
        phrase.count(path + "experts_per_token", moe.expertsPerToken())
                .words(" of ")
                .counted(path + "experts", moe.experts(), "expert")
                .words(", each ")
                .count(path + "expert_intermediate_size", moe.expertIntermediateSize())
                .words(" wide");
        if (moe.latentSize() > 0) {
            phrase.words(" on a latent of ").count(path + "latent_size", moe.latentSize());
        }
        if (moe.zeroExperts() > 0) {
            phrase.words(", or of ")
                    .count(path + "zero_experts", moe.zeroExperts())
                    .words(" without weights");
        }
        if (moe.sharedExperts() > 0) {
            phrase.words("; ")
                    .counted(path + "shared_experts", moe.sharedExperts(), "shared expert")
                    .words(" of ")
                    .count(path + "shared_intermediate_size", moe.sharedIntermediateSize())
                    .words(moe.sharedGate() ? ", gated" : "");
        }
        if (moe.denseBranchSize() > 0) {
            phrase.words("; dense branch of ")
                    .count(path + "dense_branch_size", moe.denseBranchSize())
                    .words(" always on");
        }
        return phrase.words("; " + moe.activation().label() + (moe.biased() ? ", biases" : "")
                + (moe.outputNorm() ? "; a norm on the sum" : ""));
    }

    /** How the router chooses. */
    Phrase router(MixtureOfExperts moe, String path) {
        Router router = moe.router();
        boolean overChosen = router.function() == Router.Function.SOFTMAX && router.renormalized();
        Phrase phrase = subject.phrase()
                .words("router: " + router.function().label() + (overChosen ? " over the top " : ", top "))
                .count(path + "experts_per_token", moe.expertsPerToken());
        if (router.groups() > 1) {
            phrase.words(" in ")
                    .count(path + "router_groups_kept", router.groupsKept())
                    .words(" of ")
                    .count(path + "router_groups", router.groups())
                    .words(" groups");
        }
        return phrase;
    }

    /** A number with a fraction, to hundredths where it is large enough for them. */
    static Phrase decimal(Subject subject, String path, double value) {
        double scale = value < 1 ? 10_000 : 100;
        return subject.phrase()
                .fact(path, Numerals.shortest(value), Numerals.shortest(Math.round(value * scale) / scale));
    }

    static String norm(Normalization normalization) {
        return normalization.kind().label();
    }
}
