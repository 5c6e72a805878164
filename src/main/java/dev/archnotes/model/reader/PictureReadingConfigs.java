package dev.archnotes.model.reader;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.AttentionBiases;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.QkNorm;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.attention.Span;
import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.ConfigRule;
import dev.archnotes.model.config.DecoderConfig;
import dev.archnotes.model.config.StorageConfig;
import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Storage;
import dev.archnotes.model.vision.TiledVision;
import java.util.List;
import java.util.Optional;

/**
 * Llama 3.2 Vision: some layers read pictures by cross-attention, with gates, in place of the text.
 *
 * <p>Defaults for missing keys, from {@code configuration_mllama.py} of {@code huggingface/transformers}: every fifth
 * layer from the fourth on reads pictures, RoPE base 500,000, norms with 1e-5; an encoder of 32 and 8 layers of width
 * 1,280, 5,120 wide inside, tiles of 448 pixels in patches of 14, at most 4 of them in 8 ways, five layers of which
 * reach the projector beside the last one.
 */
final class PictureReadingConfigs {
    private static final String CROSS_LAYERS = "cross_attention_layers";
    private static final List<Long> CROSS_LAYERS_OF_11B = List.of(3L, 8L, 13L, 18L, 23L, 28L, 33L, 38L);

    private PictureReadingConfigs() {}

    static Architecture mllama(ConfigObject config) {
        ConfigObject text = VisionConfigs.text(config, "mllama_text_model");
        TiledVision vision = encoder(config.requiredObject("vision_config"));
        Architecture decoder = decoder(text, vision.entries());
        text.finish();
        config.understood("image_token_index");
        return VisionConfigs.with(decoder, Optional.of(vision), decoder.tiedEmbeddings());
    }

    private static Architecture decoder(ConfigObject config, long entries) {
        DecoderConfig decoder = new DecoderConfig(config, 8);
        SoftmaxAttention own = decoder.fullAttention(500_000, 1, Optional.empty(), AttentionBiases.NONE);
        SoftmaxAttention cross = decoder.attention(
                        own.headDim(),
                        new Span.Full(),
                        new PositionEncoding.None(),
                        Optional.of(new QkNorm(QkNorm.Scope.HEAD, true, false)),
                        AttentionBiases.NONE)
                .readingPictures(entries);
        DenseFeedForward dense = decoder.dense("intermediate_size", false);
        List<Long> given = config.integers(CROSS_LAYERS);
        List<Long> reading = config.has(CROSS_LAYERS) ? given : CROSS_LAYERS_OF_11B;
        long found = 0;
        for (long layer = 0; layer < decoder.layers(); layer++) {
            boolean reads = reading.contains(layer);
            found += reads ? 1 : 0;
            decoder.add(reads ? "cross" : "full", reads ? cross : own, "dense", dense);
        }
        if (found != reading.size()) {
            config.impossible(CROSS_LAYERS, "a layer that there is not among " + decoder.layers() + " layers", "");
        }
        if (found > 0) {
            long numbers = Math.multiplyExact(Attention.sum(cross.entryNumbers()), found);
            long bytes = Math.multiplyExact(2L, Math.multiplyExact(entries, numbers));
            config.findings()
                    .warning(
                            ConfigRule.NOT_MODELED,
                            config.pointer() + "/" + CROSS_LAYERS,
                            "a picture takes one place of the text and leaves up to " + Numerals.grouped(entries)
                                    + " keys and values in each of " + found + " layers, " + Numerals.grouped(bytes)
                                    + " bytes in 16 bits, that no figure of the cache counts",
                            "the figures are those of a text without pictures");
        }
        return decoder.build(decoder.preNorm("1e-5"), false, StorageConfig.read(config, Storage.BFLOAT16));
    }

    private static TiledVision encoder(ConfigObject config) {
        long width = config.positiveOr("hidden_size", 1_280);
        long ratios = config.entriesOr("supported_aspect_ratios", 8);
        long outputs = config.entriesOr("intermediate_layers_indices", 5) + 1;
        TiledVision vision = new TiledVision(
                width,
                config.positiveOr("num_hidden_layers", 32),
                config.positiveOr("num_global_layers", 8),
                config.positiveOr("intermediate_size", 5_120),
                config.positiveOr("image_size", 448),
                config.positiveOr("patch_size", 14),
                config.positiveOr("max_num_tiles", 4),
                ratios,
                outputs);
        VisionConfigs.colors(config, "num_channels");
        VisionConfigs.width(config, "vision_output_dim", Math.multiplyExact(outputs, width));
        VisionConfigs.width(config, "max_aspect_ratio_id", ratios);
        config.understood("attention_heads", "tie_word_embeddings");
        VisionConfigs.finish(config);
        return vision;
    }
}
