package dev.archnotes.model.reader;

import dev.archnotes.model.config.ConfigFindings;
import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.ConfigRule;
import dev.archnotes.model.config.ConfigValue;
import dev.archnotes.model.config.ModelClasses;
import dev.archnotes.model.config.ModelTypes;
import dev.archnotes.model.config.NeighborFile;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Context;
import dev.archnotes.model.spec.Training;
import dev.archnotes.model.spec.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a Hugging Face {@code config.json}.
 *
 * <p>Every key is either understood, known to be harmless, or reported with its value: nothing is guessed. A size that
 * is missing is an error; what else may be missing, and what then stands in, is said by the class of each family.
 */
public final class ConfigReader {
    private static final long GEMMA_CONTEXT = 131_072;
    private static final long PALIGEMMA_CONTEXT = 8_192;
    private static final long FALCON_CONTEXT = 2_048;

    /** So many types are told at once; more would bury the message that they belong to. */
    private static final int FEW_TYPES = 12;

    private ConfigReader() {}

    /**
     * The model that a configuration describes; empty, with errors among the findings, where it does not describe one.
     *
     * @param types the model types that can be read
     * @param path the file; id and name come from its name, or from its folder where it is a {@code config.json}
     * @param top the object at the top
     * @param findings takes errors, and a warning for each key without a part in the figures
     */
    public static Optional<Variant> read(ModelTypes types, String path, ConfigValue top, ConfigFindings findings) {
        ConfigObject config = new ConfigObject(types, findings, top, "");
        if (!config.has("model_type")) {
            Optional<NeighborFile> other = NeighborFile.of(top);
            if (other.isPresent()) {
                findings.error(
                        ConfigRule.WRONG_FILE,
                        "",
                        other.get().message(),
                        other.get().hint());
            } else {
                config.missing("model_type", known(types));
            }
            return Optional.empty();
        }
        String type = config.optionalText("model_type").orElse("");
        boolean otherGit = type.equals("git") && !config.texts("architectures").contains("Grok1ForCausalLM");
        if (findings.errors() > 0) {
            return Optional.empty();
        }
        boolean known = types.names().contains(type) && !otherGit;
        Optional<ConfigObject> decoder = known ? Optional.empty() : VisionConfigs.inside(config);
        String inner = decoder.flatMap(own -> own.optionalText("model_type")).orElse("");
        if (!known && !types.names().contains(inner)) {
            findings.error(
                    ConfigRule.UNKNOWN_MODEL_TYPE,
                    "/model_type",
                    "the model type \"" + type + "\" cannot be read"
                            + (otherGit ? " unless it is Grok 2 (Grok1ForCausalLM)" : "")
                            + (inner.isEmpty() ? "" : ", nor can \"" + inner + "\", that of the decoder inside")
                            + types.whyNot(type),
                    hint(types, type));
            return Optional.empty();
        }
        ModelClasses.check(config);
        try {
            Architecture read = decoder.map(own -> alone(config, type, own, inner))
                    .orElseGet(() -> types.architecture(type, config));
            types.check(read);
            Architecture architecture = types.stored(config, read);
            long context = context(config, known ? type : inner);
            config.finish();
            String name = name(path, type) + (known ? "" : ", text decoder only");
            return findings.errors() > 0 ? Optional.empty() : Optional.of(spec(name, architecture, context));
        } catch (IllegalArgumentException impossible) {
            return refused("/model_type", String.valueOf(impossible.getMessage()), findings);
        } catch (ArithmeticException overflow) {
            // its own message is Java's, and missing once the virtual machine has compiled the code that throws it
            return refused(
                    largest(top, "").pointer(),
                    "the sizes are too large, a figure does not fit into 64 bits",
                    findings);
        }
    }

    /** Of a model of an unknown type the decoder, which is of a known one; what is left out is said. */
    private static Architecture alone(ConfigObject config, String type, ConfigObject decoder, String inner) {
        Architecture text = VisionConfigs.with(config, config.types().architecture(inner, decoder), Optional.empty());
        decoder.finish();
        List<String> rest = config.notAskedFor();
        config.understood(rest.toArray(new String[0]));
        config.findings()
                .warning(
                        ConfigRule.NOT_MODELED,
                        "/model_type",
                        "the model type \"" + type + "\" is not known: only the decoder inside, of the type \"" + inner
                                + "\", is counted" + (rest.isEmpty() ? "" : ", without " + String.join(", ", rest)),
                        "");
        return text;
    }

    /** A wrong value reported before may be all there is to it. */
    private static Optional<Variant> refused(String pointer, String reason, ConfigFindings findings) {
        if (findings.errors() == 0) {
            findings.error(ConfigRule.IMPOSSIBLE_VALUE, pointer, reason, "");
        }
        return Optional.empty();
    }

    /** A whole number and the pointer of its key. */
    private record Size(String pointer, long value) {}

    /** The largest number of an object and of those below it: where sizes are too large, the likely mistake. */
    private static Size largest(ConfigValue object, String pointer) {
        Size largest = new Size(pointer, 0);
        for (String key : object.keys()) {
            ConfigValue value = object.get(key).orElseThrow();
            String place = pointer + "/" + key;
            Size size = value.kind() == ConfigValue.Kind.OBJECT
                    ? largest(value, place)
                    : new Size(place, value.whole().orElse(0));
            if (size.value() > largest.value()) {
                largest = size;
            }
        }
        return largest;
    }

    private static String hint(ModelTypes types, String type) {
        boolean isOther = !types.whyNot(type).isEmpty();
        String near = isOther ? "" : Suggestion.hint(type, sameNumbers(types, type));
        return (near.isEmpty() ? "" : near + " ") + known(types);
    }

    private static String known(ModelTypes types) {
        return types.names().size() > FEW_TYPES
                ? "'archnotes types' lists those that are read"
                : "known: " + String.join(", ", types.names());
    }

    /** The known types with the numbers of this one: what differs in them is another model and no slip. */
    private static List<String> sameNumbers(ModelTypes types, String type) {
        List<String> same = new ArrayList<>();
        for (String known : types.names()) {
            boolean near = Math.abs(known.length() - type.length()) <= 1
                    && known.charAt(0) == small(type.isEmpty() ? ' ' : type.charAt(0));
            if (near && !known.equals(type) && numbers(known).equals(numbers(type))) {
                same.add(known);
            }
        }
        return same;
    }

    private static String numbers(String type) {
        StringBuilder digits = new StringBuilder();
        for (char c : type.toCharArray()) {
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    private static long context(ConfigObject config, String type) {
        ConfigObject text = VisionConfigs.inside(config).orElse(config);
        String key =
                text.either("max_position_embeddings", "n_positions", "max_seq_len", "model_max_length", "seq_length");
        if (!text.has(key) && isEndless(type)) {
            return Context.NOT_LIMITED;
        }
        if (type.equals("paligemma")) {
            return text.positiveOr(key, PALIGEMMA_CONTEXT);
        }
        if (type.equals("falcon") || type.equals("bloom") || type.startsWith("RefinedWeb")) {
            return text.positiveOr(key, FALCON_CONTEXT);
        }
        return type.startsWith("gemma3") || type.startsWith("gemma4")
                ? text.positiveOr(key, gemmaContext(type))
                : text.positive(key);
    }

    /** Whether models of a type keep nothing that grows with the text, so that their files name no context. */
    private static boolean isEndless(String type) {
        return type.equals("mamba") || type.equals("mamba2") || type.equals("falcon_mamba");
    }

    private static long gemmaContext(String type) {
        return type.startsWith("gemma3n") ? 32_768 : type.contains("unified") ? 262_144 : GEMMA_CONTEXT;
    }

    private static Variant spec(String name, Architecture architecture, long context) {
        return new Variant(
                new Variant.Identity(id(name), "", name),
                Variant.Release.UNKNOWN,
                architecture,
                new Context(context, Optional.empty(), Optional.empty()),
                Training.NOT_PUBLISHED,
                List.of(),
                new Variant.Provenance(Optional.of("read from a configuration file"), List.of()));
    }

    private static String name(String path, String type) {
        String slashed = path.replace('\\', '/');
        int slash = slashed.lastIndexOf('/');
        String file = slashed.substring(slash + 1);
        String stem = file.endsWith(".json") ? file.substring(0, file.length() - ".json".length()) : file;
        if (!stem.equals("config")) {
            return stem;
        }
        String above = slash < 0 ? "" : slashed.substring(0, slash);
        String folder = above.substring(above.lastIndexOf('/') + 1);
        return folder.isEmpty() || folder.startsWith(".") ? type : folder;
    }

    private static String id(String name) {
        StringBuilder id = new StringBuilder();
        for (char letter : name.toCharArray()) {
            char c = small(letter);
            boolean kept = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.';
            if (kept) {
                id.append(c);
            } else if (id.length() > 0 && id.charAt(id.length() - 1) != '-') {
                id.append('-');
            }
        }
        return id.toString();
    }

    private static char small(char letter) {
        return letter >= 'A' && letter <= 'Z' ? (char) (letter + 'a' - 'A') : letter;
    }
}
