package dev.archnotes.site.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.content.NoteBlock;
import dev.archnotes.site.page.FigureView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FigurePlannerTest {
    private static FigureView view(boolean still) {
        return view(new NoteBlock.FigureChoice("delta-rule", still, false, Map.of(), Map.of()));
    }

    private static FigureView view(NoteBlock.FigureChoice choice) {
        return FigurePlanner.view(choice, List.of(), "caption", "block-1");
    }

    @Test
    void aFigureThatIsKeptStillHasNothingToTry() {
        assertThat(view(false).movable()).isTrue();
        assertThat(view(false).invitation()).isNotEmpty();
        assertThat(view(true).movable()).isFalse();
        assertThat(view(true).invitation()).isEmpty();
        assertThat(view(true).pictures()).isEqualTo(view(false).pictures());
    }

    @Test
    void aSmallFigureStandsInTheMarginWhereItsAuthorAsksForIt() {
        FigureView inMargin = view(new NoteBlock.FigureChoice("format-bits", false, true, Map.of(), Map.of()));
        FigureView inText = view(new NoteBlock.FigureChoice("format-bits", false, false, Map.of(), Map.of()));

        assertThat(inMargin.place()).isEqualTo(FigureView.Place.MARGIN);
        assertThat(inText.place()).isEqualTo(FigureView.Place.TEXT);
        assertThat(inMargin.movable()).isFalse();
        assertThat(view(false).place()).isEqualTo(FigureView.Place.ACROSS);
    }
}
