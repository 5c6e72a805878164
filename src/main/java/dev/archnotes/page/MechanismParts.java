package dev.archnotes.page;

/** The part color of each mechanism of the timeline. */
final class MechanismParts {
    private MechanismParts() {}

    static String of(String id) {
        switch (id) {
            case "layer-norm", "rms-norm", "qk-norm":
                return "norm";
            case "moe", "shared-expert", "swiglu":
                return "ffn";
            case "rope", "nope", "learned-positions":
                return "position";
            default:
                return "attention";
        }
    }
}
