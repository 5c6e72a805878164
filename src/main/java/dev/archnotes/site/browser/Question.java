package dev.archnotes.site.browser;

import dev.archnotes.model.deployment.CacheFormat;
import dev.archnotes.model.deployment.Cards;
import dev.archnotes.model.deployment.Engine;
import dev.archnotes.model.deployment.Load;
import dev.archnotes.model.deployment.Setup;
import dev.archnotes.model.deployment.Split;
import dev.archnotes.model.deployment.WeightFormat;
import dev.archnotes.model.spec.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the form of the calculator asks, as words with a space between them, in the order of the fields of
 * {@code question.js}: format of the weights, of the cache, context, sequences, prefix, number of cards, split, memory
 * of a card in bytes, its bandwidth in 10⁶ bytes a second, its dense rate in 10⁹ operations a second, room for the
 * engine in bytes or -1 for the usual, {@code y} or {@code n} for the image encoder and for whole windows.
 *
 * @param setup what is run
 * @param memoryBytes memory of one card
 * @param megabytesPerSecond its bandwidth, 0 where it is not known
 * @param gigaflops its dense rate, 0 where it is not known
 */
record Question(Setup setup, long memoryBytes, long megabytesPerSecond, long gigaflops) {
    private static final long MOST = 1L << 52;

    /** The question of a model in words; an {@link IllegalArgumentException} says what is wrong. */
    static Question of(String code, String words) {
        Architecture architecture = ArchitectureCode.read(code);
        List<String> in = words(words);
        if (in.size() != 13) {
            throw new IllegalArgumentException("not 13 words");
        }
        if (architecture.layers() > Architecture.MOST_LAYERS) {
            throw new IllegalArgumentException("more than " + Architecture.MOST_LAYERS + " layers");
        }
        WeightFormat weights = known(WeightFormat.named(in.get(0)), in.get(0));
        CacheFormat cache = known(CacheFormat.named(in.get(1)), in.get(1));
        Load load = new Load(number(in.get(2)), number(in.get(3)), number(in.get(4)));
        if (load.context() > Load.LONGEST_CONTEXT || load.sequences() > Load.MOST_SEQUENCES) {
            throw new IllegalArgumentException("too many tokens or sequences");
        }
        Cards cards = new Cards(number(in.get(5)), known(Split.named(in.get(6)), in.get(6)));
        Engine usual = Engine.usual(architecture)
                .withImages(in.get(11).equals("y") ? ArchitectureCode.imageWeights(code) : 0)
                .withWholeWindows(in.get(12).equals("y"));
        Engine engine = in.get(10).equals("-1") ? usual : usual.withOverhead(number(in.get(10)));
        return new Question(
                new Setup(architecture, weights, cache, load, engine, cards),
                number(in.get(7)),
                number(in.get(8)),
                number(in.get(9)));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', from)) {
            words.add(text.substring(from, at));
            from = at + 1;
        }
        words.add(text.substring(from));
        return words;
    }

    private static long number(String word) {
        if (word.isEmpty() || word.length() > 16) {
            throw new IllegalArgumentException("\"" + word + "\" is no number");
        }
        long number = 0;
        for (char digit : word.toCharArray()) {
            if (digit < '0' || digit > '9') {
                throw new IllegalArgumentException("\"" + word + "\" is no number");
            }
            number = 10 * number + digit - '0';
        }
        if (number > MOST) {
            throw new IllegalArgumentException(word + " is too large");
        }
        return number;
    }

    private static <T> T known(Optional<T> found, String word) {
        if (found.isEmpty()) {
            throw new IllegalArgumentException("\"" + word + "\" is not known");
        }
        return found.get();
    }
}
