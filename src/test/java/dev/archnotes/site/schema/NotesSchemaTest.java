package dev.archnotes.site.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.json.JsonText;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.vision.VisionEncoder;
import dev.archnotes.site.cli.report.FindingsReport;
import dev.archnotes.site.read.NotesFormat;
import dev.archnotes.site.yaml.MappingShape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class NotesSchemaTest {
    private static final Path NOTES = Path.of("notes");

    private static Schema schema(NotesFormat format) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(NotesSchema.json(format), InputFormat.JSON);
    }

    private static List<String> faults(NotesFormat format, String yaml) {
        Object value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return schema(format).validate(JsonText.compact(value), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> theProjectsOwnFilesAreValid() {
        return Stream.of(NotesFormat.values())
                .map(format -> DynamicTest.dynamicTest(format.id(), () -> {
                    Map<Path, String> files = new TreeMap<>();
                    try (Stream<Path> all = Files.walk(NOTES)) {
                        for (Path file : all.filter(Files::isRegularFile).toList()) {
                            String name = file.getFileName().toString();
                            if (name.equals(format.file())) {
                                files.put(file, Files.readString(file));
                            } else if (format == NotesFormat.FRONT_MATTER && name.endsWith(".md")) {
                                files.put(file, Files.readString(file).split("(?m)^---$", 3)[1]);
                            }
                        }
                    }
                    assertThat(files).isNotEmpty();
                    files.forEach((file, yaml) ->
                            assertThat(faults(format, yaml)).as(file.toString()).isEmpty());
                }));
    }

    @Test
    void whatTheReadersRefuseTheSchemasRefuse() {
        assertThat(faults(NotesFormat.SITE, "{title: A, tagline: B}")).isEmpty();
        assertThat(faults(NotesFormat.SITE, "{title: A, tag_line: B}")).hasSize(2);
        assertThat(faults(NotesFormat.SITE, "{title: A, tagline: B, rules: {dead-link: of}}"))
                .hasSize(1);
        assertThat(faults(NotesFormat.SITE, "{title: A, tagline: B, rules: {dead-lnk: off}}"))
                .hasSize(1);
        assertThat(faults(NotesFormat.SITE, "{title: 2024, tagline: B}")).hasSize(1);
        assertThat(faults(NotesFormat.READING, "{groups: [{heading: A, concepts: one}]}"))
                .hasSize(1);
        assertThat(faults(NotesFormat.FRONT_MATTER, "{author: A, tags: a, draft: true}"))
                .isEmpty();
        assertThat(faults(NotesFormat.FRONT_MATTER, "{draft: maybe}")).hasSize(1);
    }

    /** The forms of the model say what its kinds are made of, apart from the reader that asks for them. */
    @Test
    void everyAttributeOfEveryKindIsInTheSchema() {
        MappingShape.Key variants = inside(NotesFormat.ARCHITECTURE.shape()).get("variants");
        Map<String, MappingShape.Key> variant = inside(variants.inside().orElseThrow());
        attributes(Attention.forms(), anyName(variant.get("attention")));
        attributes(FeedForward.forms(), anyName(variant.get("feed_forward")));
        attributes(VisionEncoder.forms(), variant.get("vision").inside().orElseThrow());
    }

    private static MappingShape anyName(MappingShape.Key key) {
        return key.inside().orElseThrow().names().orElseThrow().inside().orElseThrow();
    }

    private static Map<String, MappingShape.Key> inside(MappingShape shape) {
        return shape.keys().get("");
    }

    private static void attributes(List<? extends Form<?>> forms, MappingShape shape) {
        List<String> words = new ArrayList<>();
        for (Form<?> form : forms) {
            for (String word : form.words()) {
                words.add(word);
                Set<String> keys = shape.keys().get(word).keySet();
                List<String> expected = new ArrayList<>();
                form.attributes().stream()
                        .map(Attribute::key)
                        .filter(key -> !key.equals("span")) // its kinds stand beside the others, each with its own key
                        .forEach(expected::add);
                assertThat(keys).as(word).containsAll(expected);
            }
        }
        assertThat(shape.keys().keySet()).containsExactlyInAnyOrderElementsOf(words);
    }

    @Test
    void theSchemaOfFindingsDescribesThem() {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(FindingsSchema.json(), InputFormat.JSON);
        Location place = new Location("a.md", 3, 7);
        Diagnostic finding = Diagnostic.error(Rule.WRONG_FACT, place, "wrong")
                .withHint("write 5")
                .withEdit(place, "50", "5");
        String json = FindingsReport.json(
                Diagnostics.of(List.of(finding, finding.at(place.right(3)).withHint(""))), "notes/", 1);
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(json.replace("wrong-fact", "wrong-fiction"), InputFormat.JSON))
                .isNotEmpty();
    }
}
