package dev.archnotes.model.number;

/**
 * Prints dates whatever the machine's language, and places them on a scale of years. A date is a day,
 * {@code 2024-12-26}, or a month, {@code 2024-12}, where the day is not known.
 */
public final class Dates {
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private Dates() {}

    /** As exactly as it is known: {@code 26 Dec 2024}, {@code Dec 2024}; a mere year is left as it is. */
    public static String print(String date) {
        String[] parts = date.split("-");
        if (parts.length == 1) {
            return date;
        }
        String month = month(date) + " " + parts[0];
        return parts.length == 2 ? month : Integer.parseInt(parts[2]) + " " + month;
    }

    /** The month of a day or of a month, {@code Dec}. */
    public static String month(String date) {
        return MONTHS[Integer.parseInt(date.split("-")[1]) - 1];
    }

    /** {@code 2024-12-26} as 2024.99; the middle of the month where there is no day. */
    public static double year(String date) {
        String[] parts = date.split("-");
        double month = parts.length > 1 ? Integer.parseInt(parts[1]) - 1 : 6;
        double day = parts.length > 2 ? (Integer.parseInt(parts[2]) - 1) / 31.0 : 0.5;
        return Integer.parseInt(parts[0]) + (month + day) / 12;
    }
}
