package dev.archnotes.site.yaml;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.ComposerException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.Parser;

/**
 * The events of a YAML text as far as they make a tree that is worth composing: neither deep nor large, without a list
 * or mapping that stands in two places, and with tags that can be some. The parser itself works through any depth; what
 * composes its events, and all that walks through the nodes, calls itself for each level.
 */
final class BoundedEvents implements Parser {
    static final int DEEPEST = 50;
    static final int MOST = 100_000;

    private final Parser events;
    private final Set<Anchor> collections = new HashSet<>();
    private int depth;
    private int nodes;

    BoundedEvents(Parser events) {
        this.events = events;
    }

    @Override
    public boolean hasNext() {
        return events.hasNext();
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return events.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return events.peekEvent();
    }

    @Override
    public Event next() {
        Event event = events.next();
        if (event instanceof AliasEvent alias && collections.contains(alias.getAlias())) {
            throw broken("the alias \"*" + alias.getAlias().getValue() + "\" repeats a list or mapping", event);
        }
        if (tag(event).filter(BoundedEvents::isNone).isPresent()) {
            throw broken("the tag begins or ends with a space", event);
        }
        if (event instanceof NodeEvent && ++nodes > MOST) {
            throw broken("there are more than " + MOST + " values", event);
        }
        if (event instanceof CollectionStartEvent start) {
            start.getAnchor().ifPresent(collections::add);
            if (++depth > DEEPEST) {
                throw broken("values are nested more than " + DEEPEST + " deep", event);
            }
        }
        if (event.getEventId() == Event.ID.SequenceEnd || event.getEventId() == Event.ID.MappingEnd) {
            depth--;
        }
        return event;
    }

    private static Optional<String> tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
    }

    /** The parser reads {@code !%20}, and the composer ends at it with an exception of no place. */
    private static boolean isNone(String tag) {
        return tag.isEmpty() || tag.trim().length() < tag.length();
    }

    private static ComposerException broken(String problem, Event event) {
        Optional<Mark> place = event.getStartMark();
        return new ComposerException(problem, place);
    }
}
