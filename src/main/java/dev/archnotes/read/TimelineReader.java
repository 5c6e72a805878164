package dev.archnotes.read;

import dev.archnotes.content.Timeline;
import dev.archnotes.diagnostic.Diagnostics;
import dev.archnotes.diagnostic.Location;
import dev.archnotes.diagnostic.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code timeline.yaml}: eras, events and the histories of mechanisms. */
final class TimelineReader {
    private static final Pattern DATE = Pattern.compile("(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?");
    private static final Map<String, Integer> LEVELS = Map.of("1", 1, "2", 2);
    private static final Map<String, String> KINDS = Map.of("paper", "paper", "model", "model", "release", "release", "system", "system");

    private TimelineReader() {}

    static Timeline read(String path, String text, Diagnostics.Builder findings) {
        return new YamlSource(path, 1, findings).mapping(text).map(TimelineReader::timeline).orElse(Timeline.EMPTY);
    }

    private static Timeline timeline(YamlMapping top) {
        List<YamlMapping> eras = top.mappings("eras");
        List<YamlMapping> mechanisms = top.optionalMappings("mechanisms");
        reportDuplicates(eras);
        reportDuplicates(mechanisms);
        Timeline timeline = new Timeline(
                eras.stream().map(TimelineReader::era).toList(),
                top.mappings("events").stream().map(TimelineReader::event).toList(),
                mechanisms.stream().map(TimelineReader::mechanism).toList());
        top.finish();
        return timeline;
    }

    private static void reportDuplicates(List<YamlMapping> entries) {
        Map<String, Location> first = new HashMap<>();
        for (YamlMapping entry : entries) {
            entry.optionalText("id").ifPresent(id -> {
                Location before = first.putIfAbsent(id, entry.location("id"));
                if (before != null) {
                    entry.error(Rule.DUPLICATE_ID, "id", "the id \"" + id + "\" is used on line " + before.line() + " already", "");
                }
            });
        }
    }

    private static Timeline.Era era(YamlMapping mapping) {
        int from = (int) mapping.positive("from");
        int to = (int) mapping.positive("to");
        if (to < from) {
            mapping.impossible("to", "the era ends in " + to + ", before it begins in " + from, "");
        }
        Timeline.Era era = new Timeline.Era(mapping.text("id"), mapping.text("name"), from, to, mapping.text("summary"));
        mapping.finish();
        return era;
    }

    private static Timeline.Event event(YamlMapping mapping) {
        Timeline.Event event = new Timeline.Event(
                date(mapping),
                mapping.text("era"),
                mapping.choice("level", LEVELS, 1),
                mapping.choice("kind", KINDS, "paper"),
                mapping.text("title"),
                mapping.text("text"),
                mapping.texts("concepts"),
                mapping.texts("models"),
                mapping.optionalText("cite").orElse(""),
                mapping.optionalText("source").orElse(""),
                mapping.location(),
                mapping.places("era", "concepts", "models", "cite"));
        if (event.cite().isEmpty() && event.source().isEmpty()) {
            mapping.error(Rule.MISSING_KEY, "title", "the event has no source", "add \"cite\" with a key of the bibliography, or \"source\" with an address");
        }
        mapping.finish();
        return event;
    }

    private static Timeline.Mechanism mechanism(YamlMapping mapping) {
        Timeline.Mechanism mechanism = new Timeline.Mechanism(
                mapping.text("id"),
                mapping.text("name"),
                step(mapping.mapping("introduced")),
                steps(mapping, "adopted"),
                steps(mapping, "dropped"),
                mapping.optionalText("note").orElse(""));
        mapping.finish();
        return mechanism;
    }

    private static List<Timeline.Step> steps(YamlMapping mapping, String key) {
        List<Timeline.Step> steps = new ArrayList<>();
        mapping.optionalMappings(key).forEach(step -> steps.add(step(step)));
        return steps;
    }

    private static Timeline.Step step(YamlMapping mapping) {
        Timeline.Step step = new Timeline.Step(
                date(mapping),
                mapping.text("by"),
                mapping.optionalText("model").orElse(""),
                mapping.text("cite"),
                mapping.location(),
                mapping.places("model", "cite"));
        mapping.finish();
        return step;
    }

    private static String date(YamlMapping mapping) {
        String date = mapping.text("date");
        if (!date.isEmpty() && !DATE.matcher(date).matches()) {
            mapping.error(Rule.WRONG_TYPE, "date", "\"date\" is \"" + date + "\", expected a date such as 2024-12-26 or 2024-12", "");
            return "";
        }
        return date;
    }
}
