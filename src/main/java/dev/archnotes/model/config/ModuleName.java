package dev.archnotes.model.config;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.tensor.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One name of a module in the list of a quantization, with stars or as an expression of the simplest kind: the layers
 * that it means, and which matrices of which parts.
 *
 * @param layer the layer, {@link #ALL} for all of them
 * @param prefix whether the layer's number is the beginning of one: {@code layers.1*} is 1 and 10 to 19
 * @param prediction whether it is of the prediction module alone
 * @param kind what it names
 * @param mixer the module of attention that it names, empty for one of any name
 * @param parts the parts whose matrices it may mean
 * @param matrices the matrices by their names in the ledger, empty for all of the part
 * @param expert the number of the expert, {@link #ALL} for all of them
 */
record ModuleName(
        long layer,
        boolean prefix,
        boolean prediction,
        Kind kind,
        String mixer,
        Set<Part> parts,
        List<String> matrices,
        long expert) {
    /** Stands for all layers, or experts. */
    static final long ALL = -1;

    /** What a name is about. */
    enum Kind {
        /** Matrices of the decoder's layers. */
        MATRICES,
        /** The image part, all of its encoder. */
        IMAGES,
        /** A layer of the image encoder. */
        IMAGE_LAYER,
        /** Some matrices of the image encoder, in several of its layers. */
        IMAGE_MATRICES,
        /** What stands between the image encoder and the language model. */
        PROJECTOR,
        /** The output table. */
        HEAD,
        /** What no format reduces: norms, routers, tables. */
        NOTHING,
        /** An expression that is not understood. */
        UNCLEAR
    }

    private static final Set<String> NETWORK = Set.of("mlp", "feed_forward", "block_sparse_moe", "ffn", "moe");
    private static final Set<String> PROJECTORS = Set.of(
            "multi_modal_projector",
            "mm_projector",
            "modality_projection",
            "merger",
            "embed_vision",
            "patch_merge_mlp",
            "mlp1");
    /** What stands around the layers of an image encoder in the names of its modules. */
    private static final Set<String> FRAME = Set.of("vision_model", "transformer", "encoder", "model");

    private static final Set<String> LAYERS = Set.of("layers", "h", "blocks");
    private static final Set<Part> REDUCED =
            Set.of(Part.ATTENTION, Part.DENSE_FEED_FORWARD, Part.ROUTED_EXPERTS, Part.SHARED_EXPERTS);
    private static final int MOST_NAMES = 64;

    /** The names that an entry of a list stands for, one for each alternative of an expression. */
    static List<ModuleName> of(String entry) {
        String plain = entry.startsWith("re:") ? entry.substring("re:".length()) : entry;
        List<ModuleName> names = new ArrayList<>();
        List<String> alternatives = new ArrayList<>();
        if (!expand(plain, alternatives)) {
            return List.of(of(Kind.UNCLEAR));
        }
        for (String alternative : alternatives) {
            names.add(parsed(alternative));
        }
        return names;
    }

    private static ModuleName of(Kind kind) {
        return new ModuleName(ALL, false, false, kind, "", Set.of(), List.of(), ALL);
    }

    /** Writes out {@code (a|b)}; false where an expression is more than that. */
    private static boolean expand(String text, List<String> into) {
        int open = text.indexOf('(');
        int close = text.indexOf(')');
        if (open < 0 || close < open) {
            String numbers = text.replace("\\d+", "*").replace("[0-9]+", "*");
            for (char sign : "()[]{}|+?".toCharArray()) {
                if (numbers.indexOf(sign) >= 0) {
                    return false;
                }
            }
            into.add(numbers);
            return into.size() <= MOST_NAMES;
        }
        String inside = text.substring(open + 1, close);
        inside = inside.startsWith("?:") ? inside.substring(2) : inside;
        int from = 0;
        boolean sound = inside.indexOf('(') < 0;
        for (int i = 0; i <= inside.length() && sound; i++) {
            if (i == inside.length() || inside.charAt(i) == '|') {
                sound = expand(text.substring(0, open) + inside.substring(from, i) + text.substring(close + 1), into);
                from = i + 1;
            }
        }
        return sound;
    }

    private static ModuleName parsed(String name) {
        List<String> segments = KeptModules.segments(name);
        long layer = ALL;
        int behind = 0;
        boolean prefix = false;
        boolean prediction = false;
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            if (KeptModules.IMAGE.contains(segment)) {
                return ofImages(segments.subList(i + 1, segments.size()));
            }
            if (PROJECTORS.contains(segment)) {
                return of(Kind.PROJECTOR);
            }
            if (segment.equals("mtp")) {
                prediction = true;
                behind = i + 1;
            } else if (LAYERS.contains(segment)) {
                boolean numbered = i + 1 < segments.size() && KeptModules.isNumber(segments.get(i + 1));
                layer = numbered && !prediction ? Long.parseLong(segments.get(i + 1)) : layer;
                prefix = numbered && name.contains(segment + "." + segments.get(i + 1) + "*");
                behind = i + (numbered ? 2 : 1);
            }
        }
        List<String> path = segments.subList(Math.min(behind, segments.size()), segments.size());
        long expert = ALL;
        List<String> words = new ArrayList<>();
        for (String segment : path) {
            if (KeptModules.isNumber(segment)) {
                expert = Long.parseLong(segment);
            } else {
                words.add(segment);
            }
        }
        if (words.isEmpty()) {
            boolean all = behind > 0;
            return new ModuleName(
                    layer, prefix, prediction, all ? Kind.MATRICES : Kind.NOTHING, "", REDUCED, List.of(), ALL);
        }
        return placed(layer, prefix, prediction, words, expert);
    }

    /** A module of an image encoder, by what follows the name of the encoder. */
    private static ModuleName ofImages(List<String> inside) {
        Kind kind = Kind.IMAGES;
        for (String segment : inside) {
            if (segment.contains("merger") || segment.contains("projector")) {
                return of(Kind.PROJECTOR);
            }
            if (segment.contains("embed") || segment.contains("norm") || segment.contains("conv")) {
                return of(Kind.NOTHING);
            }
            if (KeptModules.isNumber(segment)) {
                return new ModuleName(
                        Long.parseLong(segment), false, false, Kind.IMAGE_LAYER, "", Set.of(), List.of(), ALL);
            }
            kind = FRAME.contains(segment) || LAYERS.contains(segment) ? kind : Kind.IMAGE_MATRICES;
        }
        return of(kind);
    }

    private static ModuleName placed(long layer, boolean prefix, boolean prediction, List<String> words, long expert) {
        String first = words.get(0);
        Set<Part> parts = REDUCED;
        int inside = 0;
        boolean found = false;
        for (int i = 0; i < words.size() && !found; i++) {
            found = KeptModules.SHARED.contains(words.get(i)) || words.get(i).equals("experts");
            if (found) {
                parts = Set.of(KeptModules.SHARED.contains(words.get(i)) ? Part.SHARED_EXPERTS : Part.ROUTED_EXPERTS);
                inside = i + 1;
            }
        }
        if (!found && KeptModules.ATTENTION.contains(first)) {
            parts = Set.of(Part.ATTENTION);
            inside = 1;
        } else if (!found && first.equals("mixer")) {
            parts = words.size() == 1 ? REDUCED : Set.of(Part.ATTENTION, Part.DENSE_FEED_FORWARD);
            inside = 1;
        } else if (!found && NETWORK.contains(first)) {
            parts = words.size() == 1
                    ? Set.of(Part.DENSE_FEED_FORWARD, Part.ROUTED_EXPERTS, Part.SHARED_EXPERTS)
                    : Set.of(Part.DENSE_FEED_FORWARD);
            inside = 1;
        } else if (!found && words.get(words.size() - 1).equals("lm_head")) {
            return of(Kind.HEAD);
        }
        List<String> matrices = named(String.join(".", words.subList(inside, words.size())));
        boolean whole = inside == words.size();
        return new ModuleName(
                layer,
                prefix,
                prediction,
                whole || !matrices.isEmpty() ? Kind.MATRICES : Kind.NOTHING,
                KeptModules.MIXERS.contains(first) ? first : "",
                parts,
                matrices,
                expert);
    }

    /** The ledger's names of a matrix; none where it is no matrix that a format reduces. */
    private static List<String> named(String matrix) {
        switch (matrix) {
            case "qkv_proj":
            case "wqkv":
            case "query_key_value":
            case "W_pack":
            case "qkv":
                return List.of("q_proj", "k_proj", "v_proj");
            case "gate_up_proj":
                return List.of("gate_proj", "up_proj");
            case "w1":
                return List.of("gate_proj");
            case "w3":
                return List.of("up_proj");
            case "w2":
                return List.of("down_proj");
            case "wo":
            case "dense":
                return List.of("o_proj");
            case "index_q_proj":
                return List.of("indexer.q_proj");
            case "index_k_proj":
                return List.of("indexer.k_proj");
            case "indexers_proj":
                // so the lists of GLM-5's releases have it, in which "weight" was cut out of every name
                return List.of("indexer.weights_proj");
            case "in_proj_ba":
                return List.of("in_proj_ba", "in_proj_b", "in_proj_a");
            case "in_proj_qkvz":
                return List.of("in_proj_qkvz", "in_proj_qkv", "in_proj_z");
            default:
                boolean one = matrix.endsWith("_proj")
                        || matrix.endsWith("_proj_with_mqa")
                        || matrix.startsWith("in_proj")
                        || matrix.startsWith("indexer")
                        || matrix.startsWith("w");
                boolean gate = matrix.contains("norm") || matrix.endsWith("gate") || matrix.endsWith(".bias");
                return one && !gate ? List.of(matrix) : List.of();
        }
    }

    /** Whether a layer is meant. */
    boolean means(long place, boolean ofModule) {
        if (prediction || place >= Architecture.MOST_LAYERS) {
            return ofModule;
        }
        return layer == ALL || layer == place || prefix && String.valueOf(place).startsWith(String.valueOf(layer));
    }

    /** Whether a matrix of a part is meant, by its name within the part, in a layer with that attention. */
    boolean means(Part part, String matrix, Attention attention) {
        if (!parts.contains(part) || !KeptModules.isCalled(attention, mixer)) {
            return false;
        }
        for (String name : matrices) {
            if (matrix.equals(name) || matrix.startsWith(name + ".")) {
                return true;
            }
        }
        return matrices.isEmpty();
    }
}
