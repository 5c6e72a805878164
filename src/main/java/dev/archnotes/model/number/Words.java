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

    /** {@code twelve days}, {@code five weeks}, {@code nine months}, {@code nearly six years}. */
    public static String span(long days) {
        if (days < 21) {
            return count(days, "day");
        }
        if (days < 60) {
            return count(Math.round(days / 7.0), "week");
        }
        return days < 700 ? count(Math.round(days / 30.44), "month") : years(days / 365.25);
    }

    private static String years(double years) {
        long whole = (long) years;
        double rest = years - whole;
        return rest < 0.2
                ? count(whole, "year")
                : rest < 0.8 ? "more than " + count(whole, "year") : "nearly " + count(whole + 1, "year");
    }

    private static String count(long number, String unit) {
        return number(number) + " " + unit + (number == 1 ? "" : "s");
    }
}
