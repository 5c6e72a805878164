package dev.archnotes.site.files.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.archnotes.CsvRows;
import dev.archnotes.Variants;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.fact.Dictionary;
import dev.archnotes.model.fact.Fact;
import dev.archnotes.model.fact.FactDefinition;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.fact.FactValue;
import dev.archnotes.model.fact.PublishedFigures;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.json.JsonSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DataFilesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String MODELS = ModelsJson.array(Variants.ALL, FactSheet::of);

    private static List<Error> errors(String json) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaJson.text(), InputFormat.JSON);
        return schema.validate(json, InputFormat.JSON);
    }

    private static String object(Variant model) {
        return ModelsJson.object(model, FactSheet.of(model), PublishedFigures.of(List.of(model), FactSheet::of));
    }

    private static JsonNode model(String id) {
        for (JsonNode model : JSON.readTree(MODELS)) {
            if (model.path("id").stringValue().equals(id)) {
                return model;
            }
        }
        throw new AssertionError(id);
    }

    @Test
    void theSchemaAcceptsTheModels() {
        assertThat(errors(MODELS)).isEmpty();
    }

    @Test
    void theSchemaAcceptsABareConfiguration() {
        Path file = Path.of("src/test/resources/configs/other/mixtral-8x7b.json");
        Variant model = JsonSource.model("mixtral-8x7b.json", Variants.text(file), Diagnostics.builder())
                .orElseThrow();
        JsonNode node = JSON.readTree(object(model));

        assertThat(errors("[" + object(model) + "]")).isEmpty();
        assertThat(node.get("released").isNull()).isTrue();
        assertThat(node.get("organization").isNull()).isTrue();
        assertThat(node.get("organisation").isNull()).isTrue();
    }

    @Test
    void theSchemaRefusesWhatIsNotInTheDictionary() {
        assertThat(errors(MODELS.replaceFirst("\"layers\"", "\"layer_count\""))).hasSizeGreaterThanOrEqualTo(2);
        assertThat(errors(MODELS.replaceFirst("\"kv_rank\": 512", "\"kv_rank\": \"512\"")))
                .hasSize(1);
        assertThat(errors(MODELS.replaceFirst("\"verdict\": \"exact\"", "\"verdict\": \"fine\"")))
                .hasSize(1);
        assertThat(errors("{}")).isNotEmpty();
    }

    @Test
    void theContractsExampleHoldsLiterally() {
        JsonNode example = JSON.readTree("""
                { "id": "deepseek-v3-671b", "model": "deepseek-v3-r1", "name": "DeepSeek V3",
                  "organization": "DeepSeek", "organisation": "DeepSeek", "released": "2024-12-26",
                  "parameters": { "total": 671026419200, "with_extras": 682636487424,
                                  "active": { "all": 37552297472, "without_input_embedding": 36625618432,
                                              "without_embeddings": 35698939392 },
                                  "groups": { "embedding": 926679040, "head": 926679040 } },
                  "kv_cache": { "bytes_per_token": 70272, "growing_bytes_per_token": 70272, "fixed_bytes": 0,
                                "bytes_at": { "4096": 287834112, "32768": 2302672896, "131072": 9210691584 } },
                  "published": { "total": {"text": "671B"}, "active": {"text": "37B"} } }
                """);
        assertContains(model("deepseek-v3-671b"), example, "");
        for (String key : List.of(
                "layers",
                "hidden_size",
                "attention",
                "feed_forward",
                "positions",
                "normalization",
                "context",
                "license")) {
            assertThat(model("deepseek-v3-671b").has(key)).as(key).isTrue();
        }
    }

    private static void assertContains(JsonNode whole, JsonNode part, String path) {
        for (String key : part.propertyNames()) {
            if (part.get(key).isObject()) {
                assertContains(whole.path(key), part.get(key), path + "/" + key);
            } else {
                assertThat(whole.path(key).toString())
                        .as(path + "/" + key)
                        .isEqualTo(part.get(key).toString());
            }
        }
    }

    @Test
    void modelsAreSortedById() {
        List<String> ids = new ArrayList<>();
        JSON.readTree(MODELS).forEach(model -> ids.add(model.get("id").stringValue()));
        assertThat(ids).isSorted().hasSize(Variants.ALL.size());
    }

    @Test
    void severalFiguresOfOneQuantityAreAllListed() {
        List<String> active = new ArrayList<>();
        model("deepseek-v3-671b").get("published_all").forEach(figure -> {
            if (figure.get("quantity").stringValue().equals("active")) {
                active.add(figure.get("text").stringValue() + " "
                        + figure.get("verdict").stringValue());
            }
        });
        assertThat(active).containsExactly("37B rounded", "36.7B different");
    }

    @Test
    void largeValuesAreExactIntegers() {
        assertThat(model("llama-3.1-405b").path("training").path("flops").toString())
                .isEqualTo("37594505163571200000000000");
        assertThat(model("kimi-k2-1t").path("feed_forward").path("sparsity").toString())
                .isEqualTo("48");
        assertThat(model("olmo-2-1b").path("training").path("gpu_hours").isNull())
                .isTrue();
        assertThat(MODELS)
                .doesNotContain("E+")
                .doesNotContain("e+")
                .doesNotContain("\r")
                .endsWith("]\n");
    }

    @Test
    void everyKeyIsInTheDictionaryAndHasItsType() {
        Set<FactPath> used = new HashSet<>();
        List<Variant> models = new ArrayList<>(Variants.ALL);
        models.addAll(Variants.configured());
        for (Variant model : models) {
            for (Fact fact : FactSheet.of(model).facts()) {
                used.add(fact.path());
                FactDefinition definition = Dictionary.of(fact.path());
                FactDefinition.Type type = definition.type();
                boolean fits = fact.value() instanceof FactValue.Whole && type == FactDefinition.Type.INTEGER
                        || fact.value() instanceof FactValue.Ratio && type == FactDefinition.Type.NUMBER
                        || fact.value() instanceof FactValue.Words && type == FactDefinition.Type.TEXT
                        || fact.value() instanceof FactValue.Flag && type == FactDefinition.Type.FLAG
                        || fact.value() instanceof FactValue.NotPublished && definition.nullable();
                assertThat(fits).as(fact.toString()).isTrue();
            }
        }
        assertThat(Dictionary.DEFINITIONS.stream().map(FactDefinition::path).filter(path -> !used.contains(path)))
                .isEmpty();
    }

    @Test
    void theTableHasOneRowAVariantAndOneColumnAPath() {
        List<List<String>> rows = CsvRows.of(ModelsCsv.of(Variants.ALL, FactSheet::of));

        assertThat(rows)
                .hasSize(Variants.ALL.size() + 1)
                .allSatisfy(row -> assertThat(row).hasSize(Dictionary.DEFINITIONS.size() + Dictionary.RENAMED.size()));
        int total = rows.get(0).indexOf("parameters.total");
        int license = rows.get(0).indexOf("license");
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.get(0)).isEqualTo("grok-2");
            assertThat(row.get(total)).isEqualTo("269515497472");
            assertThat(row.get(license)).isEqualTo("xAI Community License Agreement");
        });
    }

    @Test
    void theDictionaryExplainsEveryColumn() {
        List<List<String>> rows = CsvRows.of(DictionaryCsv.text());

        assertThat(rows)
                .hasSize(Dictionary.DEFINITIONS.size() + Dictionary.RENAMED.size() + 1)
                .allSatisfy(row -> assertThat(row).hasSize(5).doesNotContain(""));
    }

    @Test
    void aRenamedPathKeepsItsFormerNameForOneVersionOfTheSchema() {
        JsonNode schema = JSON.readTree(SchemaJson.text());
        JsonNode properties = schema.at("/$defs/model/properties");
        List<List<String>> rows = CsvRows.of(ModelsCsv.of(Variants.ALL, FactSheet::of));
        int column = rows.get(0).indexOf("organization");

        assertThat(schema.get("schema_version").intValue()).isEqualTo(2);
        assertThat(properties.get("organisation").get("deprecated").booleanValue())
                .isTrue();
        assertThat(properties.get("organization").has("deprecated")).isFalse();
        JSON.readTree(MODELS)
                .forEach(model -> assertThat(model.get("organisation")).isEqualTo(model.get("organization")));
        assertThat(rows.get(0).get(column + 1)).isEqualTo("organisation");
        assertThat(rows.subList(1, rows.size()))
                .allSatisfy(row -> assertThat(row.get(column + 1)).isEqualTo(row.get(column)));
        assertThat(DictionaryCsv.text()).contains("organisation").contains("Deprecated");
        assertThat(Dictionary.named("organisation")).isEqualTo(Dictionary.named("organization"));
        assertThat(FactSheet.of(Variants.of("grok-2"))
                        .named("organisation")
                        .orElseThrow()
                        .value()
                        .print())
                .isEqualTo("xAI");
    }

    @Test
    void theSameModelsGiveTheSameBytesInAnyOrderAndLocale() {
        List<Variant> shuffled = new ArrayList<>(Variants.ALL);
        Collections.reverse(shuffled);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(ModelsJson.array(shuffled, FactSheet::of)).isEqualTo(MODELS);
            assertThat(ModelsCsv.of(shuffled, FactSheet::of)).isEqualTo(ModelsCsv.of(Variants.ALL, FactSheet::of));
        } finally {
            Locale.setDefault(before);
        }
    }
}
