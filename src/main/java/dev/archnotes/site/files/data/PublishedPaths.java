package dev.archnotes.site.files.data;

import dev.archnotes.model.fact.Dictionary;
import dev.archnotes.model.fact.FactDefinition;
import dev.archnotes.model.fact.FactPath;
import java.util.ArrayList;
import java.util.List;

/**
 * The paths of the published data files: those of the dictionary, and for one version of the schema the former name of
 * a path that was renamed, beside the new one.
 */
final class PublishedPaths {
    /** Goes up when a path of the data files is renamed or removed. */
    static final int SCHEMA_VERSION = 2;

    private PublishedPaths() {}

    /** These paths, each followed by its former name. */
    static List<FactPath> withRenamed(List<FactPath> paths) {
        List<FactPath> all = new ArrayList<>();
        for (FactPath path : paths) {
            all.add(path);
            Dictionary.formerly(path).ifPresent(all::add);
        }
        return all;
    }

    /** The dictionary's facts, each followed by itself under its former name. */
    static List<FactDefinition> definitions() {
        List<FactDefinition> all = new ArrayList<>();
        for (FactDefinition fact : Dictionary.DEFINITIONS) {
            all.add(fact);
            Dictionary.formerly(fact.path()).ifPresent(path -> all.add(deprecated(path, fact)));
        }
        return all;
    }

    static boolean isDeprecated(FactPath path) {
        return Dictionary.RENAMED.containsKey(path.text());
    }

    private static FactDefinition deprecated(FactPath path, FactDefinition fact) {
        return new FactDefinition(
                path,
                fact.label(),
                fact.group(),
                fact.type(),
                fact.nullable(),
                "Deprecated: the same as " + fact.path() + ", left out from version " + (SCHEMA_VERSION + 1)
                        + " of the schema on.");
    }
}
