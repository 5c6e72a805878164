package dev.archnotes.site.drawing.history;

/** Places dates on a scale of years and prints them. */
final class Dates {
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private Dates() {}

    /** {@code 2024-12-26} as 2024.99. */
    static double year(String date) {
        String[] parts = date.split("-");
        double month = parts.length > 1 ? Integer.parseInt(parts[1]) - 1 : 6;
        double day = parts.length > 2 ? (Integer.parseInt(parts[2]) - 1) / 31.0 : 0.5;
        return Integer.parseInt(parts[0]) + (month + day) / 12;
    }

    /** {@code Dec 2024}. */
    static String month(String date) {
        String[] parts = date.split("-");
        return parts.length > 1 ? MONTHS[Integer.parseInt(parts[1]) - 1] + " " + parts[0] : parts[0];
    }

    /** {@code 26 Dec 2024}. */
    static String day(String date) {
        String[] parts = date.split("-");
        return parts.length > 2 ? Integer.parseInt(parts[2]) + " " + month(date) : month(date);
    }
}
