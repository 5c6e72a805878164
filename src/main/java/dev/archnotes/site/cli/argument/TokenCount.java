package dev.archnotes.site.cli.argument;

import dev.archnotes.model.deployment.Load;
import dev.archnotes.model.number.Amount;
import dev.archnotes.model.number.Numerals;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of tokens: {@code 8192}, {@code 200k}, {@code 1M}. */
public final class TokenCount implements ITypeConverter<Long> {
    private static final String WRITE = "write a number of tokens such as 8192, 200k (200 × 1,024) or 1M (1,048,576)";

    @Override
    public Long convert(String text) {
        long tokens = Amount.tokens(text).orElseThrow(() -> new TypeConversionException("\"" + text + "\"; " + WRITE));
        if (tokens > Load.LONGEST_CONTEXT) {
            throw new TypeConversionException(Numerals.grouped(tokens) + " tokens; the longest context is "
                    + Numerals.grouped(Load.LONGEST_CONTEXT));
        }
        return tokens;
    }
}
