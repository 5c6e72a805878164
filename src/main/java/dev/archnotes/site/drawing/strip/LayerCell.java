package dev.archnotes.site.drawing.strip;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.Reach;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.network.FeedForward;

/** One property of one layer. */
sealed interface LayerCell {
    /** The word for it: {@code sliding}, {@code with experts}, {@code NoPE}. */
    String word();

    /** The fact that counts the layers of it. */
    FactPath layers();

    /**
     * How far attention sees.
     *
     * @param reach the reach
     * @param amongWindows whether other layers have windows, beside which a full one is {@code global}
     */
    record Sight(Reach reach, boolean amongWindows) implements LayerCell {
        @Override
        public String word() {
            return reach.word(amongWindows);
        }

        @Override
        public FactPath layers() {
            return switch (reach) {
                case FULL -> FactPath.ATTENTION_FULL_LAYERS;
                case WINDOW -> FactPath.ATTENTION_WINDOW_LAYERS;
                case CHUNK -> FactPath.ATTENTION_CHUNK_LAYERS;
                case LATENT -> FactPath.ATTENTION_LATENT_LAYERS;
                case COMPRESSED -> FactPath.ATTENTION_COMPRESSED_LAYERS;
                case LINEAR -> FactPath.ATTENTION_LINEAR_LAYERS;
                case CONVOLUTION -> FactPath.ATTENTION_CONVOLUTION_LAYERS;
                case PICTURE -> FactPath.ATTENTION_PICTURE_LAYERS;
                case NONE -> FactPath.ATTENTION_NONE_LAYERS;
            };
        }
    }

    /** Whether a token passes one network, some of many, or none. */
    enum Network implements LayerCell {
        DENSE("dense", FactPath.FEED_FORWARD_DENSE_LAYERS),
        EXPERTS("with experts", FactPath.FEED_FORWARD_MOE_LAYERS),
        NONE("token mixer only", FactPath.FEED_FORWARD_NONE_LAYERS);

        private final String word;
        private final FactPath layers;

        Network(String word, FactPath layers) {
            this.word = word;
            this.layers = layers;
        }

        static Network of(FeedForward feedForward) {
            if (feedForward.isNone()) {
                return NONE;
            }
            return feedForward.sparse().isPresent() ? EXPERTS : DENSE;
        }

        @Override
        public String word() {
            return word;
        }

        @Override
        public FactPath layers() {
            return layers;
        }
    }

    /** How the order of tokens enters. */
    enum Order implements LayerCell {
        TABLE("learned", FactPath.LAYERS),
        ROTATION("RoPE", FactPath.POSITIONS_ROPE_LAYERS),
        NONE("NoPE", FactPath.POSITIONS_NOPE_LAYERS),
        DISTANCE("ALiBi", FactPath.LAYERS),
        STATE("order by state", FactPath.LAYERS),
        NOTHING("feed-forward only", FactPath.ATTENTION_NONE_LAYERS);

        private final String word;
        private final FactPath layers;

        Order(String word, FactPath layers) {
            this.word = word;
            this.layers = layers;
        }

        static Order of(Attention attention) {
            if (attention.isNone()) {
                return NOTHING;
            }
            return attention.isRecurrent() ? STATE : attention.positions().answer(new OfEncoding());
        }

        @Override
        public String word() {
            return word;
        }

        @Override
        public FactPath layers() {
            return layers;
        }

        private static final class OfEncoding implements PositionEncoding.Cases<Order> {
            @Override
            public Order learned(PositionEncoding.Learned positions) {
                return TABLE;
            }

            @Override
            public Order rope(PositionEncoding.Rope positions) {
                return ROTATION;
            }

            @Override
            public Order none(PositionEncoding.None positions) {
                return NONE;
            }

            @Override
            public Order alibi(PositionEncoding.Alibi positions) {
                return DISTANCE;
            }
        }
    }
}
