package dev.archnotes.site.read;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.content.Claim;
import dev.archnotes.site.content.Evidence;
import dev.archnotes.site.content.Timeline;
import dev.archnotes.site.yaml.YamlMapping;
import dev.archnotes.site.yaml.YamlSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code timeline.yaml}: eras, events and the histories of mechanisms. */
final class TimelineReader {
    private static final Pattern DATE =
            Pattern.compile("(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?");
    private static final Map<String, Integer> LEVELS = Map.of("1", 1, "2", 2);
    private static final Map<String, Timeline.EventKind> KINDS = Map.of(
            "paper", Timeline.EventKind.PAPER,
            "model", Timeline.EventKind.MODEL,
            "release", Timeline.EventKind.RELEASE,
            "system", Timeline.EventKind.SYSTEM);

    private static final Map<String, Timeline.ModelPart> PARTS = Map.of(
            "attention", Timeline.ModelPart.ATTENTION,
            "feed-forward", Timeline.ModelPart.FEED_FORWARD,
            "normalization", Timeline.ModelPart.NORMALIZATION,
            "positions", Timeline.ModelPart.POSITIONS,
            "embedding", Timeline.ModelPart.EMBEDDING);

    private TimelineReader() {}

    static Timeline read(String path, String text, Diagnostics.Builder findings) {
        return new YamlSource(path, 1, findings)
                .mapping(text)
                .map(TimelineReader::timeline)
                .orElse(Timeline.EMPTY);
    }

    static Timeline timeline(YamlMapping top) {
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
                    entry.error(
                            Rule.DUPLICATE_ID,
                            "id",
                            "the id \"" + id + "\" is used on line " + before.line() + " already",
                            "");
                }
            });
        }
    }

    private static Timeline.Era era(YamlMapping mapping) {
        int from = mapping.year("from");
        int to = mapping.year("to");
        if (to < from && from == mapping.positive("from")) {
            mapping.impossible("to", "the era ends in " + to + ", before it begins in " + from, "");
        }
        Timeline.Era era =
                new Timeline.Era(mapping.text("id"), mapping.text("name"), from, to, mapping.text("summary"));
        mapping.finish();
        return era;
    }

    private static Timeline.Event event(YamlMapping mapping) {
        Timeline.Event event = new Timeline.Event(
                date(mapping),
                mapping.text("era"),
                mapping.choice("level", LEVELS, 1),
                mapping.choice("kind", KINDS, Timeline.EventKind.PAPER),
                mapping.text("title"),
                mapping.text("text"),
                mapping.texts("concepts"),
                mapping.texts("models"),
                mapping.optionalText("cite").orElse(""),
                mapping.optionalText("source").orElse(""),
                mapping.location(),
                mapping.places("era", "concepts", "models", "cite"));
        if (event.cite().isEmpty() && event.source().isEmpty()) {
            mapping.error(
                    Rule.MISSING_KEY,
                    "title",
                    "the event has no source",
                    "add \"cite\" with a key of the bibliography, or \"source\" with an address");
        }
        mapping.finish();
        return event;
    }

    private static Timeline.History mechanism(YamlMapping mapping) {
        String name = mapping.text("name");
        Timeline.History mechanism = new Timeline.History(
                mapping.text("id"),
                name,
                mapping.optionalText("short").orElse(name),
                mapping.choice("part", PARTS, Timeline.ModelPart.ATTENTION),
                Timeline.Explained.parse(mapping.text("concept")),
                mapping.optionalText("feature").orElse(""),
                mapping.optionalMappings("descends").stream()
                        .map(TimelineReader::descent)
                        .toList(),
                new Timeline.Course(
                        step(mapping.mapping("introduced")), steps(mapping, "adopted"), steps(mapping, "dropped")),
                mapping.optionalText("note").orElse(""),
                mapping.places("concept", "feature"));
        mapping.finish();
        return mechanism;
    }

    private static Timeline.Descent descent(YamlMapping mapping) {
        Timeline.Descent descent = new Timeline.Descent(mapping.text("from"), claim(mapping), mapping.location("from"));
        mapping.finish();
        return descent;
    }

    private static List<Timeline.Step> steps(YamlMapping mapping, String key) {
        return mapping.optionalMappings(key).stream().map(TimelineReader::step).toList();
    }

    private static Timeline.Step step(YamlMapping mapping) {
        Timeline.Step step = new Timeline.Step(
                date(mapping),
                mapping.text("by"),
                mapping.optionalText("remark").orElse(""),
                mapping.optionalText("model").orElse(""),
                mapping.texts("variants"),
                claim(mapping),
                mapping.optionalMapping("from").map(TimelineReader::origin),
                mapping.location(),
                mapping.places("model", "variants"));
        if (!step.variants().isEmpty() && step.model().isEmpty()) {
            mapping.error(
                    Rule.MISSING_KEY,
                    "variants",
                    "variants of which model?",
                    "add \"model\" with the slug of its note");
        }
        mapping.finish();
        return step;
    }

    private static Timeline.Origin origin(YamlMapping mapping) {
        Timeline.Origin origin = new Timeline.Origin(mapping.text("step"), claim(mapping), mapping.location("step"));
        mapping.finish();
        return origin;
    }

    private static Claim claim(YamlMapping mapping) {
        return new Claim(
                mapping.choice("kind", LineageReader.EVIDENCE, Evidence.INFERENCE),
                mapping.text("cite"),
                mapping.optionalText("locator").orElse(""),
                mapping.location("cite"));
    }

    private static String date(YamlMapping mapping) {
        String date = mapping.text("date");
        if (!date.isEmpty() && !DATE.matcher(date).matches()) {
            mapping.error(
                    Rule.WRONG_TYPE,
                    "date",
                    "\"date\" is \"" + date + "\", expected a date such as 2024-12-26 or 2024-12",
                    "");
            return "";
        }
        return date;
    }
}
