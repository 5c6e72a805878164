package dev.archnotes.site.yaml;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Finds out what a reader of a file knows, by answering whatever it asks for: it is the one who says which keys there
 * are, so that no list of them can differ from it. Where a reader goes one way or another, by a word of a closed set or
 * by whether a key is there, it is asked again until nothing new comes for a long time. The answers follow from a fixed
 * seed.
 */
public final class Explorer {
    /** The name of what the author names. */
    static final String ANY_NAME = "any";

    private static final int ENOUGH = 400;

    private final SplittableRandom random = new SplittableRandom(1);
    private final Asked top = new Asked();
    private Map<Node, Visit> visits = new IdentityHashMap<>();
    private int sinceNews;

    private Explorer() {}

    /** The keys that a reader asks for at the top of a file. */
    public static MappingShape explore(Consumer<YamlMapping> reader) {
        Explorer explorer = new Explorer();
        while (explorer.sinceNews++ < ENOUGH) {
            explorer.visits = new IdentityHashMap<>();
            MappingNode node = mapping();
            explorer.visits.put(node, explorer.new Visit(explorer.top));
            reader.accept(new YamlMapping(YamlSource.explored(explorer), node));
            explorer.visits.values().forEach(Visit::end);
        }
        return explorer.top.shape();
    }

    private static MappingNode mapping() {
        return new MappingNode(Tag.MAP, new ArrayList<>(), FlowStyle.BLOCK);
    }

    private Visit visit(MappingNode node) {
        Visit visit = visits.get(node);
        if (visit == null) {
            // an empty mapping in the place of what is not one
            visit = new Visit(new Asked());
            visits.put(node, visit);
        }
        return visit;
    }

    /** What stands under a key: what the reader hopes for. */
    Node answer(MappingNode where, String key, Shape shape, boolean required, String hint) {
        Visit visit = visit(where);
        Node before = visit.written.get(key);
        if (before != null && fits(before, shape)) {
            visit.ask(key, shape, required, hint);
            return before;
        }
        Asked.Entry entry = visit.ask(key, shape, required, hint);
        Node node = value(entry, shape);
        if (visit.written.isEmpty() && key.equals(MappingShape.KIND) && shape.kind() == Shape.Kind.CHOICE) {
            visit.kind = ((ScalarNode) node).getValue();
        }
        visit.written.put(key, node);
        return node;
    }

    private static boolean fits(Node node, Shape shape) {
        return switch (shape.kind()) {
            case MAPPING -> node instanceof MappingNode;
            case LIST -> node instanceof SequenceNode;
            default -> node instanceof ScalarNode;
        };
    }

    private Node value(Asked.Entry entry, Shape shape) {
        return switch (shape.kind()) {
            case MAPPING -> inside(entry);
            case LIST ->
                new SequenceNode(Tag.SEQ, List.of(value(entry, shape.items().orElseThrow())), FlowStyle.BLOCK);
            case WHOLE -> scalar(Long.toString(shape.least() + random.nextInt(2)), Tag.INT);
            case NUMBER -> scalar("1", Tag.INT);
            case FLAG -> scalar(Boolean.toString(random.nextInt(2) == 0), Tag.BOOL);
            case CHOICE -> scalar(shape.words().get(random.nextInt(shape.words().size())), Tag.STR);
            case TEXT -> scalar(shape == Shape.DATE ? "2024-12-26" : ANY_NAME, Tag.STR);
            case WORD, WORDS -> scalar(ANY_NAME, Tag.STR);
        };
    }

    private Node inside(Asked.Entry entry) {
        MappingNode node = mapping();
        visits.put(node, new Visit(entry.inside()));
        return node;
    }

    private static Node scalar(String value, Tag tag) {
        return new ScalarNode(tag, value, ScalarStyle.PLAIN);
    }

    /** Whether a key is there, which may go either way. */
    boolean has(MappingNode where, String key) {
        Visit visit = visit(where);
        return visit.written.containsKey(key) || random.nextInt(2) == 0;
    }

    Optional<Node> written(MappingNode where, String key) {
        return Optional.ofNullable(visit(where).written.get(key));
    }

    /** The keys of a mapping whose author chooses them. */
    List<String> names(MappingNode where) {
        visit(where).asked.named = true;
        return List.of(ANY_NAME);
    }

    void close(MappingNode where) {
        visit(where).asked.closed = true;
    }

    /** One reading of a mapping. */
    private final class Visit {
        private final Asked asked;
        private final Map<String, Node> written = new LinkedHashMap<>();
        private final Map<String, Boolean> required = new LinkedHashMap<>();
        private String kind = "";

        Visit(Asked asked) {
            this.asked = asked;
        }

        Asked.Entry ask(String key, Shape shape, boolean must, String hint) {
            required.merge(key, must, Boolean::logicalOr);
            Map<String, Asked.Entry> entries = asked.kinds.computeIfAbsent(kind, word -> new LinkedHashMap<>());
            Asked.Entry entry = entries.get(key);
            if (entry == null) {
                entry = new Asked.Entry(shape, must && asked.visits.getOrDefault(kind, 0) == 0, hint);
                entries.put(key, entry);
                sinceNews = 0;
            } else if (entry.hint.isEmpty()) {
                entry.hint = hint;
            }
            return entry;
        }

        void end() {
            asked.visits.merge(kind, 1, Integer::sum);
            asked.kinds.getOrDefault(kind, Map.of()).forEach((key, entry) -> {
                if (entry.required && !required.getOrDefault(key, false)) {
                    entry.required = false;
                    sinceNews = 0;
                }
            });
        }
    }

    /** All that was asked of one mapping so far. */
    private static final class Asked {
        private final Map<String, Map<String, Entry>> kinds = new LinkedHashMap<>();
        private final Map<String, Integer> visits = new LinkedHashMap<>();
        private boolean closed;
        private boolean named;

        private static final class Entry {
            private final Shape shape;
            private boolean required;
            private String hint;
            private @Nullable Asked inside;

            Entry(Shape shape, boolean required, String hint) {
                this.shape = shape;
                this.required = required;
                this.hint = hint;
            }

            Asked inside() {
                Asked there = inside == null ? new Asked() : inside;
                inside = there;
                return there;
            }

            MappingShape.Key key() {
                return new MappingShape.Key(
                        shape, required, hint, Optional.ofNullable(inside).map(Asked::shape));
            }
        }

        MappingShape shape() {
            Map<String, Map<String, MappingShape.Key>> keys = new LinkedHashMap<>();
            Optional<MappingShape.Key> names = Optional.empty();
            Map<String, Entry> common = kinds.getOrDefault("", Map.of());
            for (Map.Entry<String, Map<String, Entry>> kind : kinds.entrySet()) {
                Map<String, MappingShape.Key> ofKind = new LinkedHashMap<>();
                if (!kind.getKey().isEmpty()) {
                    common.forEach((key, entry) -> ofKind.put(key, entry.key()));
                }
                kind.getValue().forEach((key, entry) -> ofKind.put(key, entry.key()));
                if (named) {
                    names = Optional.ofNullable(ofKind.remove(ANY_NAME));
                }
                if (!kind.getKey().isEmpty() || kinds.size() == 1) {
                    keys.put(kind.getKey(), ofKind);
                }
            }
            return new MappingShape(keys, closed, names);
        }
    }
}
