package dev.archnotes.site.markdown.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Where a line may break in a formula: after a sign outside parentheses, as in TeX, and only in a formula that is long.
 */
class FormulaPiecesTest {

    @Test
    void breaksAfterSignsOfALongSum() {
        assertEquals(
                List.of("1000000000+", "2000000000=", "3000000000"),
                texts("1000000000", "+", "2000000000", "=", "3000000000"));
    }

    @Test
    void keepsWhatIsInParenthesesTogether() {
        assertEquals(
                List.of("2(1000000000+2000000000)−", "3000000000"),
                texts("2", "(", "1000000000", "+", "2000000000", ")", "−", "3000000000"));
    }

    @Test
    void leavesAShortFormulaAndASignInFrontAlone() {
        assertEquals(List.of("1+2=3"), texts("1", "+", "2", "=", "3"));
        assertEquals(
                List.of("−1000000000000000+", "20000000000000"), texts("−", "1000000000000000", "+", "20000000000000"));
    }

    @Test
    void leavesAnUnfinishedIntervalWhole() {
        assertEquals(
                List.of("[1000000000+2000000000,3000000000"),
                texts("[", "1000000000", "+", "2000000000", ",", "3000000000"));
    }

    @Test
    void keepsTheSpaceOfASignThatEndsItsPiece() {
        String sum = "<math><mrow><msup><mn>1000000000</mn><mn>2</mn></msup><mo>+</mo>"
                + "<mn>200000000000000000000</mn></mrow></math>";
        assertEquals(
                List.of(
                        "<math><mrow><msup><mn>1000000000</mn><mn>2</mn></msup><mo form=\"infix\">+</mo></mrow></math>",
                        "<math><mrow><mn>200000000000000000000</mn></mrow></math>"),
                FormulaPieces.of(sum));
    }

    /** The texts of the pieces of a row of numbers and signs. */
    private static List<String> texts(String... tokens) {
        String row = List.of(tokens).stream()
                .map(token -> Character.isDigit(token.charAt(0)) ? "<mn>" + token + "</mn>" : "<mo>" + token + "</mo>")
                .collect(Collectors.joining());
        return FormulaPieces.of("<math><mrow>" + row + "</mrow></math>").stream()
                .map(piece -> piece.replaceAll("<[^>]*>", ""))
                .toList();
    }
}
