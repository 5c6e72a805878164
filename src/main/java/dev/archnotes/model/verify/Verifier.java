package dev.archnotes.model.verify;

import dev.archnotes.model.checkpoint.StoredWeight;
import dev.archnotes.model.checkpoint.WeightUnpacking;
import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.vision.VisionEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the tensors of a checkpoint with the ledger, one by one. */
public final class Verifier {
    /** What the image part is called among the notes of a verification. */
    public static final String IMAGE_PART = "the image part";

    /** What the names of a language model begin with; where it is a part of another, more. */
    private static final List<String> ROOTS = List.of(
            "model.",
            "language_model.model.",
            "model.language_model.",
            "model.text_model.",
            "model.decoder.",
            "thinker.model.",
            "backbone.",
            "language_model.backbone.",
            "transformer.",
            "gpt_neox.",
            "language_model.",
            "decoder.",
            "");

    /** The same for an image part. */
    private static final List<String> VISION_ROOTS = List.of("", "model.");

    private static final List<String> HEADS = List.of("", "language_model.", "thinker.");

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
            "vision_embedder.",
            "connector.",
            "patch_merge_mlp.",
            "mlp1.",
            "vit_large_projector.",
            "thinker.visual.",
            "image_newline",
            "v.",
            "mm.");

    /** The same for a part that hears or speaks, which no ledger counts. */
    private static final List<String> SOUND =
            List.of("audio_tower.", "embed_audio.", "thinker.audio_tower.", "talker.", "token2wav.", "code2wav.", "a.");

    /** What the names of a prediction module begin with where no configuration names it. */
    private static final List<String> PREDICTION = List.of("mtp.", "model.mtp.", "model.mtp_layers.");

    private final Architecture architecture;
    /** The weights that are not yet compared. */
    private final Map<String, StoredWeight> weights;

    private final List<Difference> differences = new ArrayList<>();
    private final Map<String, Measured> notes = new LinkedHashMap<>();
    private final Map<Part, Measured> parts = new EnumMap<>(Part.class);
    private final Container container;
    private boolean shaped;
    private long compared;
    private long same;

    private Verifier(Architecture architecture, Container container, List<StoredWeight> weights) {
        this.architecture = architecture;
        this.container = container;
        this.weights = new LinkedHashMap<>(2 * weights.size());
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
        return new Verifier(architecture, container, weights).compare(type);
    }

    /** Whether the tensors' names of a model type are known. */
    public static boolean knows(String type, Container container) {
        return !namings(type, container).isEmpty();
    }

    private static List<Naming> namings(String type, Container container) {
        return container == Container.GGUF ? GgufNames.of(type) : SafetensorsNames.of(type);
    }

    private Verification compare(String type) {
        Optional<Naming> best = Optional.empty();
        long most = 0;
        for (Naming naming : namings(type, container)) {
            Naming rooted = rooted(naming);
            // a tensor of each kind tells the namings apart; listing all for each of them would take as often as long
            long found = ExpectedTensors.sample(architecture, rooted)
                    .map(this::found)
                    .orElse(0L);
            if (found > most) {
                best = Optional.of(rooted);
                most = found;
            }
        }
        Optional<ExpectedTensors.Listing> listing = best.flatMap(naming -> ExpectedTensors.of(architecture, naming));
        if (best.isEmpty() || listing.isEmpty()) {
            return new Verification(Optional.empty(), 0, 0, List.of(), List.of(), Map.of());
        }
        compare(listing.get(), best.get());
        List<Verification.Note> told = new ArrayList<>();
        notes.forEach((what, measured) -> told.add(new Verification.Note(what, measured)));
        return new Verification(Optional.of(best.get().label()), compared, same, differences, told, parts);
    }

    private Naming rooted(Naming naming) {
        String head = HEADS.stream()
                .filter(possible ->
                        weights.containsKey(naming.rooted("", possible).head()))
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

    private boolean fits(ExpectedTensor tensor, StoredWeight weight) {
        if (weight.shape().isPresent()) {
            List<Long> shape = weight.shape().get();
            // axes of length one come and go in GGUF, which has four of them for every tensor
            return shape.equals(tensor.shape())
                    || container == Container.GGUF && longer(shape).equals(longer(tensor.shape()));
        }
        return weight.elements() == StoredWeight.UNKNOWN || weight.elements() == tensor.elements();
    }

    private static List<Long> longer(List<Long> shape) {
        List<Long> longer = new ArrayList<>(shape);
        longer.removeIf(size -> size == 1);
        return longer;
    }

    private void compare(ExpectedTensors.Listing listing, Naming naming) {
        List<ExpectedTensor> module = new ArrayList<>();
        boolean moduleStored = false;
        for (ExpectedTensor tensor : listing.tensors()) {
            if (tensor.scope() == LedgerRow.Scope.PREDICTION_MODULE) {
                module.add(tensor);
                moduleStored |= weights.containsKey(tensor.name());
            }
        }
        for (ExpectedTensor tensor : listing.tensors()) {
            compare(tensor, weights.remove(tensor.name()), moduleStored);
        }
        for (ExpectedTensor tensor : listing.unread()) {
            StoredWeight weight = weights.get(tensor.name());
            if (weight != null && fits(tensor, weight)) {
                weights.remove(tensor.name());
                note("keys and values that no layer reads", weight);
            }
        }
        if (!module.isEmpty() && !moduleStored) {
            absentModule(module);
        }
        compareLeft(naming);
    }

    private void compare(ExpectedTensor tensor, @Nullable StoredWeight weight, boolean moduleStored) {
        compared++;
        if (weight != null) {
            same += isSame(tensor, weight) ? 1 : 0;
        } else if (tensor.scope() != LedgerRow.Scope.PREDICTION_MODULE || moduleStored) {
            differences.add(new Difference(
                    Difference.Kind.MISSING, tensor.name(), Optional.of(tensor.shape()), Optional.empty(), ""));
        }
    }

    /** Whether a weight is what it should be. */
    private boolean isSame(ExpectedTensor tensor, StoredWeight weight) {
        if (tensor.scope() == LedgerRow.Scope.DECODER) {
            parts.put(
                    tensor.part(),
                    parts.getOrDefault(tensor.part(), Measured.NONE).and(weight));
        } else {
            boolean prediction = tensor.scope() == LedgerRow.Scope.PREDICTION_MODULE;
            note(prediction ? "the prediction module" : IMAGE_PART, weight);
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
    private void absentModule(List<ExpectedTensor> module) {
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
        notes.put(what, notes.getOrDefault(what, Measured.NONE).and(weight));
    }

    /** What the decoder's ledger does not name: other parts, copies, constants, and what should not be there. */
    private void compareLeft(Naming naming) {
        boolean visionNamed = compareVision();
        Measured vision = Measured.NONE;
        Measured prediction = Measured.NONE;
        List<String> behind = naming.uncomparedPrediction().orElse(List.of());
        for (StoredWeight weight : weights.values()) {
            String name = weight.name();
            Optional<String> known = known(name, weight, naming);
            if (known.isPresent()) {
                note(known.get(), weight);
            } else if (startsWith(name, behind)) {
                prediction = prediction.and(weight);
            } else if (startsWith(name, PREDICTION)) {
                note("a prediction module that the configuration does not name", weight);
            } else if (!visionNamed && isOf(VISION, name)) {
                vision = vision.and(weight);
            } else if (isOf(SOUND, name)) {
                note("a sound part, which is not compared", weight);
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
            beside("prediction module", LedgerRow.Scope.PREDICTION_MODULE, prediction);
        } else if (prediction.weights() > 0) {
            notes.put("a prediction module, which is not counted", prediction);
        }
        if (architecture.vision().isPresent() && !visionNamed) {
            beside("image part", LedgerRow.Scope.VISION, vision);
        } else if (vision.weights() > 0) {
            notes.put("an image part that the configuration's type does not count, which is not compared", vision);
        }
    }

    /** Compares the image part name by name; false where none of its names is there. */
    private boolean compareVision() {
        if (architecture.vision().isEmpty() || container == Container.GGUF) {
            return false;
        }
        VisionEncoder vision = architecture.vision().get();
        List<ExpectedTensor> best = List.of();
        long most = 0;
        for (Naming naming : VisionNames.of(vision)) {
            for (String root : VISION_ROOTS) {
                List<ExpectedTensor> expected = ExpectedTensors.vision(
                                vision, architecture.hiddenSize(), naming.rooted(root, ""))
                        .orElse(List.of());
                long found = found(expected);
                if (found > most) {
                    best = expected;
                    most = found;
                }
            }
        }
        for (ExpectedTensor tensor : best) {
            compare(tensor, weights.remove(tensor.name()), false);
        }
        return most > 0;
    }

    /** A part that is compared by its number of elements alone. */
    private void beside(String what, LedgerRow.Scope scope, Measured measured) {
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
                || name.endsWith("rotary_pos_emb.inv_freq")
                || name.endsWith("attn.masked_bias")
                || name.endsWith("attn.causal_mask")
                || name.endsWith(".attn_rot_embd.weight")
                || name.endsWith("attention.masked_bias")
                || name.endsWith("self_attn.slope_rate")
                || name.endsWith("self_attn.query_decay")
                || name.endsWith("self_attn.key_decay")
                || name.endsWith("self_attn.diagonal_decay")
                || name.endsWith(".act_fn.beta")
                || name.endsWith(".act_fn.eps")
                || name.endsWith(".gate.tid2eid")
                || name.endsWith(".ffn_gate_tid2eid.weight")
                || name.equals("rope_freqs.weight")
                || name.equals("rope_factors_long.weight")
                || name.equals("rope_factors_short.weight");
        boolean mask = (name.endsWith(".attn.bias") || name.endsWith(".attention.bias"))
                && weight.shape().map(List::size).orElse(4) == 4;
        if (constant || mask || isBound(name)) {
            return Optional.of("constants, no weights");
        }
        List<Long> table = List.of(architecture.vocabularySize(), architecture.hiddenSize());
        boolean isTable = weight.shape().map(table::equals).orElse(weight.elements() == StoredWeight.UNKNOWN);
        if (isTable && architecture.tiedEmbeddings() && name.equals(naming.head())) {
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

    /** Whether a number bounds what goes into or comes out of a matrix of an image part, as in Gemma 4. */
    private static boolean isBound(String name) {
        for (String end : new String[] {".input_min", ".input_max", ".output_min", ".output_max"}) {
            if (name.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(List<String> beginnings, String name) {
        String behind = name.startsWith("model.") ? name.substring("model.".length()) : name;
        return startsWith(behind, beginnings);
    }
}
