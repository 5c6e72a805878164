package dev.archnotes.model.verify;

import dev.archnotes.model.checkpoint.StoredWeight;
import dev.archnotes.model.checkpoint.WeightUnpacking;
import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.tensor.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the tensors of a checkpoint with the ledger, one by one. */
public final class Verifier {
    /** What the names of a language model begin with; where it is a part of another, more. */
    private static final List<String> ROOTS =
            List.of("model.", "language_model.model.", "model.language_model.", "transformer.", "language_model.", "");

    private static final List<String> HEADS = List.of("", "language_model.");

    /** What the names of an image or sound part and of its projector begin with, behind {@code model.} or nothing. */
    private static final List<String> VISION = List.of(
            "vision_tower.",
            "vision_model.",
            "vision_encoder.",
            "vision_embed_tokens.",
            "visual.",
            "multi_modal_projector.",
            "mm_projector.",
            "patch_merger.",
            "pre_mm_projector_norm.",
            "embed_vision.",
            "v.",
            "mm.");

    /** What the names of a prediction module begin with where no configuration names it. */
    private static final List<String> PREDICTION = List.of("mtp.", "model.mtp.", "model.mtp_layers.");

    private final Architecture architecture;
    private final Map<String, StoredWeight> weights = new LinkedHashMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private final Map<String, Measured> notes = new LinkedHashMap<>();
    private final Map<Part, Measured> parts = new EnumMap<>(Part.class);
    private boolean shaped;

    private Verifier(Architecture architecture, List<StoredWeight> weights) {
        this.architecture = architecture;
        for (StoredWeight weight : weights) {
            this.weights.put(weight.name(), weight);
            shaped |= weight.elements() != StoredWeight.UNKNOWN;
        }
    }

    /** The containers of checkpoints, which have names of their own. */
    public enum Container {
        SAFETENSORS("safetensors"),
        GGUF("gguf");

        private final String word;

        Container(String word) {
            this.word = word;
        }

        /** The container in one word. */
        public String word() {
            return word;
        }
    }

    /**
     * Compares.
     *
     * @param architecture what the configuration describes
     * @param type its {@code model_type}
     * @param container what the checkpoint is stored in
     * @param weights the weights of the checkpoint
     */
    public static Verification compare(
            Architecture architecture, String type, Container container, List<StoredWeight> weights) {
        return new Verifier(architecture, weights).compare(type, container);
    }

    /** Whether the tensors' names of a model type are known. */
    public static boolean knows(String type, Container container) {
        return !namings(type, container).isEmpty();
    }

    private static List<Naming> namings(String type, Container container) {
        return container == Container.GGUF ? TensorNames.gguf(type) : TensorNames.safetensors(type);
    }

    private Verification compare(String type, Container container) {
        Optional<Naming> best = Optional.empty();
        List<ExpectedTensor> expected = List.of();
        long most = 0;
        for (Naming naming : namings(type, container)) {
            Naming rooted = rooted(naming);
            Optional<List<ExpectedTensor>> listed = ExpectedTensors.of(architecture, rooted);
            long found = listed.isPresent() ? found(listed.get()) : 0;
            if (found > most) {
                best = Optional.of(rooted);
                expected = listed.get();
                most = found;
            }
        }
        if (best.isEmpty()) {
            return new Verification(Optional.empty(), 0, 0, List.of(), List.of(), Map.of());
        }
        long same = compare(expected, best.get(), container);
        List<Verification.Note> told = new ArrayList<>();
        notes.forEach((what, measured) -> told.add(new Verification.Note(what, measured)));
        return new Verification(Optional.of(best.get().label()), expected.size(), same, differences, told, parts);
    }

    private Naming rooted(Naming naming) {
        String head = HEADS.stream()
                .filter(possible -> weights.containsKey(possible + "lm_head.weight"))
                .findFirst()
                .orElse("");
        for (String root : ROOTS) {
            Naming rooted = naming.rooted(root, head);
            if (weights.containsKey(rooted.embedding())) {
                return rooted;
            }
        }
        return naming.rooted(ROOTS.get(0), head);
    }

    /** How many of the tensors are there, those of the right shape counted twice. */
    private long found(List<ExpectedTensor> expected) {
        long found = 0;
        for (ExpectedTensor tensor : expected) {
            StoredWeight weight = weights.get(tensor.name());
            if (weight != null) {
                found += fits(tensor, weight) ? 2 : 1;
            }
        }
        return found;
    }

    private static boolean fits(ExpectedTensor tensor, StoredWeight weight) {
        if (weight.shape().isPresent()) {
            return weight.shape().get().equals(tensor.shape());
        }
        return weight.elements() == StoredWeight.UNKNOWN || weight.elements() == tensor.elements();
    }

    private long compare(List<ExpectedTensor> expected, Naming naming, Container container) {
        Map<String, StoredWeight> left = new LinkedHashMap<>(weights);
        List<ExpectedTensor> module = new ArrayList<>();
        boolean moduleStored = false;
        for (ExpectedTensor tensor : expected) {
            if (tensor.scope() == LedgerRow.Scope.PREDICTION_MODULE) {
                module.add(tensor);
                moduleStored |= weights.containsKey(tensor.name());
            }
        }
        long same = 0;
        for (ExpectedTensor tensor : expected) {
            StoredWeight weight = left.remove(tensor.name());
            if (weight != null) {
                same += compare(tensor, weight) ? 1 : 0;
            } else if (tensor.scope() == LedgerRow.Scope.DECODER || moduleStored) {
                differences.add(new Difference(
                        Difference.Kind.MISSING, tensor.name(), Optional.of(tensor.shape()), Optional.empty(), ""));
            }
        }
        if (!module.isEmpty() && !moduleStored) {
            absentModule(module, container);
        }
        beside(left, naming, container);
        return same;
    }

    /** Whether a weight is what it should be. */
    private boolean compare(ExpectedTensor tensor, StoredWeight weight) {
        if (tensor.scope() == LedgerRow.Scope.DECODER) {
            parts.merge(tensor.part(), Measured.NONE.and(weight), Verifier::sum);
        } else {
            note("the prediction module", weight);
        }
        if (weight.fault().isPresent()) {
            differences.add(new Difference(
                    Difference.Kind.LAYOUT,
                    tensor.name(),
                    Optional.of(tensor.shape()),
                    weight.shape(),
                    weight.fault().get()));
            return false;
        }
        if (fits(tensor, weight)) {
            return true;
        }
        boolean turned = weight.shape().isPresent() && turned(tensor.shape()).equals(weight.shape());
        differences.add(new Difference(
                turned ? Difference.Kind.TRANSPOSED : Difference.Kind.SHAPE,
                tensor.name(),
                Optional.of(tensor.shape()),
                weight.shape(),
                weight.shape().isPresent() ? "" : weight.elements() + " numbers, packed"));
        return false;
    }

    private static Measured sum(Measured one, Measured other) {
        return new Measured(
                one.weights() + other.weights(),
                Math.addExact(one.elements(), other.elements()),
                Math.addExact(one.bytes(), other.bytes()));
    }

    /** A shape with its last two axes the other way round; empty where there are no two. */
    private static Optional<List<Long>> turned(List<Long> shape) {
        if (shape.size() < 2) {
            return Optional.empty();
        }
        List<Long> turned = new ArrayList<>(shape);
        Collections.swap(turned, shape.size() - 1, shape.size() - 2);
        return Optional.of(turned);
    }

    /** llama.cpp leaves the module out of most conversions; a checkpoint without it lacks a part. */
    private void absentModule(List<ExpectedTensor> module, Container container) {
        if (container == Container.GGUF) {
            notes.put("the prediction module is not stored", Measured.NONE);
            return;
        }
        differences.add(new Difference(
                Difference.Kind.MISSING,
                module.get(0).name(),
                Optional.of(module.get(0).shape()),
                Optional.empty(),
                "and with it all " + module.size() + " tensors of the prediction module"));
    }

    private void note(String what, StoredWeight weight) {
        notes.merge(what, Measured.NONE.and(weight), Verifier::sum);
    }

    /** What the ledger does not name: other parts of the model, copies, constants, and what should not be there. */
    private void beside(Map<String, StoredWeight> left, Naming naming, Container container) {
        Measured vision = Measured.NONE;
        Measured prediction = Measured.NONE;
        List<String> behind = naming.uncomparedPrediction().orElse(List.of());
        for (StoredWeight weight : left.values()) {
            String name = weight.name();
            Optional<String> known = known(name, weight, naming);
            if (known.isPresent()) {
                note(known.get(), weight);
            } else if (startsWith(name, behind)) {
                prediction = prediction.and(weight);
            } else if (startsWith(name, PREDICTION)) {
                note("a prediction module that the configuration does not name", weight);
            } else if (isVision(name)) {
                vision = vision.and(weight);
            } else {
                differences.add(new Difference(
                        weight.fault().isPresent() ? Difference.Kind.LAYOUT : Difference.Kind.EXTRA,
                        name,
                        Optional.empty(),
                        weight.shape(),
                        weight.fault().orElse("")));
            }
        }
        if (architecture.predictionModule().isPresent() && !behind.isEmpty()) {
            beside("prediction module", LedgerRow.Scope.PREDICTION_MODULE, prediction, container);
        }
        if (architecture.vision().isPresent() || vision.weights() > 0) {
            beside("vision part", LedgerRow.Scope.VISION, vision, container);
        }
    }

    /** A part that is compared by its number of elements alone. */
    private void beside(String what, LedgerRow.Scope scope, Measured measured, Container container) {
        long computed = WeightInventory.of(architecture).elements(scope);
        if (measured.weights() == 0 && container == Container.GGUF) {
            notes.put("the " + what + " is not stored", measured);
            return;
        }
        notes.put("the " + what + ", compared by its number of elements alone", measured);
        if (shaped && computed != measured.elements()) {
            differences.add(new Difference(
                    Difference.Kind.ELEMENTS,
                    "the " + what,
                    Optional.of(List.of(computed)),
                    Optional.of(List.of(measured.elements())),
                    ""));
        }
    }

    /** What a tensor is that belongs to no part and is no mistake; empty for any other. */
    private Optional<String> known(String name, StoredWeight weight, Naming naming) {
        if (WeightUnpacking.scalesCache(name)) {
            return Optional.of("scales of the cache");
        }
        boolean constant = name.endsWith("rotary_emb.inv_freq")
                || name.endsWith("attn.masked_bias")
                || name.endsWith(".attn_rot_embd.weight")
                || name.equals("rope_freqs.weight")
                || name.equals("rope_factors_long.weight")
                || name.equals("rope_factors_short.weight");
        boolean mask =
                name.endsWith(".attn.bias") && weight.shape().map(List::size).orElse(4) == 4;
        if (constant || mask) {
            return Optional.of("constants, no weights");
        }
        List<Long> table = List.of(architecture.vocabularySize(), architecture.hiddenSize());
        boolean isTable = weight.shape().map(table::equals).orElse(weight.elements() == StoredWeight.UNKNOWN);
        String head = naming.beginning(Place.HEAD) + "lm_head.weight";
        if (isTable && architecture.tiedEmbeddings() && (name.equals(head) || name.equals("output.weight"))) {
            return Optional.of("a second copy of the tied table");
        }
        boolean copy = name.endsWith(".shared_head.head.weight")
                || name.endsWith(".nextn.shared_head_head.weight")
                || name.endsWith(".nextn.embed_tokens.weight")
                || name.endsWith(".embed_tokens.weight") && name.contains("layers.");
        return isTable && copy && architecture.predictionModule().isPresent()
                ? Optional.of("copies of the tables in the prediction module")
                : Optional.empty();
    }

    private static boolean startsWith(String name, List<String> beginnings) {
        for (String beginning : beginnings) {
            if (name.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isVision(String name) {
        String behind = name.startsWith("model.") ? name.substring("model.".length()) : name;
        return startsWith(behind, VISION);
    }
}
