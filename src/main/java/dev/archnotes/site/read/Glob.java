package dev.archnotes.site.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A pattern of paths as a shell has it: {@code *} and {@code ?} within a name, {@code **} across folders,
 * {@code [a-z]}, {@code [!a]}, <code>{a,b}</code>, and a backslash before a sign that means itself. It is matched in
 * one walk along the path: the matcher of the JDK tries every way in which the stars can be filled, which a pattern of
 * forty characters makes endless.
 */
final class Glob {
    private static final int MOST_ALTERNATIVES = 100;

    private final List<List<Step>> alternatives = new ArrayList<>();

    /**
     * A place of the pattern.
     *
     * @param fits which characters fit there
     * @param repeats whether any number of them fit, none too
     */
    private record Step(IntPredicate fits, boolean repeats) {}

    /** Reads a pattern; an {@link IllegalArgumentException} where it is none. */
    Glob(String pattern) {
        for (String plain : expanded(pattern)) {
            alternatives.add(steps(plain));
        }
    }

    /** Whether a path, with forward slashes, is as the pattern says. */
    boolean matches(String path) {
        return alternatives.stream().anyMatch(steps -> matches(steps, path));
    }

    /** Goes along the path with all places of the pattern at which one may be by then. */
    private static boolean matches(List<Step> steps, String path) {
        int end = steps.size();
        boolean[] here = new boolean[end + 1];
        here[0] = true;
        skip(steps, here);
        for (int i = 0; i < path.length(); i++) {
            boolean[] next = new boolean[end + 1];
            for (int at = 0; at < end; at++) {
                if (here[at] && steps.get(at).fits().test(path.charAt(i))) {
                    next[steps.get(at).repeats() ? at : at + 1] = true;
                }
            }
            skip(steps, next);
            here = next;
        }
        return here[end];
    }

    private static void skip(List<Step> steps, boolean[] places) {
        for (int at = 0; at < steps.size(); at++) {
            places[at + 1] |= places[at] && steps.get(at).repeats();
        }
    }

    private static List<Step> steps(String pattern) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < pattern.length(); i++) {
            char sign = pattern.charAt(i);
            if (sign == '*') {
                boolean across = pattern.startsWith("**", i);
                steps.add(new Step(across ? c -> true : c -> c != '/', true));
                i += across ? 1 : 0;
            } else if (sign == '?') {
                steps.add(new Step(c -> c != '/', false));
            } else if (sign == '[') {
                int close = pattern.indexOf(']', i + 2);
                if (close < 0) {
                    throw new IllegalArgumentException("the bracket is not closed");
                }
                steps.add(new Step(oneOf(pattern.substring(i + 1, close)), false));
                i = close;
            } else {
                i += sign == '\\' ? 1 : 0;
                if (i == pattern.length()) {
                    throw new IllegalArgumentException("nothing follows the backslash");
                }
                char literal = pattern.charAt(i);
                steps.add(new Step(c -> c == literal, false));
            }
        }
        return steps;
    }

    private static IntPredicate oneOf(String signs) {
        boolean others = signs.startsWith("!") || signs.startsWith("^");
        String listed = others ? signs.substring(1) : signs;
        return c -> c != '/' && isListed(listed, c) != others;
    }

    private static boolean isListed(String signs, int c) {
        for (int i = 0; i < signs.length(); i++) {
            boolean range = i + 2 < signs.length() && signs.charAt(i + 1) == '-';
            if (c >= signs.charAt(i) && c <= signs.charAt(range ? i + 2 : i)) {
                return true;
            }
            i += range ? 2 : 0;
        }
        return false;
    }

    /** The patterns without braces that one with braces stands for. */
    private static List<String> expanded(String pattern) {
        List<String> found = new ArrayList<>();
        List<String> left = new ArrayList<>(List.of(pattern));
        while (!left.isEmpty()) {
            String next = left.remove(left.size() - 1);
            int close = next.indexOf('}');
            int open = close < 0 ? next.indexOf('{') : next.lastIndexOf('{', close);
            if (close < 0 && open < 0) {
                found.add(next);
            } else if (close < 0 || open < 0) {
                throw new IllegalArgumentException("the brace is not closed");
            } else {
                for (String part : next.substring(open + 1, close).split(",", -1)) {
                    left.add(next.substring(0, open) + part + next.substring(close + 1));
                }
            }
            if (found.size() + left.size() > MOST_ALTERNATIVES) {
                throw new IllegalArgumentException("too many alternatives");
            }
        }
        return found;
    }
}
