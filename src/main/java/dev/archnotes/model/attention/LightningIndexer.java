package dev.archnotes.model.attention;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.form.Source;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Unit;
import java.util.Optional;

/**
 * The lightning indexer of sparse attention (arXiv:2512.02556, section 2.1): a few small heads score every token that
 * is seen against one index key a token, and attention reads only the tokens that score highest.
 *
 * @param heads index heads
 * @param headDim dimensions of an index head, and the numbers of an index key
 * @param topK the most tokens that attention reads
 * @param block tokens of a block that is chosen as a whole, 1 where tokens are chosen one by one
 * @param shared whether the layer has no indexer and reads the tokens that the last layer with one has chosen
 *     (arXiv:2603.12201)
 */
public record LightningIndexer(long heads, long headDim, long topK, long block, boolean shared) implements Described {
    private static final Attribute<Long> HEADS = Attribute.size("heads", "Index heads");
    private static final Attribute<Long> HEAD_DIM = Attribute.size("head_dim", "Index head dimension");
    private static final Attribute<Long> TOP_K = Attribute.size("top_k", "Tokens read");
    private static final Attribute<Long> BLOCK = Attribute.count("block", "Block", 1);
    private static final Attribute<Boolean> SHARED = Attribute.flag("shared", "Shared", false);

    static final Form<LightningIndexer> FORM =
            Form.plain(LightningIndexer::read).with(HEADS, HEAD_DIM, TOP_K, BLOCK, SHARED);

    static final Attribute<Long> INDEX_HEADS =
            Attribute.derivedCount("index_heads", "Index heads", "Heads that score tokens for sparse attention.");
    static final Attribute<Long> INDEX_HEAD_DIM = Attribute.derivedCount(
            "index_head_dim", "Index head dimension", "Dimensions of an index head and numbers of an index key.");
    static final Attribute<Long> TOKENS_READ = Attribute.derivedCount(
                    "tokens_read", "Tokens read", "The most tokens that sparse attention reads.")
            .in(Unit.TOKENS);

    private static LightningIndexer read(Source in) {
        return new LightningIndexer(HEADS.read(in), HEAD_DIM.read(in), TOP_K.read(in), BLOCK.read(in), SHARED.read(in));
    }

    public LightningIndexer {
        if (heads <= 0 || headDim <= 0 || topK <= 0) {
            throw new IllegalArgumentException("each size must be positive");
        }
        if (block <= 0 || topK % block != 0) {
            throw new IllegalArgumentException(topK + " tokens read are no whole blocks of " + block);
        }
    }

    @Override
    public Form<?> form() {
        return FORM;
    }

    @Override
    public void writeTo(Sink out) {
        HEADS.write(out, heads);
        HEAD_DIM.write(out, headDim);
        TOP_K.write(out, topK);
        BLOCK.write(out, block);
        SHARED.write(out, shared);
    }

    @Override
    public String phrase() {
        String read = "top " + Numerals.grouped(topK) + (block > 1 ? " in blocks of " + block : "");
        return shared ? read + " of a layer below" : heads + " heads of " + headDim + ", " + read;
    }

    /** What a layer has that reads the tokens chosen by this one. */
    public LightningIndexer reused() {
        return new LightningIndexer(heads, headDim, topK, block, true);
    }

    /** The facts of an attention that may have one. */
    static void factsTo(Sink out, Optional<LightningIndexer> indexer) {
        INDEX_HEADS.write(out, indexer.map(LightningIndexer::heads).orElse(0L));
        INDEX_HEAD_DIM.write(out, indexer.map(LightningIndexer::headDim).orElse(0L));
        TOKENS_READ.write(out, indexer.map(LightningIndexer::topK).orElse(0L));
    }

    /** The tokens read of so many that are seen. */
    static long tokensRead(Optional<LightningIndexer> indexer, long visible) {
        return indexer.isPresent() ? Math.min(indexer.get().topK(), visible) : visible;
    }

    /** The width of all index queries together. */
    long queryWidth() {
        return Math.multiplyExact(heads, headDim);
    }

    /** Multiply-adds of the scores of one token against one index key; none where another layer has chosen. */
    long multiplyAddsPerToken() {
        return shared ? 0 : queryWidth();
    }
}
