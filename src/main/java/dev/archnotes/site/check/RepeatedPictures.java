package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteBlock;
import dev.archnotes.site.content.NoteKind;
import dev.archnotes.site.markdown.node.BlockKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Does a note draw what its page shows already? The page of a family begins with the drawing of one variant; strips and
 * curves that a note has are left out of the page's own.
 */
final class RepeatedPictures implements Check {
    /** What is the same wherever it shows the same models; tables differ by their columns, figures by their start. */
    private static final Set<BlockKind> PICTURES = EnumSet.of(
            BlockKind.LAYERS,
            BlockKind.MEMORY,
            BlockKind.PARAMETERS,
            BlockKind.COST,
            BlockKind.DRAWING,
            BlockKind.SIDE_BY_SIDE);

    @Override
    public void check(Catalogue catalogue, Diagnostics.Builder findings) {
        for (Note note : catalogue.library().notes()) {
            List<NoteBlock> before = new ArrayList<>();
            for (NoteBlock block : note.blocks()) {
                if (!PICTURES.contains(block.kind()) || block.models().list().isEmpty()) {
                    continue;
                }
                if (isOwnDrawing(catalogue, note, block)) {
                    warn(block, "the page of this note begins with this drawing", findings);
                } else {
                    before.stream()
                            .filter(earlier -> isSame(earlier, block))
                            .findFirst()
                            .ifPresent(earlier -> warn(
                                    block,
                                    "line " + earlier.ref().opening().line() + " shows the same " + name(block),
                                    findings));
                }
                before.add(block);
            }
        }
    }

    private static boolean isOwnDrawing(Catalogue catalogue, Note note, NoteBlock block) {
        return note.kind() == NoteKind.MODEL
                && block.kind() == BlockKind.DRAWING
                && catalogue
                        .family(note.slug())
                        // of none of its variants anything is known where each has an error
                        .filter(family -> !family.variants().isEmpty())
                        .map(ModelFamily::flagship)
                        .filter(flagship -> block.models().list().contains(flagship.id()))
                        .isPresent();
    }

    private static boolean isSame(NoteBlock one, NoteBlock other) {
        return one.kind() == other.kind() && sorted(one).equals(sorted(other));
    }

    private static List<String> sorted(NoteBlock block) {
        return block.models().list().stream().sorted().toList();
    }

    private static String name(NoteBlock block) {
        return switch (block.kind()) {
            case LAYERS -> "layers";
            case MEMORY -> "caches";
            case PARAMETERS -> "parameters";
            case COST -> "costs";
            default -> "drawing";
        };
    }

    private static void warn(NoteBlock block, String message, Diagnostics.Builder findings) {
        findings.add(Diagnostic.warning(Rule.REPEATED_PICTURE, block.ref().opening(), message)
                .withHint("leave it out, or draw other models")
                .withLength(block.kind().word().length()));
    }
}
