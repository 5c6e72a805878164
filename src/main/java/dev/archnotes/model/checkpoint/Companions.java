package dev.archnotes.model.checkpoint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tensors of a packed weight by what they are for.
 *
 * @param base the name of the module, or of the parameter where a module has several
 * @param main the numbers themselves
 * @param others scales, zero points and the like, by what stands behind the base in their names
 */
record Companions(String base, StoredTensor main, Map<String, StoredTensor> others) {
    /** Stands behind matrices of one byte a number or two numbers, and beside other weights for something else. */
    private static final String BARE_SCALE = ".scale";

    /**
     * What stands behind the name of a module for each tensor of a packed weight besides its numbers, and what the
     * numbers then are called. Longer ends come before those that are ends of them.
     */
    private static final List<Map.Entry<String, List<String>>> ENDS = List.of(
            // GPTQ and AWQ (WQLinear of AutoAWQ, QuantLinear of AutoGPTQ)
            end(".qzeros", ".qweight"),
            // and MLX (QuantizedLinear of mlx/python/mlx/nn/layers/quantized.py)
            end(".scales", ".qweight", ".weight"),
            end(".biases", ".weight"),
            end(".g_idx", ".qweight"),
            // bitsandbytes (bitsandbytes/nn/modules.py and QuantState.as_dict of bitsandbytes/functional.py)
            end(".absmax", ""),
            end(".nested_absmax", ""),
            end(".quant_map", ""),
            end(".nested_quant_map", ""),
            end(".quant_state.bitsandbytes__nf4", ""),
            end(".quant_state.bitsandbytes__fp4", ""),
            end(".SCB", ".weight"),
            end(".weight_format", ".weight"),
            // FP8 of DeepSeek, of compressed-tensors and of ModelOpt, NVFP4, MXFP4, INT8
            end(".weight_scale_inv", ".weight"),
            end(".weight_scale_2", ".weight"),
            end(".weight_scale", ".weight_packed", ".weight"),
            end(".weight_zero_point", ".weight_packed", ".weight"),
            // FP8 and FP4 of DeepSeek V4, in its makers' names; elsewhere a scale is a weight by itself
            end(BARE_SCALE, ".weight"),
            end(".weight_shape", ".weight_packed"),
            end(".weight_g_idx", ".weight_packed", ".weight"),
            end(".weight_global_scale", ".weight_packed"),
            end(".input_global_scale", ".weight_packed"),
            end(".input_scale", ".weight_packed", ".weight"),
            end(".input_zero_point", ".weight_packed", ".weight"),
            end(".pre_quant_scale", ".weight"),
            // parameters of stacked experts, which are called like no module
            end("_weight_scale_2", ""),
            end("_weight_scale", ""),
            end("_input_scale", ""),
            end("_scale_inv", ""),
            end("_scales", "_blocks"));

    private static Map.Entry<String, List<String>> end(String other, String... mains) {
        return Map.entry(other, List.of(mains));
    }

    /** The weight that a tensor belongs to, and what it is there for. */
    private record Belonging(String base, String main, String other) {}

    /** Whether a tensor scales the cached keys or values, which no weight needs. */
    static boolean scalesCache(String name) {
        return name.endsWith(".k_scale") || name.endsWith(".v_scale");
    }

    private static boolean isByte(StoredTensor tensor) {
        String format = tensor.format().name();
        return format.startsWith("F8") || format.equals("I8") || format.equals("U8") || format.equals("unknown");
    }

    /** Whether a tensor may belong to another, as far as its own name tells. */
    private static boolean mayBelong(String name) {
        // most tensors are weights by themselves, and none of the ends is an end of theirs
        if (name.endsWith(".weight")) {
            return false;
        }
        for (Map.Entry<String, List<String>> end : ENDS) {
            if (name.endsWith(end.getKey())) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Belonging> belonging(String name, Map<String, StoredTensor> all) {
        char last = name.isEmpty() ? ' ' : name.charAt(name.length() - 1);
        for (Map.Entry<String, List<String>> end : ENDS) {
            // the last letter rules out most of them
            String key = end.getKey();
            if (key.charAt(key.length() - 1) == last && name.endsWith(key)) {
                String base = name.substring(0, name.length() - end.getKey().length());
                for (String main : end.getValue()) {
                    StoredTensor numbers = all.get(base + main);
                    boolean bare = end.getKey().equals(BARE_SCALE);
                    if (numbers != null && (!bare || isByte(numbers))) {
                        return Optional.of(new Belonging(base, main, end.getKey()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** All tensors of a checkpoint, each with those that belong to it. */
    static List<Companions> of(Collection<StoredTensor> tensors) {
        List<Companions> alone = new ArrayList<>(tensors.size());
        boolean packed = false;
        for (StoredTensor tensor : tensors) {
            packed |= mayBelong(tensor.name());
            alone.add(new Companions(tensor.name(), tensor, Map.of()));
        }
        return packed ? grouped(tensors) : alone;
    }

    private static List<Companions> grouped(Collection<StoredTensor> tensors) {
        Map<String, StoredTensor> all = new HashMap<>();
        for (StoredTensor tensor : tensors) {
            all.put(tensor.name(), tensor);
        }
        Map<String, Companions> groups = new LinkedHashMap<>();
        List<Map.Entry<StoredTensor, Belonging>> belongings = new ArrayList<>();
        for (StoredTensor tensor : tensors) {
            Optional<Belonging> belonging = mayBelong(tensor.name()) ? belonging(tensor.name(), all) : Optional.empty();
            belonging.ifPresent(found -> belongings.add(Map.entry(tensor, found)));
            if (belonging.isEmpty()) {
                groups.put(tensor.name(), new Companions(tensor.name(), tensor, new LinkedHashMap<>()));
            }
        }
        for (Map.Entry<StoredTensor, Belonging> one : belongings) {
            StoredTensor tensor = one.getKey();
            Belonging found = one.getValue();
            Companions group = groups.get(found.base() + found.main());
            if (group == null) {
                // what it would belong to belongs to something itself
                groups.put(tensor.name(), new Companions(tensor.name(), tensor, new LinkedHashMap<>()));
            } else {
                group.others().put(found.other(), tensor);
                if (!group.base().equals(found.base())) {
                    groups.put(group.main().name(), new Companions(found.base(), group.main(), group.others()));
                }
            }
        }
        return List.copyOf(groups.values());
    }

    boolean has(String other) {
        return others.containsKey(other);
    }

    /** The shape of one of the others; empty where it is not there. */
    List<Long> shape(String other) {
        StoredTensor tensor = others.get(other);
        return tensor == null ? List.of() : tensor.shape();
    }
}
