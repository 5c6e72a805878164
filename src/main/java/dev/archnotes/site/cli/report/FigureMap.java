package dev.archnotes.site.cli.report;

import dev.archnotes.model.deployment.FitFigures;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts figures into a map in their order, groups of them into maps of their own. */
final class FigureMap implements FitFigures.Sink {
    private final Deque<Map<String, Object>> open = new ArrayDeque<>();
    private List<Object> list = List.of();

    FigureMap(Map<String, Object> map) {
        open.push(map);
    }

    @Override
    public void whole(String key, long value) {
        open.element().put(key, value);
    }

    @Override
    public void decimal(String key, long units, int places) {
        open.element().put(key, BigDecimal.valueOf(units, places));
    }

    @Override
    public void word(String key, String value) {
        open.element().put(key, value);
    }

    @Override
    public void flag(String key, boolean value) {
        open.element().put(key, value);
    }

    @Override
    public void none(String key) {
        open.element().put(key, null);
    }

    @Override
    public void open(String key) {
        Map<String, Object> group = new LinkedHashMap<>();
        open.element().put(key, group);
        open.push(group);
    }

    @Override
    public void close() {
        open.pop();
    }

    @Override
    public void openList(String key) {
        list = new ArrayList<>();
        open.element().put(key, list);
    }

    @Override
    public void openItem() {
        Map<String, Object> group = new LinkedHashMap<>();
        list.add(group);
        open.push(group);
    }

    @Override
    public void closeList() {
        list = List.of();
    }
}
