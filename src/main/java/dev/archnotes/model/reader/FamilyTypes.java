package dev.archnotes.model.reader;

import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.ConfigRule;
import dev.archnotes.model.config.ModelTypes;
import dev.archnotes.model.config.TypeFamily;
import dev.archnotes.model.spec.Architecture;
import java.util.List;

/**
 * The model types of some families, as a script for the browser has them: one with all readers would weigh more than a
 * page may load for a configuration.
 */
public final class FamilyTypes implements ModelTypes {
    private final List<String> names;
    private final List<TypeFamily> families;

    /**
     * The types of some families.
     *
     * @param names all types that can be read, be it elsewhere
     * @param families those that are read here
     */
    public FamilyTypes(List<String> names, List<TypeFamily> families) {
        this.names = names;
        this.families = families;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public String whyNot(String type) {
        for (TypeFamily family : families) {
            String why = family.whyNot(type);
            if (!why.isEmpty()) {
                return why;
            }
        }
        return "";
    }

    @Override
    public Architecture architecture(String type, ConfigObject config) {
        for (TypeFamily family : families) {
            if (family.names().contains(type)) {
                return family.read(type, config);
            }
        }
        config.findings()
                .error(
                        ConfigRule.UNKNOWN_MODEL_TYPE,
                        config.pointer() + "/model_type",
                        "the type \"" + type + "\" inside one of another family is read by the command line only",
                        "archnotes fit FILE");
        throw new IllegalArgumentException(type);
    }
}
