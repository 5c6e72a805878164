package dev.archnotes.model.number;

import java.util.Locale;

/** Small words of a sentence. */
public final class Words {
    private static final String[] NUMBERS = {
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"
    };

    private Words() {}

    /** {@code nine} for 9, {@code 20} for 20. */
    public static String number(long number) {
        return number < NUMBERS.length ? NUMBERS[(int) number] : Long.toString(number);
    }

    /** With a capital at the start. */
    public static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
