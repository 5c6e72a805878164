package dev.archnotes.drawing;

/**
 * A model that takes up a mechanism or gives it up.
 *
 * @param date {@code 2024-12-26} or {@code 2024-12}
 * @param by who, with a remark perhaps
 * @param described whether it is one of the models that the site describes
 */
public record Adoption(String date, String by, boolean described) {}
