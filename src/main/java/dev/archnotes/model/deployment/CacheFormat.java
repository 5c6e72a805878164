package dev.archnotes.model.deployment;

import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The number formats of a cache, by the names that engines give them. Recurrent state stays in its own format. */
public enum CacheFormat {
    BITS_16("16", "16 bits", NumberFormat.BF16),
    BITS_8("8", "8 bits", NumberFormat.BITS_8),
    BITS_4("4", "4 bits", NumberFormat.BITS_4),
    Q8_0("q8_0", "Q8_0", NumberFormat.Q8_0),
    Q5_1("q5_1", "Q5_1", NumberFormat.Q5_1),
    Q5_0("q5_0", "Q5_0", NumberFormat.Q5_0),
    Q4_1("q4_1", "Q4_1", NumberFormat.Q4_1),
    Q4_0("q4_0", "Q4_0", NumberFormat.Q4_0);

    private final String word;
    private final String label;
    private final NumberFormat numbers;

    CacheFormat(String word, String label, NumberFormat numbers) {
        this.word = word;
        this.label = label;
        this.numbers = numbers;
    }

    /** The name by which it is asked for. */
    public String word() {
        return word;
    }

    /** Its name in tables. */
    public String label() {
        return label;
    }

    /** The bytes of so many numbers. */
    long bytes(long numbers) {
        return Math.addExact(this.numbers.bits(numbers), 7) / 8;
    }

    /** The bytes of the cache of one sequence, states included. */
    public long bytes(Architecture architecture, long context) {
        Load load = Load.of(context, 1);
        long bytes = 0;
        for (LayerBlock kind : architecture.kinds()) {
            LayerCache layer = LayerCache.of(kind.attention(), this, load, false);
            long each = Math.addExact(layer.cacheBytes(), layer.stateBytes());
            bytes = Math.addExact(bytes, Math.multiplyExact(each, kind.count()));
        }
        return bytes;
    }

    /** The format of a name: {@code 8}, {@code fp8}, {@code q8_0}; bf16, fp16 and f16 are 16 bits. */
    public static Optional<CacheFormat> named(String name) {
        String plain = WeightFormat.lower(name);
        for (CacheFormat format : values()) {
            if (format.word.equals(plain)) {
                return Optional.of(format);
            }
        }
        if (plain.equals("bf16") || plain.equals("fp16") || plain.equals("f16")) {
            return Optional.of(BITS_16);
        }
        return plain.equals("fp8") || plain.equals("int8") ? Optional.of(BITS_8) : Optional.empty();
    }

    /** All names, in their order. */
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (CacheFormat format : values()) {
            words.add(format.word);
        }
        return words;
    }
}
