package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Timeline;
import java.util.List;

/** Is the timeline in order: eras, the events of each era, and the steps of each mechanism? */
final class TimelineDates implements Check {

    @Override
    public void check(Catalogue catalogue, Diagnostics.Builder findings) {
        Timeline timeline = catalogue.library().timeline();
        String before = "";
        for (Timeline.Event event : timeline.events()) {
            checkOrder(before, event.date(), "event", event.place(), findings);
            before = event.date().isEmpty() ? before : event.date();
            timeline.eras().stream()
                    .filter(era -> era.id().equals(event.era()))
                    .forEach(era -> checkEra(event, era, findings));
        }
        for (Timeline.History mechanism : timeline.histories()) {
            for (List<Timeline.Step> steps : List.of(mechanism.adopted(), mechanism.dropped())) {
                before = mechanism.introduced().date();
                for (Timeline.Step step : steps) {
                    checkOrder(before, step.date(), "step", step.place(), findings);
                    before = step.date().isEmpty() ? before : step.date();
                }
            }
        }
    }

    private static void checkEra(Timeline.Event event, Timeline.Era era, Diagnostics.Builder findings) {
        String from = Integer.toString(era.from());
        String to = Integer.toString(era.to());
        boolean outside = isBefore(event.date(), from) || isBefore(to, event.date());
        if (outside) {
            findings.add(Diagnostic.error(
                    Rule.IMPOSSIBLE_VALUE,
                    event.place(),
                    "an event of " + event.date() + " in the era \"" + era.id() + "\", which is " + from + " to "
                            + to));
        }
    }

    private static void checkOrder(
            String before, String date, String what, Location place, Diagnostics.Builder findings) {
        if (isBefore(date, before)) {
            findings.add(Diagnostic.error(
                            Rule.IMPOSSIBLE_VALUE,
                            place,
                            "this " + what + " is of " + date + ", the one before it of " + before)
                    .withHint("put them in order of date"));
        }
    }

    /** Whether a date is earlier than another, as far as both are known: 2024-12 is not earlier than 2024-12-26. */
    private static boolean isBefore(String date, String other) {
        int known = Math.min(date.length(), other.length());
        return date.substring(0, known).compareTo(other.substring(0, known)) < 0;
    }
}
