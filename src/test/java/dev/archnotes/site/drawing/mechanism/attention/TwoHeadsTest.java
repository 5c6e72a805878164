package dev.archnotes.site.drawing.mechanism.attention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwoHeadsTest {
    @Test
    void itsNumbersAreThoseOfTheTableOnItsPage() throws IOException {
        String note = Files.readString(Path.of("notes/Generic/multi-head-attention.md"));
        List<String> outline = outline(0);
        assertThat(note).contains("| head 1 | 0.807 | 0.097 | 0.097 | (0.807, 0.807) |");
        assertThat(outline.get(0)).endsWith("0.807, 0.097, 0.097 of dogs, never, bark; result 0.807, 0.807");
        assertThat(note).contains("| head 2 | 0.097 | 0.807 | 0.097 | (0.807, 0.097) |");
        assertThat(outline.get(1)).endsWith("0.097, 0.807, 0.097; result 0.807, 0.097");
        assertThat(note).contains("| one head of width 4 | 0.450 | 0.450 | 0.100 | (0.450, 0.450, 0.450, 0.100) |");
        assertThat(outline.get(3)).endsWith("0.450, 0.450, 0.100; result 0.450, 0.450, 0.450, 0.100");
    }

    @Test
    void largerQueriesLeaveOneHeadAtHalf() {
        assertThat(outline(2).get(3)).contains("0.499, 0.499");
    }

    private static List<String> outline(int place) {
        return new TwoHeads().scene(new Setting(List.of(place)), ByWidth.NARROW).outline();
    }
}
