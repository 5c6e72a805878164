package dev.archnotes.site.markdown.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a long formula of a line of text where TeX would break it: after a relation, a plus or a minus that stands in no
 * parentheses. A browser does not break a line inside {@code <math>}, so a sum as long as a line would stick out of a
 * narrow page.
 */
public final class FormulaPieces {

    /** Characters that fit on the narrowest phone, 320 px; a formula that is no longer stays in one piece. */
    private static final int FITS = 28;

    private static final Pattern TAG = Pattern.compile("<(/?)(\\w+)[^>]*?(/?)>");
    private static final Pattern TOKENS = Pattern.compile("<[^>]*>|\\s+");
    private static final String START = "<math><mrow>";
    private static final String END = "</mrow></math>";
    private static final Set<String> BREAKS = Set.of("+", "−", "=", "≈", "≤", "≥", "<", ">", "&lt;", "&gt;", "→");

    private FormulaPieces() {}

    /** The formula in one piece, or its pieces from left to right, each ending with its operator. */
    public static List<String> of(String mathml) {
        if (!mathml.startsWith(START) || !mathml.endsWith(END) || length(mathml) <= FITS) {
            return List.of(mathml);
        }
        String row = mathml.substring(START.length(), mathml.length() - END.length());
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int parentheses = 0;
        for (String element : elements(row)) {
            String token = TOKENS.matcher(element).replaceAll("");
            boolean operator = element.startsWith("<mo");
            parentheses += operator && Set.of("(", "[").contains(token)
                    ? 1
                    : operator && Set.of(")", "]").contains(token) ? -1 : 0;
            if (operator && parentheses == 0 && BREAKS.contains(token) && !piece.isEmpty()) {
                // at the end of a row an operator would count as a postfix and lose its space
                pieces.add(START
                        + piece
                        + (element.contains(" form=") ? element : element.replaceFirst("<mo", "<mo form=\"infix\""))
                        + END);
                piece.setLength(0);
            } else {
                piece.append(element);
            }
        }
        if (parentheses != 0 || piece.isEmpty()) {
            return List.of(mathml);
        }
        pieces.add(START + piece + END);
        return List.copyOf(pieces);
    }

    private static int length(String mathml) {
        String text = TOKENS.matcher(mathml).replaceAll("");
        return text.codePointCount(0, text.length());
    }

    /** The elements side by side in a row. */
    private static List<String> elements(String row) {
        List<String> elements = new ArrayList<>();
        Matcher tag = TAG.matcher(row);
        int depth = 0;
        int start = 0;
        while (tag.find()) {
            depth += tag.group(1).isEmpty() ? tag.group(3).isEmpty() ? 1 : 0 : -1;
            if (depth == 0) {
                elements.add(row.substring(start, tag.end()));
                start = tag.end();
            }
        }
        return elements;
    }
}
