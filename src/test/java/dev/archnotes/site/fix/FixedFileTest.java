package dev.archnotes.site.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixedFileTest {
    private static Diagnostic edit(int line, int column, String written, String replacement) {
        Location place = new Location("a.md", line, column);
        return Diagnostic.error(Rule.WRONG_FACT, place, "wrong").withEdit(place, written, replacement);
    }

    private static FixedFile fixed(String text, Diagnostic... findings) {
        return FixedFile.of("a.md", text, List.of(findings));
    }

    @Test
    void onlyTheNamedCharactersChange() {
        FixedFile file =
                fixed("\uFEFFone 🚀 two\r\nthree\t four", edit(2, 8, "four", "5"), edit(1, 5, "🚀 two", "zwei"));
        assertThat(file.after()).isEqualTo("\uFEFFone zwei\r\nthree\t 5");
        assertThat(file.mended()).hasSize(2);
    }

    @Test
    void severalEditsOfALineKeepTheirPlaces() {
        FixedFile file = fixed("a b c\n", edit(1, 1, "a", "longer"), edit(1, 5, "c", ""), edit(1, 3, "b", "bb"));
        assertThat(file.after()).isEqualTo("longer bb \n");
    }

    @Test
    void otherCharactersThanExpectedAreLeftAlone() {
        FixedFile file = fixed("one *two*\n", edit(1, 5, "two", "2"), edit(9, 1, "x", "y"), edit(1, 40, "x", "y"));
        assertThat(file.after()).isEqualTo(file.before());
        assertThat(file.mended()).isEmpty();
    }

    @Test
    void twoEditsOfTheSameCharactersAreNone() {
        FixedFile file = fixed("one two\n", edit(1, 1, "one", "1"), edit(1, 1, "one t", "2"), edit(1, 7, "o", "0"));
        assertThat(file.after()).isEqualTo("one tw0\n");
        assertThat(file.mended()).hasSize(1);
    }

    @Test
    void theSameEditTwiceIsOne() {
        FixedFile file = fixed("one two\n", edit(1, 1, "one", "1"), edit(1, 1, "one", "1"));
        assertThat(file.after()).isEqualTo("1 two\n");
    }

    @Test
    void theDifferenceIsWhatPatchTakes() {
        FixedFile file = fixed(
                "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\r\n16",
                edit(5, 1, "5", "five"),
                edit(15, 1, "15", "fifteen"),
                edit(16, 1, "16", "sixteen"));
        assertThat(LineDifference.of(file, "notes/")).isEqualTo("""
                --- a/notes/a.md
                +++ b/notes/a.md
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +five
                 6
                 7
                 8
                @@ -12,5 +12,5 @@
                 12
                 13
                 14
                -15\r
                -16
                \\ No newline at end of file
                +fifteen\r
                +sixteen
                \\ No newline at end of file
                """);
    }

    @Test
    void changesThatAreNearShareTheirContext() {
        FixedFile file = fixed("1\n2\n3\n4\n5\n6\n7\n8\n9\n", edit(1, 1, "1", "one"), edit(8, 1, "8", "eight"));
        assertThat(LineDifference.of(file, "")).startsWith("--- a/a.md\n+++ b/a.md\n@@ -1,9 +1,9 @@\n-1\n+one\n 2\n");
    }
}
