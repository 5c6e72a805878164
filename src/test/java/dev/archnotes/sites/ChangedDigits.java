package dev.archnotes.sites;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.check.Checks;
import dev.archnotes.site.markdown.math.MathResult;
import dev.archnotes.site.read.LibraryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A notes folder in which the last digit of every checked fact is another one.
 *
 * @param findings what the checks say of it
 * @param right the hints that would restore the text, one for each fact that was changed
 */
public record ChangedDigits(Diagnostics findings, List<String> right) {
    private static final Pattern FACT = Pattern.compile("\\[([\\d.,]*\\d)([^\\]\\[]*)]\\(fact:");

    /** Changes a copy of a notes folder and checks it. */
    public static ChangedDigits of(Path notes, Path copies) throws IOException {
        List<String> right = new ArrayList<>();
        for (Path file : FieldGuide.files(notes)) {
            Path copy = copies.resolve(notes.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            String text = Files.readString(file);
            Files.writeString(copy, file.toString().endsWith(".md") ? changed(text, right) : text);
        }
        return new ChangedDigits(
                new Checks((tex, display) -> new MathResult.Rendered(""))
                        .run(Catalogue.of(LibraryReader.read(copies).library()))
                        .findings(),
                right);
    }

    private static String changed(String text, List<String> right) {
        Matcher fact = FACT.matcher(text);
        return fact.replaceAll(found -> {
            String digits = found.group(1);
            char last = digits.charAt(digits.length() - 1);
            right.add("write \"" + digits + found.group(2) + "\"");
            char other = (char) ('0' + (last - '0' + 1) % 10);
            return Matcher.quoteReplacement(
                    "[" + digits.substring(0, digits.length() - 1) + other + found.group(2) + "](fact:");
        });
    }
}
