package dev.archnotes.model.ledger;

import dev.archnotes.model.number.Numerals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The working of an integer figure: a formula whose operands know their names, values and places.
 *
 * <p>{@code layers × 2 × KV heads × head dimension × 2 bytes}, with values {@code 36 × 2 × 8 × 128 × 2}.
 */
public sealed interface Expression {
    /** The exact value; an {@link ArithmeticException} on overflow. */
    long value();

    /**
     * How tightly its outermost operator binds: 3 for a term, 2 for products and quotients, 1 for sums and differences.
     */
    int binding();

    /** Its printed form as a sequence of tokens, so that each term can link to its place. */
    List<Token> tokens();

    /**
     * A piece of a printed formula: an operator or bracket, or a term.
     *
     * @param text the operator's text, empty for a term
     * @param term the term, null for an operator
     */
    record Token(String text, @Nullable Term term) {
        static Token operator(String text) {
            return new Token(text, null);
        }

        public boolean isTerm() {
            return term != null;
        }
    }

    /**
     * A named value.
     *
     * @param name its name in the field's terms
     * @param value its value
     * @param place where it stands in the specification (a dotted path), or empty for a constant or a figure derived
     *     before
     */
    record Term(String name, long value, String place) implements Expression {
        @Override
        public int binding() {
            return 3;
        }

        @Override
        public List<Token> tokens() {
            return List.of(new Token("", this));
        }
    }

    /** The sum of at least one operand. */
    record Sum(List<Expression> operands) implements Expression {
        public Sum {
            operands = List.copyOf(operands);
        }

        @Override
        public long value() {
            long sum = 0;
            for (Expression operand : operands) {
                sum = Math.addExact(sum, operand.value());
            }
            return sum;
        }

        @Override
        public int binding() {
            return operands.size() == 1 ? operands.get(0).binding() : 1;
        }

        @Override
        public List<Token> tokens() {
            return joined(operands, " + ", 1);
        }
    }

    /** The product of at least one operand. */
    record Product(List<Expression> operands) implements Expression {
        public Product {
            operands = List.copyOf(operands);
        }

        @Override
        public long value() {
            long product = 1;
            for (Expression operand : operands) {
                product = Math.multiplyExact(product, operand.value());
            }
            return product;
        }

        @Override
        public int binding() {
            return operands.size() == 1 ? operands.get(0).binding() : 2;
        }

        @Override
        public List<Token> tokens() {
            return joined(operands, " × ", 2);
        }
    }

    /** The first operand less the second. */
    record Difference(Expression from, Expression subtracted) implements Expression {
        @Override
        public long value() {
            return Math.subtractExact(from.value(), subtracted.value());
        }

        @Override
        public int binding() {
            return 1;
        }

        @Override
        public List<Token> tokens() {
            List<Token> tokens = new ArrayList<>(bracketed(from, 1));
            tokens.add(Token.operator(" − "));
            tokens.addAll(bracketed(subtracted, 2));
            return tokens;
        }
    }

    /**
     * The first operand divided by the second, rounded half up; a divisor of zero is an {@link ArithmeticException}.
     */
    record Quotient(Expression dividend, Expression divisor) implements Expression {
        @Override
        public long value() {
            long by = divisor.value();
            if (by <= 0) {
                throw new ArithmeticException("division by " + by);
            }
            return Math.floorDiv(Math.addExact(dividend.value(), by / 2), by);
        }

        @Override
        public int binding() {
            return 2;
        }

        @Override
        public List<Token> tokens() {
            List<Token> tokens = new ArrayList<>(bracketed(dividend, 2));
            tokens.add(Token.operator(" ÷ "));
            tokens.addAll(bracketed(divisor, 3));
            return tokens;
        }
    }

    /** The smaller of two operands. */
    record Minimum(Expression first, Expression second) implements Expression {
        @Override
        public long value() {
            return Math.min(first.value(), second.value());
        }

        @Override
        public int binding() {
            return 3;
        }

        @Override
        public List<Token> tokens() {
            List<Token> tokens = new ArrayList<>();
            tokens.add(Token.operator("min("));
            tokens.addAll(first.tokens());
            tokens.add(Token.operator(", "));
            tokens.addAll(second.tokens());
            tokens.add(Token.operator(")"));
            return tokens;
        }
    }

    static Expression term(String name, long value, String place) {
        return new Term(name, value, place);
    }

    static Expression constant(String name, long value) {
        return new Term(name, value, "");
    }

    static Expression product(Expression... operands) {
        return new Product(List.of(operands));
    }

    static Expression sum(List<? extends Expression> operands) {
        return new Sum(List.copyOf(operands));
    }

    private static List<Token> bracketed(Expression operand, int atLeast) {
        if (operand.binding() >= atLeast) {
            return operand.tokens();
        }
        List<Token> tokens = new ArrayList<>();
        tokens.add(Token.operator("("));
        tokens.addAll(operand.tokens());
        tokens.add(Token.operator(")"));
        return tokens;
    }

    private static List<Token> joined(List<Expression> operands, String operator, int binding) {
        List<Token> tokens = new ArrayList<>();
        for (Expression operand : operands) {
            if (!tokens.isEmpty()) {
                tokens.add(Token.operator(operator));
            }
            // a quotient within a product keeps its brackets, so that the rounding stands where it happens
            boolean quotientInProduct = binding == 2 && operands.size() > 1 && operand instanceof Quotient;
            tokens.addAll(bracketed(operand, quotientInProduct ? 3 : binding));
        }
        return tokens;
    }

    /** The formula in words: {@code layers × KV heads × head dimension}. */
    default String symbols() {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens()) {
            Term term = token.term();
            text.append(term == null ? token.text() : term.name());
        }
        return text.toString();
    }

    /** The formula with its values put in: {@code 36 × 8 × 128}. */
    default String numbers() {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens()) {
            Term term = token.term();
            text.append(term == null ? token.text() : Numerals.grouped(term.value()));
        }
        return text.toString();
    }
}
