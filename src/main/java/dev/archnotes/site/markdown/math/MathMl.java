package dev.archnotes.site.markdown.math;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Temml's MathML with classes of the stylesheet for its {@code style} attributes, which the site's content security
 * policy refuses.
 */
final class MathMl {

    private static final Pattern STYLED = Pattern.compile("<(\\w+)([^<>]*?) style=\"([^\"]*)\"([^<>]*)>");
    private static final Pattern CLASS = Pattern.compile(" class=\"([^\"]*)\"");

    /** The class for a declaration; empty where the stylesheet says the same of the element itself. */
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("display:block math", ""),
            Map.entry("math-depth:0", "m-depth0"),
            Map.entry("padding:0", "m-p0"),
            Map.entry("padding-left:0em", "m-pl0"),
            Map.entry("padding-left:0pt", "m-pl0"),
            Map.entry("padding-left:1em", "m-pl1"),
            Map.entry("padding-left:5.9776pt", "m-pl6"),
            Map.entry("padding-right:0em", "m-pr0"),
            Map.entry("padding-right:0pt", "m-pr0"),
            Map.entry("padding-right:5.9776pt", "m-pr6"),
            Map.entry("width:50%", "m-w50"),
            Map.entry("border-right:0.06em solid", "m-br"),
            Map.entry("border-left:0.06em solid", "m-bl"),
            Map.entry("border-top:0.06em solid", "m-bt"),
            Map.entry("border-bottom:0.06em solid", "m-bb"),
            Map.entry("margin-left:-0.1667em", "m-thin-back"),
            Map.entry("margin-left:-0.2222em", "m-med-back"),
            Map.entry("margin-left:-0.2778em", "m-thick-back"));

    private MathMl() {}

    /**
     * {@code <mrow class="m-thin-back">} for {@code <mrow style="margin-left:-0.1667em;">}; fails where there is no
     * such class, and where there is more than mathematics.
     */
    static MathResult withoutStyles(String given) {
        Matcher tag = STYLED.matcher(given);
        StringBuilder clean = new StringBuilder(given.length());
        while (tag.find()) {
            String attributes = tag.group(2) + tag.group(4);
            Matcher present = CLASS.matcher(attributes);
            Set<String> classes = new LinkedHashSet<>();
            if (present.find()) {
                classes.add(present.group(1));
            }
            for (String declaration : tag.group(3).split(";")) {
                String style = declaration.strip().replaceAll("\\s*:\\s*", ":");
                if (!CLASSES.containsKey(style)) {
                    return new MathResult.Failed(
                            "the formula needs the style \"" + style + "\", which the stylesheet does not have", 0);
                }
                classes.add(CLASSES.get(style));
            }
            String joined = classes.stream().filter(name -> !name.isEmpty()).collect(Collectors.joining(" "));
            String written = joined.isEmpty() ? "" : " class=\"" + joined + "\"";
            tag.appendReplacement(
                    clean,
                    Matcher.quoteReplacement(
                            "<" + tag.group(1) + CLASS.matcher(attributes).replaceAll("") + written + ">"));
        }
        String mathml = tag.appendTail(clean).toString();
        return MathMlCheck.fault(mathml)
                .<MathResult>map(fault -> new MathResult.Failed(fault, 0))
                .orElseGet(() -> new MathResult.Rendered(mathml));
    }
}
