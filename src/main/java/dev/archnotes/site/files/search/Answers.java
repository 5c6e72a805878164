package dev.archnotes.site.files.search;

import dev.archnotes.model.compare.Mechanism;
import dev.archnotes.model.compare.MechanismGroup;
import dev.archnotes.model.compare.MechanismProfile;
import dev.archnotes.model.deployment.Card;
import dev.archnotes.model.fact.FactDefinition;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Explanation;
import dev.archnotes.site.content.Glossary;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.SearchWords;
import dev.archnotes.site.page.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a query may name: models, facts, mechanisms, terms, cards; each with all its names. */
final class Answers {
    /** Short keys of conditions such as {@code experts>128}: of a fact, of a mechanism, or of both. */
    private static final Map<String, List<String>> KEYS = keys();

    private static final int NOWHERE = -1;

    private final Catalogue catalogue;
    private final List<FactDefinition> facts;
    private final Map<String, Integer> sections;
    private final SearchWords words;
    private final List<MechanismGroup> mechanisms = new ArrayList<>();

    /** The terms of the glossary by their spellings, without spaces and the like; of two with one, the first. */
    private final Map<String, Glossary.Term> terms = new HashMap<>();

    private final List<MechanismProfile> profiles;

    /**
     * Knows what can be named.
     *
     * @param facts the facts that can be asked for, by number
     * @param sections the number of each section, by its address
     */
    Answers(Catalogue catalogue, List<FactDefinition> facts, Map<String, Integer> sections) {
        this.catalogue = catalogue;
        this.facts = facts;
        this.sections = sections;
        this.words = catalogue.library().search();
        this.profiles = catalogue.variants().stream()
                .map(variant -> MechanismProfile.of(variant.architecture()))
                .toList();
        catalogue
                .library()
                .glossary()
                .terms()
                .forEach(term -> term.spellings().forEach(word -> terms.putIfAbsent(squashed(word), term)));
        for (String key : MechanismGroup.keys()) {
            MechanismGroup group = MechanismGroup.named(key).orElseThrow();
            if (!group.equals(MechanismGroup.ALL) && !catalogue.variants().isEmpty()) {
                mechanisms.add(group);
            }
        }
    }

    /** Everything as values that JSON can hold; lists in place of objects, because there are many. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("terms", terms());
        values.put("meanings", meanings());
        values.put("questions", questions());
        if (!catalogue.variants().isEmpty()) {
            values.put("families", families());
            values.put("models", models());
            values.put("facts", facts());
            values.put("mechanisms", mechanisms());
            values.put("keys", filterKeys());
            values.put("pairs", pairs());
            values.put(
                    "cards",
                    Card.ALL.stream()
                            .map(card -> List.<Object>of(card.word(), card.name(), card.bytes()))
                            .toList());
        }
        return values;
    }

    private List<String> questions() {
        if (!words.questions().isEmpty() || catalogue.variants().isEmpty()) {
            return words.questions();
        }
        return List.of("total>100B", "active<10B", "longest context", "smallest cache");
    }

    private List<Object> families() {
        List<Object> families = new ArrayList<>();
        for (ModelFamily family : catalogue.families()) {
            List<String> names = new ArrayList<>(List.of(family.slug(), family.name()));
            names.addAll(also(words.names(), family.slug()));
            families.add(List.of(
                    catalogue.familyName(family),
                    section(Paths.family(family.slug()).value()),
                    variants(family.flagship()),
                    joined(names),
                    family.slug()));
        }
        return families;
    }

    private int variants(Variant variant) {
        return catalogue.variants().stream().map(Variant::id).toList().indexOf(variant.id());
    }

    /** The sections of pages that set two families side by side, by the numbers of the families. */
    private Map<String, Object> pairs() {
        Map<String, Object> pairs = new LinkedHashMap<>();
        List<ModelFamily> families = catalogue.families();
        for (int first = 0; first < families.size(); first++) {
            for (int second = first + 1; second < families.size(); second++) {
                int section = section(
                        Paths.pair(families.get(first), families.get(second)).value());
                if (section != NOWHERE) {
                    pairs.put(first + "-" + second, section);
                }
            }
        }
        return pairs;
    }

    private List<Object> models() {
        List<String> slugs =
                catalogue.families().stream().map(ModelFamily::slug).toList();
        List<Object> models = new ArrayList<>();
        for (Variant variant : catalogue.variants()) {
            models.add(List.of(
                    variant.name(),
                    variant.id(),
                    slugs.indexOf(variant.family()),
                    joined(also(words.names(), variant.id()))));
        }
        return models;
    }

    private List<Object> facts() {
        List<Object> all = new ArrayList<>();
        for (FactDefinition fact : facts) {
            String path = fact.path().text();
            all.add(List.of(path, fact.label(), joined(also(words.facts(), path))));
        }
        return all;
    }

    /** Name, section, the share of layers in each variant that uses it, all names. */
    private List<Object> mechanisms() {
        List<Object> all = new ArrayList<>();
        for (MechanismGroup group : mechanisms) {
            Explanation explanation = catalogue.library().explanations().byId().get(group.key());
            Set<String> names = new LinkedHashSet<>(List.of(group.key(), group.label()));
            if (explanation != null) {
                names.add(explanation.name());
                glossary(explanation.name()).ifPresent(term -> names.addAll(term.spellings()));
            }
            glossary(group.label()).ifPresent(term -> names.addAll(term.spellings()));
            glossary(group.key()).ifPresent(term -> names.addAll(term.spellings()));
            names.addAll(also(words.mechanisms(), group.key()));
            int section = explanation == null || explanation.concept().isEmpty()
                    ? NOWHERE
                    : section(concept(explanation.concept(), explanation.anchor()));
            all.add(List.of(group.label(), section, shares(group), joined(names)));
        }
        return all;
    }

    private Optional<Glossary.Term> glossary(String name) {
        return Optional.ofNullable(terms.get(squashed(name)));
    }

    private static String squashed(String name) {
        return String.join("", Tokens.of(name));
    }

    /** A number for each variant: the layers that use it in percent, 0 where none does. */
    private String shares(MechanismGroup group) {
        List<String> shares = new ArrayList<>();
        for (MechanismProfile profile : profiles) {
            double share = 0;
            for (Mechanism member : group.members()) {
                share += profile.share(member);
            }
            shares.add(Long.toString(share == 0 ? 0 : Math.max(1, Math.round(Math.min(1, share) * 100))));
        }
        return String.join(" ", shares);
    }

    /** The keys of conditions: the short ones first, then all paths and mechanisms by their own names. */
    private List<Object> filterKeys() {
        List<String> paths = facts.stream().map(fact -> fact.path().text()).toList();
        List<String> groups = mechanisms.stream().map(MechanismGroup::key).toList();
        List<Object> keys = new ArrayList<>();
        KEYS.forEach((key, names) -> keys.add(List.of(
                key,
                names.get(0).equals(AskableFacts.ATTENTION) ? -2 : paths.indexOf(names.get(0)),
                groups.indexOf(names.get(1)))));
        return keys;
    }

    /** Terms of the glossary, and titles of concepts. */
    private List<Object> terms() {
        List<Object> terms = new ArrayList<>();
        for (Glossary.Term term : catalogue.library().glossary().terms()) {
            int section = term.section().isEmpty() ? NOWHERE : section(concept(term.concept(), term.anchor()));
            terms.add(List.of(section == NOWHERE ? section(Paths.term(term.id())) : section, joined(term.spellings())));
        }
        for (Note concept : catalogue.concepts()) {
            terms.add(List.of(section(Paths.note(concept).value()), concept.title()));
        }
        return terms;
    }

    private List<Object> meanings() {
        List<Object> meanings = new ArrayList<>();
        for (SearchWords.Meaning meaning : words.words()) {
            int section = NOWHERE;
            if (!meaning.section().isEmpty()) {
                section = section(concept(meaning.concept(), meaning.anchor()));
            } else if (!meaning.page().isEmpty()) {
                section = section(meaning.page() + "/");
            }
            meanings.add(List.of(joined(meaning.also()), meaning.means(), section));
        }
        return meanings;
    }

    private static String concept(String slug, String anchor) {
        return Paths.concept(slug).value() + (anchor.isEmpty() ? "" : "#" + anchor);
    }

    private int section(String href) {
        return sections.getOrDefault(href, NOWHERE);
    }

    private static List<String> also(List<SearchWords.OtherNames> names, String of) {
        return names.stream()
                .filter(name -> name.of().equals(of))
                .flatMap(name -> name.also().stream())
                .toList();
    }

    private static String joined(Iterable<String> names) {
        return String.join("|", names).replace("\n", " ");
    }

    private static Map<String, List<String>> keys() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        fact(keys, "total", FactPath.PARAMETERS_TOTAL);
        fact(keys, "active", FactPath.PARAMETERS_ACTIVE_ALL);
        fact(keys, "layers", FactPath.LAYERS);
        fact(keys, "hidden", FactPath.HIDDEN_SIZE);
        fact(keys, "vocabulary", FactPath.VOCABULARY_SIZE);
        fact(keys, "context", FactPath.CONTEXT_CONFIGURED);
        keys.put("attention", List.of(AskableFacts.ATTENTION, ""));
        fact(keys, "heads", FactPath.ATTENTION_HEADS);
        fact(keys, "kv", FactPath.ATTENTION_KV_HEADS);
        fact(keys, "head-dim", FactPath.ATTENTION_HEAD_DIM);
        both(keys, "window", FactPath.ATTENTION_WINDOW, Mechanism.SLIDING_WINDOW.key());
        fact(keys, "chunk", FactPath.ATTENTION_CHUNK);
        uses(keys, "sinks", Mechanism.ATTENTION_SINKS.key());
        both(keys, "qk-norm", FactPath.ATTENTION_QK_NORM, MechanismGroup.QK_NORM.key());
        fact(keys, "nope", FactPath.POSITIONS_NOPE_LAYERS);
        fact(keys, "rope", FactPath.POSITIONS_ROPE_BASE);
        uses(keys, "yarn", Mechanism.YARN.key());
        fact(keys, "norm", FactPath.NORMALIZATION_KIND);
        fact(keys, "placement", FactPath.NORMALIZATION_PLACEMENT);
        fact(keys, "activation", FactPath.FEED_FORWARD_ACTIVATION);
        uses(keys, "moe", Mechanism.MIXTURE_OF_EXPERTS.key());
        fact(keys, "experts", FactPath.FEED_FORWARD_EXPERTS);
        fact(keys, "top-k", FactPath.FEED_FORWARD_EXPERTS_PER_TOKEN);
        fact(keys, "shared", FactPath.FEED_FORWARD_SHARED_EXPERTS);
        fact(keys, "cache", FactPath.KV_CACHE_BYTES_PER_TOKEN);
        fact(keys, "cache32k", FactPath.kvCacheBytesAt(32_768));
        fact(keys, "weights", FactPath.WEIGHTS_RELEASED_BYTES);
        fact(keys, "precision", FactPath.RELEASED_PRECISION);
        fact(keys, "tokens", FactPath.TRAINING_TOKENS);
        uses(keys, "tied", Mechanism.TIED_EMBEDDINGS.key());
        both(keys, "vision", FactPath.VISION, Mechanism.VISION.key());
        uses(keys, "mtp", Mechanism.PREDICTION_MODULE.key());
        fact(keys, "license", FactPath.LICENSE);
        fact(keys, "organization", FactPath.ORGANIZATION);
        fact(keys, "released", FactPath.RELEASED);
        return keys;
    }

    private static void fact(Map<String, List<String>> keys, String key, FactPath path) {
        keys.put(key, List.of(path.text(), ""));
    }

    private static void uses(Map<String, List<String>> keys, String key, String mechanism) {
        keys.put(key, List.of("", mechanism));
    }

    private static void both(Map<String, List<String>> keys, String key, FactPath path, String mechanism) {
        keys.put(key, List.of(path.text(), mechanism));
    }
}
