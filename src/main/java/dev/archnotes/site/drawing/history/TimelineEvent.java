package dev.archnotes.site.drawing.history;

import dev.archnotes.model.number.Dates;

/**
 * Something that happened.
 *
 * @param date {@code 2024-12-26}, or {@code 2024-12} where the day is not established
 * @param title what happened, in a few words
 * @param model whether it is the release of a model, rather than a paper
 * @param described whether it is one of the models that the site describes
 * @param href where it leads, or empty
 */
public record TimelineEvent(String date, String title, boolean model, boolean described, String href) {
    /** The date as a year with its fraction, the middle of the month where there is no day. */
    double year() {
        return Dates.year(date);
    }
}
