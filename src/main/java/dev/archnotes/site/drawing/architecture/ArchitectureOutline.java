package dev.archnotes.site.drawing.architecture;

import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.LayerGroup;
import dev.archnotes.model.spec.Multipliers;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.site.drawing.Reaches;
import java.util.ArrayList;
import java.util.List;

/** The architecture drawing in sentences. */
final class ArchitectureOutline {
    private ArchitectureOutline() {}

    static List<String> of(Subject subject) {
        Architecture architecture = subject.architecture();
        List<String> outline = new ArrayList<>();
        outline.add("Token id → embedding: a vocabulary of " + Numerals.grouped(architecture.vocabularySize())
                + " rows, " + Numerals.grouped(architecture.hiddenSize()) + " wide.");
        if (architecture.learnedPositions() > 0) {
            outline.add("A learned position table of " + Numerals.grouped(architecture.learnedPositions())
                    + " rows is added.");
        }
        architecture
                .vision()
                .ifPresent(vision -> outline.add("Beside it: a vision part (" + vision.name() + ", "
                        + Unit.PARAMETERS.print(subject.ledger().elements(LedgerRow.Scope.VISION))
                        + " parameters) that yields image tokens of the same width."));
        Multipliers multipliers = architecture.multipliers();
        multipliers
                .embedding()
                .ifPresent(factor -> outline.add("The embedding is multiplied by "
                        + PartWords.decimal(subject, "multipliers.embedding", factor)
                                .text() + "."));
        multipliers
                .residual()
                .ifPresent(factor -> outline.add("What a sub-layer adds is multiplied by "
                        + PartWords.decimal(subject, "multipliers.residual", factor)
                                .text() + "."));
        if (!architecture.stream().isPlain()) {
            outline.add("Beside one vector and what is added to it, the stream has: "
                    + architecture.stream().phrase() + ".");
        }
        outline.add("The layers, bottom first: " + stack(subject) + ".");
        List<LayerBlock> kinds = architecture.kinds();
        for (int k = 0; k < kinds.size(); k++) {
            outline.add(layer(subject, kinds, k));
        }
        outline.add("Final " + architecture.normalization().kind().label() + ".");
        outline.add(
                architecture.tiedEmbeddings()
                        ? "Output head: the embedding table again, one score for each token of the vocabulary."
                        : "Output head of its own" + (architecture.headBias() ? ", with biases" : "")
                                + ": one score for each of " + Numerals.grouped(architecture.vocabularySize())
                                + " tokens.");
        multipliers
                .output()
                .ifPresent(factor -> outline.add("The scores are multiplied by "
                        + PartWords.decimal(subject, "multipliers.output", factor)
                                .text() + "."));
        multipliers
                .outputSoftCap()
                .ifPresent(cap -> outline.add("The scores are capped smoothly at "
                        + PartWords.decimal(subject, "multipliers.output_soft_cap", cap)
                                .text() + "."));
        architecture
                .predictionModule()
                .ifPresent(module -> outline.add("Beside it: a prediction module of " + Numerals.grouped(module.depth())
                        + (module.depth() == 1 ? " more layer (" : " more layers (")
                        + Unit.PARAMETERS.print(subject.ledger().elements(LedgerRow.Scope.PREDICTION_MODULE))
                        + " parameters, not counted in the total)."));
        return List.copyOf(outline);
    }

    /** {@code 10 times 5 A and 1 B, then 2 A}. */
    static String stack(Subject subject) {
        Architecture architecture = subject.architecture();
        List<LayerBlock> kinds = architecture.kinds();
        if (kinds.size() == 1) {
            return Numerals.grouped(architecture.layers()) + " equal layers of " + contents(kinds.get(0));
        }
        List<String> groups = new ArrayList<>();
        for (LayerGroup group : architecture.groups()) {
            List<String> runs = new ArrayList<>();
            for (LayerBlock block : group.blocks()) {
                runs.add(Numerals.grouped(block.count()) + " " + name(kinds, block));
            }
            groups.add((group.repeat() > 1 ? Numerals.grouped(group.repeat()) + " times (" : "")
                    + String.join(", then ", runs)
                    + (group.repeat() > 1 ? ")" : ""));
        }
        StringBuilder legend = new StringBuilder();
        for (int k = 0; k < kinds.size(); k++) {
            legend.append(k == 0 ? "; " : ", ")
                    .append(LayerStack.letter(k))
                    .append(" is ")
                    .append(contents(kinds.get(k)));
        }
        return String.join(", then ", groups) + legend;
    }

    private static String name(List<LayerBlock> kinds, LayerBlock block) {
        for (int k = 0; k < kinds.size(); k++) {
            if (kinds.get(k).attention().equals(block.attention())
                    && kinds.get(k).feedForward().equals(block.feedForward())) {
                return LayerStack.letter(k);
            }
        }
        throw new IllegalStateException("a layer of no kind");
    }

    private static String contents(LayerBlock kind) {
        List<String> parts = new ArrayList<>();
        if (!kind.attention().isNone()) {
            parts.add(kind.attention().kind() + " (" + Reaches.phrase(kind.attention()) + ")");
        }
        if (!kind.feedForward().isNone()) {
            parts.add(kind.feedForward().sparse().isPresent() ? "a mixture of experts" : "a dense feed-forward");
        }
        return parts.isEmpty() ? "nothing" : String.join(" and ", parts);
    }

    private static String layer(Subject subject, List<LayerBlock> kinds, int k) {
        LayerBlock kind = kinds.get(k);
        String path = "kinds." + k + ".";
        PartWords words = new PartWords(subject);
        StringBuilder text = new StringBuilder(
                kinds.size() == 1
                        ? "Each layer: "
                        : "Layer " + LayerStack.letter(k) + " (" + Numerals.grouped(kind.count()) + " of "
                                + Numerals.grouped(subject.architecture().layers()) + "): ");
        StringBuilder attention = new StringBuilder(kind.attention().kind() + " ("
                + words.of(kind.attention(), path).heads().text());
        for (PartWords.Remark remark : words.of(kind.attention(), path).remarks()) {
            attention.append("; ").append(remark.phrase().text());
        }
        attention.append(")");
        StringBuilder feedForward = new StringBuilder(
                kind.feedForward().sparse().isPresent() ? "a mixture of experts (" : "a feed-forward (");
        feedForward.append(words.widths(kind.feedForward(), path).text());
        kind.feedForward()
                .sparse()
                .ifPresent(experts -> feedForward
                        .append("; ")
                        .append(words.router(experts, path).text()));
        feedForward.append(")");
        Normalization norms = subject.architecture().normalization();
        if (norms.placement().isParallel()
                && !kind.attention().isNone()
                && !kind.feedForward().isNone()) {
            return text.append(sideBySide(norms, attention.toString(), feedForward.toString()))
                    .append(".")
                    .toString();
        }
        List<String> branches = new ArrayList<>();
        if (!kind.attention().isNone()) {
            branches.add(branch(norms, attention.toString()));
        }
        if (!kind.feedForward().isNone()) {
            branches.add(branch(norms, feedForward.toString()));
        }
        return text.append(branches.isEmpty() ? "nothing" : String.join("; then ", branches))
                .append(".")
                .toString();
    }

    /** Two branches that read the same vector. */
    private static String sideBySide(Normalization norms, String attention, String feedForward) {
        String norm = norms.kind().label() + ", ";
        return norm + "then side by side " + attention + " and "
                + (norms.placement().sharesNorm() ? "" : "behind another " + norm) + feedForward
                + ", both added to the stream";
    }

    /** One branch in the order in which a token meets it. */
    private static String branch(Normalization norms, String part) {
        String norm = norms.kind().label();
        return (norms.placement().normalizesInputs() ? norm + ", " : "") + part
                + (norms.placement().normalizesInside() ? " with a norm before the matrix that leads out" : "")
                + (norms.placement().normalizesOutputs() ? ", " + norm : "") + ", added to the stream";
    }
}
