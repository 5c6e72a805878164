package dev.archnotes.site.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.content.NoteBlock;
import dev.archnotes.site.page.FigureView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FigurePlannerTest {
    private static FigureView view(boolean still) {
        return FigurePlanner.view(
                new NoteBlock.FigureChoice("delta-rule", still, Map.of(), Map.of()), List.of(), "caption", "block-1");
    }

    @Test
    void aFigureThatIsKeptStillHasNothingToTry() {
        assertThat(view(false).movable()).isTrue();
        assertThat(view(false).invitation()).isNotEmpty();
        assertThat(view(true).movable()).isFalse();
        assertThat(view(true).invitation()).isEmpty();
        assertThat(view(true).pictures()).isEqualTo(view(false).pictures());
    }
}
