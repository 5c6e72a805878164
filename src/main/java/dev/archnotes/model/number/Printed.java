package dev.archnotes.model.number;

/**
 * A printed figure in its parts: {@code 671} and {@code B}, {@code 68.6} and {@code KiB}, {@code 3.17 × 10²⁴} and
 * {@code FLOP}.
 *
 * @param number the digits, with a power of ten where there is one
 * @param space what stands between number and unit
 * @param unit the unit, empty where there is none
 */
public record Printed(String number, String space, String unit) {
    private static final String NARROW_SPACE = "\u202F";

    /** A number without a unit. */
    public static Printed of(String number) {
        return new Printed(number, "", "");
    }

    /** A number and a letter behind it: {@code 671B}. */
    static Printed joined(String number, String letter) {
        return new Printed(number, "", letter);
    }

    /** A number and its unit with a narrow space between them: {@code 68.6 KiB}. */
    public static Printed spaced(String number, String unit) {
        return new Printed(number, NARROW_SPACE, unit);
    }

    /** All of it. */
    public String text() {
        return number + space + unit;
    }
}
