package dev.archnotes.site.page;

/** Prints dates as {@code 26 Dec 2024}, whatever the machine's language. */
public final class Dates {
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private Dates() {}

    /** A day, {@code 2024-12-26}, or a month, {@code 2024-12}. */
    public static String print(String iso) {
        if (iso.length() < 7) {
            return iso;
        }
        String month = MONTHS[Integer.parseInt(iso.substring(5, 7)) - 1] + " " + iso.substring(0, 4);
        return iso.length() < 10 ? month : Integer.parseInt(iso.substring(8, 10)) + " " + month;
    }
}
