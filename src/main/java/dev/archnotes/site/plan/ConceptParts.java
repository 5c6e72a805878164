package dev.archnotes.site.plan;

/** The part color of each concept. */
final class ConceptParts {
    private ConceptParts() {}

    static String color(String slug) {
        if (slug.contains("attention")) {
            return "attention";
        }
        switch (slug) {
            case "mixture-of-experts":
                return "ffn";
            case "normalization":
                return "norm";
            case "positional-embeddings":
                return "position";
            default:
                return "";
        }
    }
}
