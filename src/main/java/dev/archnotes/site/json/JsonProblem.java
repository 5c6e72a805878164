package dev.archnotes.site.json;

/**
 * What keeps a text from being JSON, in the words of somebody who writes one; the parser's own speak of its switches.
 *
 * @param message what is wrong
 * @param hint what to write instead, or empty
 */
record JsonProblem(String message, String hint) {
    private static final String VALUES =
            "JSON knows numbers, texts in double quotes, lists, objects, true, false and null";

    /** The problem of a message of the parser. */
    static JsonProblem of(String parsers) {
        if (parsers.startsWith("Unexpected end-of-input")) {
            return new JsonProblem("the file ends in the middle", "a closing quote or bracket is missing");
        } else if (parsers.startsWith("Duplicate")) {
            return new JsonProblem("the key \"" + between(parsers, '"') + "\" is there twice", "keep one");
        } else if (parsers.startsWith("Unrecognized token") || parsers.startsWith("Non-standard token")) {
            return new JsonProblem("\"" + between(parsers, '\'') + "\" is not a value", VALUES);
        } else if (parsers.startsWith("Unexpected character ('")) {
            return unexpected(parsers.charAt("Unexpected character ('".length()), parsers);
        } else if (parsers.startsWith("Unexpected close marker")) {
            return new JsonProblem("unexpected \"" + between(parsers, '\'') + "\"", "another bracket is still open");
        } else if (parsers.startsWith("Illegal unquoted character")) {
            return new JsonProblem(
                    "a text runs over the end of its line or holds a control character", "write \\n for a line break");
        } else if (parsers.contains("umeric value") || parsers.contains("number")) {
            return new JsonProblem(
                    "this is not a number of JSON", "write digits without leading zeros, such as 0.5 or 1e-6");
        }
        return new JsonProblem("this is not JSON", "");
    }

    private static JsonProblem unexpected(char found, String parsers) {
        switch (found) {
            case '\'':
                return new JsonProblem("a single quote where JSON has double quotes", "write \"…\"");
            case '/':
            case '#':
                return new JsonProblem("a comment, which JSON does not have", "take it out");
            case '}':
            case ']':
                return new JsonProblem("unexpected \"" + found + "\"", "is there a comma too many before it?");
            default:
                boolean comma = parsers.contains("expecting comma");
                return new JsonProblem(
                        "unexpected \"" + found + "\"", comma ? "is a comma missing before it?" : VALUES);
        }
    }

    private static String between(String text, char quote) {
        int from = text.indexOf(quote) + 1;
        int to = text.indexOf(quote, from);
        return to < 0 ? text.substring(from) : text.substring(from, to);
    }
}
