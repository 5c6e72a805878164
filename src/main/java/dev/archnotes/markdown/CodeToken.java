package dev.archnotes.markdown;

/**
 * A piece of code and what it is.
 *
 * @param style the class it gets, such as {@code tok-k}; empty where it gets none
 */
record CodeToken(String text, String style) {

    static final String PLAIN = "";
    static final String KEYWORD = "tok-k";
    static final String STRING = "tok-s";
    static final String COMMENT = "tok-c";
    static final String NUMBER = "tok-n";
    static final String FUNCTION = "tok-f";
    static final String TYPE = "tok-t";
    static final String OPERATOR = "tok-o";
    static final String PROPERTY = "tok-p";
    static final String VARIABLE = "tok-v";
    static final String ANNOTATION = "tok-a";
    static final String PROMPT = "tok-g";

    CodeToken in(String newStyle) {
        return new CodeToken(text, newStyle);
    }
}
