package dev.archnotes.site.markdown.code;

/**
 * A piece of code and what it is.
 *
 * @param style the class it gets, such as {@code tok-keyword}; empty where it gets none
 */
record CodeToken(String text, String style) {

    static final String PLAIN = "";
    static final String KEYWORD = "tok-keyword";
    static final String STRING = "tok-string";
    static final String COMMENT = "tok-comment";
    static final String NUMBER = "tok-number";
    static final String FUNCTION = "tok-function";
    static final String TYPE = "tok-type";
    static final String OPERATOR = "tok-operator";
    static final String PROPERTY = "tok-key";
    static final String VARIABLE = "tok-name";
    static final String ANNOTATION = "tok-name";
    static final String CONSTANT = "tok-constant";

    CodeToken in(String newStyle) {
        return new CodeToken(text, newStyle);
    }
}
