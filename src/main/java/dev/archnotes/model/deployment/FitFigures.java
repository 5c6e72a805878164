package dev.archnotes.model.deployment;

/**
 * The figures of a fit by name, as the command line and the page of the calculator give them to machines. They are
 * handed over one by one, so that a browser need not have the maps of Java.
 */
public final class FitFigures {
    private FitFigures() {}

    /** Takes figures in their order. */
    public interface Sink {
        /** A whole number. */
        void whole(String key, long value);

        /** A number with so many decimal places. */
        void decimal(String key, long units, int places);

        /** A word. */
        void word(String key, String value);

        /** Yes or no. */
        void flag(String key, boolean value);

        /** What is not known, or not asked. */
        void none(String key);

        /** Begins a group of figures. */
        void open(String key);

        /** Ends it. */
        void close();

        /** Begins a list of groups. */
        void openList(String key);

        /** Begins one group of a list; {@link #close} ends it. */
        void openItem();

        /** Ends the list. */
        void closeList();
    }

    /**
     * All figures: sizes over all cards, what each card holds, what else would fit, and bounds of speed.
     *
     * @param fit what is run
     * @param memoryBytes the memory of one card, 0 where none is asked for
     * @param megabytesPerSecond its bandwidth, 0 where it is not known
     * @param gigaflops its dense 16-bit rate, 0 where it is not known
     */
    public static void write(Fit fit, long memoryBytes, long megabytesPerSecond, long gigaflops, Sink out) {
        Setup setup = fit.setup();
        out.whole("context", setup.load().context());
        out.whole("sequences", setup.load().sequences());
        out.whole("prefix", setup.load().prefix());
        out.word("weights", setup.weights().word());
        out.word("cache", setup.cache().word());
        out.flag("whole_windows", setup.engine().wholeWindows());
        out.whole("cards", setup.cards().count());
        out.word("split", setup.cards().split().word());
        out.open("bytes");
        parts(fit.together(), out);
        out.close();
        out.decimal("bits_per_weight", fit.tenThousandthsOfBitsPerWeight(), 4);
        out.whole("cache_bytes_per_sequence", fit.bytesPerSequence());
        out.whole("fullest_card_bytes", fit.fullest().totalBytes());
        out.openList("each_card");
        for (CardLoad card : fit.cards()) {
            out.openItem();
            out.whole("cards", card.cards());
            parts(card, out);
            out.close();
        }
        out.closeList();
        if (memoryBytes > 0) {
            out.whole("memory_bytes", memoryBytes);
            out.flag("fits", fit.fits(memoryBytes));
            out.whole("spare_bytes", memoryBytes - fit.fullest().totalBytes());
            out.whole("longest_context", fit.longestContext(memoryBytes));
            out.whole("most_sequences", fit.mostSequences(memoryBytes));
            long fewest = fit.fewestCards(memoryBytes);
            if (fewest <= Cards.MOST) {
                out.whole("fewest_cards", fewest);
            } else {
                out.none("fewest_cards");
            }
        } else {
            out.none("memory_bytes");
            out.none("fits");
            out.none("spare_bytes");
            out.none("longest_context");
            out.none("most_sequences");
            out.none("fewest_cards");
        }
        Speed speed = new Speed(fit, megabytesPerSecond, gigaflops);
        out.whole("operations_per_step", speed.stepFlops());
        out.whole("bytes_read_per_step", speed.bytesRead());
        if (megabytesPerSecond > 0) {
            out.decimal("most_tokens_per_second", speed.mostTokensInThousandSeconds(), 3);
            out.decimal("least_seconds_to_first_token", speed.firstTokenMicroseconds(), 6);
        } else {
            out.none("most_tokens_per_second");
            out.none("least_seconds_to_first_token");
        }
    }

    private static void parts(CardLoad load, Sink out) {
        out.whole("weights", load.weightBytes());
        out.whole("image_encoder", load.imageEncoderBytes());
        out.whole("cache", load.cacheBytes());
        out.whole("state", load.stateBytes());
        out.whole("workspace", load.workspaceBytes());
        out.whole("runtime", load.runtimeBytes());
        out.whole("total", load.totalBytes());
    }
}
