package dev.archnotes.site.specification;

import dev.archnotes.model.form.Choice;
import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Source;
import dev.archnotes.site.yaml.YamlMapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping of an {@code architecture.yaml} as the source of a form.
 *
 * @param mapping the mapping
 * @param room the width that what it describes must fit into, 0 where nothing limits it
 * @param before how many mistakes had been reported when its reading began
 */
record MappingSource(YamlMapping mapping, long room, int before) implements Source {
    static MappingSource of(YamlMapping mapping) {
        return new MappingSource(mapping, 0, mapping.source().errors());
    }

    /** Reads a thing of one of several kinds; empty, with a finding, where its values cannot be. */
    static <K extends Described> Optional<K> kind(YamlMapping mapping, List<Form<? extends K>> forms) {
        try {
            return Optional.of(Form.readKind(MappingSource.of(mapping), forms));
        } catch (IllegalArgumentException reported) {
            return Optional.empty();
        }
    }

    /** Reads a thing of which there is one kind only. */
    static <K> K only(YamlMapping mapping, Form<K> form) {
        return form.read(MappingSource.of(mapping));
    }

    @Override
    public long size(String key) {
        return mapping.positive(key);
    }

    @Override
    public long sizeIf(boolean wanted, String key) {
        return wanted ? mapping.positive(key) : 0;
    }

    @Override
    public long count(String key, long absent) {
        if (absent > 0) {
            return mapping.has(key) ? mapping.positive(key) : absent;
        }
        return mapping.integerOr(key, absent);
    }

    @Override
    public boolean flag(String key, boolean absent) {
        return mapping.has(key) ? mapping.flag(key) : absent;
    }

    @Override
    public Optional<Double> decimal(String key) {
        Optional<Double> number = mapping.optionalNumber(key);
        if (number.isPresent() && number.get() <= 0) {
            mapping.impossible(key, "\"" + key + "\" is not more than 0", "leave it out where there is none");
        }
        return number;
    }

    @Override
    public String text(String key) {
        return mapping.text(key);
    }

    @Override
    public Optional<String> optionalText(String key) {
        return mapping.optionalText(key);
    }

    @Override
    public <E extends Choice> E choice(String key, List<E> all, Optional<E> absent) {
        Map<String, E> words = new LinkedHashMap<>();
        all.forEach(choice -> words.put(choice.word(), choice));
        return absent.isPresent() ? mapping.choiceOr(key, words, absent.get()) : mapping.choice(key, words, all.get(0));
    }

    @Override
    public <K> Form<? extends K> kind(List<Form<? extends K>> forms) {
        Map<String, Form<? extends K>> words = new LinkedHashMap<>();
        forms.forEach(form -> form.words().forEach(word -> words.put(word, form)));
        return mapping.choice("kind", words, forms.get(0));
    }

    @Override
    public void check(Described thing) {
        String named = mapping.optionalText("kind").orElse("");
        boolean known = thing.form().words().contains(named);
        if (known && !named.equals(thing.word()) && !failed()) {
            mapping.impossible("kind", thing.unlike(named), "write \"" + thing.word() + "\"");
        }
    }

    @Override
    public int oneOf(List<? extends Form<?>> alternatives) {
        int found = -1;
        for (int i = 0; i < alternatives.size(); i++) {
            for (String word : alternatives.get(i).words()) {
                if (!alternatives.get(i).attributes().isEmpty() && mapping.has(word)) {
                    if (found >= 0) {
                        String other = alternatives.get(found).words().get(0);
                        mapping.impossible(
                                word, "a " + other + " and a " + word + " in one attention", "keep one of them");
                    }
                    found = i;
                }
            }
        }
        return found;
    }

    @Override
    public Source nested(String key, long width) {
        return new MappingSource(mapping.mapping(key), width, before);
    }

    @Override
    public Optional<Source> optionalNested(String key) {
        return mapping.optionalMapping(key).map(value -> new MappingSource(value, 0, before));
    }

    @Override
    public boolean failed() {
        return mapping.source().errors() > before;
    }

    @Override
    public void impossible(String key, String message, String hint) {
        mapping.impossible(mapping.has(key) ? key : "kind", message, hint);
    }

    @Override
    public void finish() {
        mapping.finish();
    }
}
