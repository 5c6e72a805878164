package dev.archnotes.model.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExpressionTest {
    private static final Expression A = Expression.term("a", 7, "a");
    private static final Expression B = Expression.term("b", 2_000, "b");
    private static final Expression C = Expression.constant("c", 2);

    private static Expression sum(Expression... operands) {
        return Expression.sum(List.of(operands));
    }

    private static Expression quotient(Expression dividend, Expression divisor) {
        return new Expression.Quotient(dividend, divisor);
    }

    private static Expression difference(Expression from, Expression subtracted) {
        return new Expression.Difference(from, subtracted);
    }

    @Test
    void aFormulaHasBracketsWhereItNeedsThem() {
        assertThat(Expression.product(A, B, C).symbols()).isEqualTo("a × b × c");
        assertThat(Expression.product(sum(A, B), C).symbols()).isEqualTo("(a + b) × c");
        assertThat(Expression.product(sum(A), C).symbols()).isEqualTo("a × c");
        assertThat(sum(Expression.product(A, B), C).symbols()).isEqualTo("a × b + c");
        assertThat(difference(sum(A, B), C).symbols()).isEqualTo("a + b − c");
        assertThat(difference(A, sum(B, C)).symbols()).isEqualTo("a − (b + c)");
        assertThat(difference(A, difference(B, C)).symbols()).isEqualTo("a − (b − c)");
        assertThat(difference(A, Expression.product(B, C)).symbols()).isEqualTo("a − b × c");
        assertThat(Expression.product(difference(B, A), C).symbols()).isEqualTo("(b − a) × c");
        assertThat(quotient(Expression.product(A, B), C).symbols()).isEqualTo("a × b ÷ c");
        assertThat(quotient(sum(A, B), C).symbols()).isEqualTo("(a + b) ÷ c");
        assertThat(quotient(A, Expression.product(B, C)).symbols()).isEqualTo("a ÷ (b × c)");
        assertThat(quotient(A, Expression.product(B)).symbols()).isEqualTo("a ÷ b");
        assertThat(Expression.product(new Expression.Minimum(sum(A, B), C), B).symbols())
                .isEqualTo("min(a + b, c) × b");
    }

    /** A quotient is rounded where it stands, which its brackets show. */
    @Test
    void aQuotientAmongFactorsKeepsItsBrackets() {
        assertThat(Expression.product(quotient(A, C), B).symbols()).isEqualTo("(a ÷ c) × b");
        assertThat(Expression.product(quotient(A, C)).symbols()).isEqualTo("a ÷ c");
        assertThat(sum(quotient(A, C), B).symbols()).isEqualTo("a ÷ c + b");
        assertThat(quotient(quotient(A, C), B).symbols()).isEqualTo("a ÷ c ÷ b");
    }

    @Test
    void numbersStandInThePlacesOfTheirNames() {
        Expression formula = difference(Expression.product(sum(A, C), B), A);

        assertThat(formula.numbers()).isEqualTo("(7 + 2) × 2,000 − 7");
        assertThat(formula.value()).isEqualTo(17_993);
        assertThat(formula.tokens().stream().filter(Expression.Token::isTerm)).hasSize(4);
    }

    /** 7 ÷ 2 is 3.5, which becomes 4; 2,000 ÷ 7 is 285.7. */
    @Test
    void aQuotientIsRoundedHalfUp() {
        assertThat(quotient(A, C).value()).isEqualTo(4);
        assertThat(quotient(B, A).value()).isEqualTo(286);
        assertThat(quotient(C, A).value()).isZero();
        assertThat(quotient(B, Expression.constant("one", 1)).value()).isEqualTo(2_000);
        assertThatThrownBy(() -> quotient(A, Expression.constant("none", 0)).value())
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> quotient(A, Expression.constant("less", -3)).value())
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void beyond64BitsIsNoNumber() {
        Expression most = Expression.constant("most", Long.MAX_VALUE);

        assertThatThrownBy(() -> sum(most, C).value()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Expression.product(most, C).value()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(
                        () -> difference(Expression.constant("least", -2), most).value())
                .isInstanceOf(ArithmeticException.class);
    }
}
