package dev.archnotes.site.cli.argument;

import dev.archnotes.model.number.Amount;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a memory: {@code 24GB}, which is decimal, {@code 24GiB}, which is binary. */
public final class ByteCount implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
        return Amount.bytes(text)
                .orElseThrow(() -> new TypeConversionException("\"" + text
                        + "\"; write it with its unit, 24GB (24 × 10⁹ bytes) or 24GiB (24 × 2³⁰, as cards of \"24 GB\" "
                        + "nearly have)"));
    }
}
