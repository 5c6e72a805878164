package dev.archnotes.site.files.search;

/**
 * A section of a page, as search finds it.
 *
 * @param group the kind of its page
 * @param title the title of its page
 * @param heading its heading; empty for what stands above the first one
 * @param href its address relative to the site's root, with an anchor
 * @param text its words
 */
record SearchDocument(Group group, String title, String heading, String href, String text) {
    private static final int SHOWN = 600;

    /** The kinds of pages under which results are listed. */
    enum Group {
        MODEL("model"),
        CONCEPT("concept"),
        COMPARISON("comparison"),
        PAGE("page");

        private final String key;

        Group(String key) {
            this.key = key;
        }

        /** Its word in the index. */
        String key() {
            return key;
        }
    }

    /** The beginning of its words, as results show it. */
    String excerpt() {
        if (text.length() <= SHOWN) {
            return text;
        }
        int end = text.lastIndexOf(' ', SHOWN);
        return text.substring(0, end < 0 ? text.offsetByCodePoints(0, text.codePointCount(0, SHOWN)) : end);
    }
}
