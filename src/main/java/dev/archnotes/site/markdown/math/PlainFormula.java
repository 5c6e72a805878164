package dev.archnotes.site.markdown.math;

import java.util.Map;
import java.util.Set;

/**
 * A formula as somebody would type it into a line of text: {@code \frac{a}{b} \times d_{h}} as {@code a/b × d_h}. It
 * stands in results of a search, and is what a search finds; what a page shows is rendered from the TeX itself.
 */
public final class PlainFormula {
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("times", " × "),
            Map.entry("cdot", " · "),
            Map.entry("div", " ÷ "),
            Map.entry("pm", " ± "),
            Map.entry("le", " ≤ "),
            Map.entry("leq", " ≤ "),
            Map.entry("ge", " ≥ "),
            Map.entry("geq", " ≥ "),
            Map.entry("ll", " ≪ "),
            Map.entry("gg", " ≫ "),
            Map.entry("ne", " ≠ "),
            Map.entry("neq", " ≠ "),
            Map.entry("approx", " ≈ "),
            Map.entry("sim", " ~ "),
            Map.entry("propto", " ∝ "),
            Map.entry("in", " ∈ "),
            Map.entry("to", " → "),
            Map.entry("rightarrow", " → "),
            Map.entry("mapsto", " ↦ "),
            Map.entry("leftarrow", " ← "),
            Map.entry("odot", " ⊙ "),
            Map.entry("oplus", " ⊕ "),
            Map.entry("otimes", " ⊗ "),
            Map.entry("mid", " | "),
            Map.entry("sum", "∑"),
            Map.entry("prod", "∏"),
            Map.entry("int", "∫"),
            Map.entry("infty", "∞"),
            Map.entry("partial", "∂"),
            Map.entry("nabla", "∇"),
            Map.entry("sqrt", "√"),
            Map.entry("ldots", "…"),
            Map.entry("cdots", "…"),
            Map.entry("dots", "…"),
            Map.entry("lfloor", "⌊"),
            Map.entry("rfloor", "⌋"),
            Map.entry("lceil", "⌈"),
            Map.entry("rceil", "⌉"),
            Map.entry("top", "ᵀ"),
            Map.entry("prime", "′"),
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("delta", "δ"),
            Map.entry("epsilon", "ε"),
            Map.entry("varepsilon", "ε"),
            Map.entry("eta", "η"),
            Map.entry("theta", "θ"),
            Map.entry("lambda", "λ"),
            Map.entry("mu", "μ"),
            Map.entry("pi", "π"),
            Map.entry("rho", "ρ"),
            Map.entry("sigma", "σ"),
            Map.entry("tau", "τ"),
            Map.entry("phi", "φ"),
            Map.entry("omega", "ω"),
            Map.entry("Delta", "Δ"),
            Map.entry("Theta", "Θ"),
            Map.entry("Sigma", "Σ"),
            Map.entry("Phi", "Φ"),
            Map.entry("Omega", "Ω"),
            Map.entry("quad", " "),
            Map.entry("qquad", " "));

    /** Commands that say how their argument looks, or how large a sign is. */
    private static final Set<String> LOOKS = Set.of(
            "text",
            "mathrm",
            "mathbf",
            "mathit",
            "mathsf",
            "mathcal",
            "mathbb",
            "boldsymbol",
            "operatorname",
            "textbf",
            "textit",
            "texttt",
            "mathtt",
            "left",
            "right",
            "bigl",
            "bigr",
            "Bigl",
            "Bigr",
            "big",
            "Big",
            "biggl",
            "biggr",
            "displaystyle",
            "textstyle",
            "limits",
            "tilde",
            "hat",
            "bar",
            "vec",
            "overline",
            "underbrace",
            "overbrace",
            "underline",
            "mathop",
            "mathbin",
            "phantom",
            "boxed");

    private static final Set<String> FRACTIONS = Set.of("frac", "dfrac", "tfrac");

    /** Fractions within fractions; what is deeper is left as it is. */
    private static final int DEEPEST = 12;

    private final String tex;
    private final int depth;
    private final StringBuilder plain = new StringBuilder();
    private int at;

    private PlainFormula(String tex, int depth) {
        this.tex = tex;
        this.depth = depth;
    }

    /** The formula in one line. */
    public static String of(String tex) {
        return of(tex, 0);
    }

    private static String of(String tex, int depth) {
        PlainFormula formula = new PlainFormula(tex, depth);
        while (formula.at < tex.length()) {
            formula.next();
        }
        return String.join(" ", formula.plain.toString().strip().split("\\s+"));
    }

    private void next() {
        char c = tex.charAt(at);
        if (c == '\\') {
            command();
        } else if (c == '{' && tex.startsWith("{,}", at)) {
            plain.append(',');
            at += 3;
        } else if ((c == '^' || c == '_') && depth < DEEPEST) {
            at++;
            script(c);
        } else {
            at++;
            if (c != '{' && c != '}' && c != '$') {
                plain.append(c == '&' || c == '~' ? ' ' : c);
            }
        }
    }

    /** An exponent or index: as it is where it cannot be taken for more, or less, than is raised or lowered. */
    private void script(char sign) {
        if (tex.startsWith("{", at)) {
            String part = of(argument(), depth + 1);
            boolean raised = part.equals(SIGNS.get("top")) || part.equals(SIGNS.get("prime"));
            boolean number = part.startsWith("-") && part.substring(1).chars().allMatch(Character::isDigit);
            plain.append(raised ? "" : sign).append(number ? part : grouped(part));
        } else if (!tex.startsWith("\\top", at) && !tex.startsWith("\\prime", at)) {
            plain.append(sign);
        }
    }

    private void command() {
        int end = at + 1;
        while (end < tex.length() && Character.isLetter(tex.charAt(end))) {
            end++;
        }
        if (end == at + 1) {
            sign();
            return;
        }
        String name = tex.substring(at + 1, end);
        at = end;
        if (FRACTIONS.contains(name) && depth < DEEPEST) {
            String above = of(argument(), depth + 1);
            String below = of(argument(), depth + 1);
            plain.append(grouped(above)).append('/').append(grouped(below));
        } else if (name.equals("sqrt") && tex.startsWith("{", at) && depth < DEEPEST) {
            plain.append("√").append(grouped(of(argument(), depth + 1)));
        } else if (name.equals("begin") || name.equals("end")) {
            argument();
            plain.append(' ');
        } else if (!LOOKS.contains(name)) {
            plain.append(SIGNS.getOrDefault(name, name));
        }
    }

    /** A backslash before a sign: the sign itself, a space of some width, or the end of a line. */
    private void sign() {
        char sign = at + 1 < tex.length() ? tex.charAt(at + 1) : ' ';
        plain.append("%#&_{}|$".indexOf(sign) >= 0 ? sign : ' ');
        at = Math.min(tex.length(), at + 2);
    }

    /** What stands between the braces that follow, or the one sign that does. */
    private String argument() {
        while (at < tex.length() && tex.charAt(at) == ' ') {
            at++;
        }
        if (at >= tex.length() || tex.charAt(at) != '{') {
            int start = at;
            at = Math.min(tex.length(), at + 1);
            return tex.substring(start, at);
        }
        int depth = 0;
        int start = at + 1;
        for (; at < tex.length(); at++) {
            char c = tex.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return tex.substring(start, at++);
            }
        }
        at = tex.length();
        return tex.substring(start);
    }

    /** In brackets where it is more than one number or name. */
    private static String grouped(String part) {
        return part.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || "._,'′√".indexOf(c) >= 0)
                ? part
                : "(" + part + ")";
    }
}
