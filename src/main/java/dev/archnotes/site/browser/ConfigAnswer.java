package dev.archnotes.site.browser;

import dev.archnotes.model.config.ConfigFindings;
import dev.archnotes.model.config.ConfigRule;
import dev.archnotes.model.config.ConfigValue;
import dev.archnotes.model.config.TypeFamily;
import dev.archnotes.model.json.JsonWriter;
import dev.archnotes.model.reader.ConfigReader;
import dev.archnotes.model.reader.FamilyTypes;
import dev.archnotes.model.spec.Variant;
import java.util.List;
import java.util.Optional;

/** What the calculator says of a configuration, as JSON; the same text on the JVM and in a browser. */
final class ConfigAnswer {
    private ConfigAnswer() {}

    /**
     * The model that a configuration describes, as code, with what is wrong with it or not understood.
     *
     * @param known all model types that the page can read, sorted
     * @param families those that are read here
     */
    static String of(String[] known, List<TypeFamily> families, String file, ConfigValue config) {
        JsonWriter out = new JsonWriter().open('{');
        Findings findings = new Findings(out.key("findings").open('['));
        Optional<Variant> model = ConfigReader.read(new FamilyTypes(List.of(known), families), file, config, findings);
        out.close(']');
        model.ifPresent(spec -> out.key("name")
                .value(spec.name())
                .key("context")
                .value(spec.context().configured())
                .key("code")
                .value(ArchitectureCode.writeFirst(spec.architecture())));
        return out.close('}').toString();
    }

    /** Writes findings down as they come. */
    private static final class Findings implements ConfigFindings {
        private final JsonWriter out;
        private int errors;

        Findings(JsonWriter out) {
            this.out = out;
        }

        @Override
        public void error(ConfigRule rule, String pointer, String message, String hint) {
            errors++;
            add("error", message, hint);
        }

        @Override
        public void warning(ConfigRule rule, String pointer, String message, String hint) {
            add("warning", message, hint);
        }

        @Override
        public int errors() {
            return errors;
        }

        private void add(String severity, String message, String hint) {
            out.open('{')
                    .key("severity")
                    .value(severity)
                    .key("message")
                    .value(message)
                    .key("hint")
                    .value(hint)
                    .close('}');
        }
    }
}
