package dev.archnotes.site.page;

import java.util.List;
import java.util.Optional;

/**
 * How a page shows elsewhere: to search engines, in the site's own search, where a link to it is shared.
 *
 * @param role what it is to programs
 * @param card the picture that is shown with a link to it; empty where nobody shares one
 * @param sections what search finds of it; none where it is no result
 */
public record Listing(Role role, Optional<Card> card, List<SearchSection> sections) {
    /** The listing of a page that is in no list: not in the sitemap, not found by search, without a card. */
    public static Listing unlisted(Role role) {
        return new Listing(role, Optional.empty(), List.of());
    }

    public Listing {
        sections = List.copyOf(sections);
    }

    /** What a page is to programs. */
    public enum Role {
        /** The first page, which stands for the whole site. */
        SITE("WebSite", true),
        ARTICLE("TechArticle", true),
        /** The page of the data files. */
        DATASET("Dataset", true),
        /** A page that is used rather than read, and in no list of pages. */
        TOOL("TechArticle", false),
        /** What stands in the place of a page that is not there. */
        ABSENCE("", false);

        private final String type;
        private final boolean listed;

        Role(String type, boolean listed) {
            this.type = type;
            this.listed = listed;
        }

        /** Its type in the words of schema.org; empty where it has none. */
        public String type() {
            return type;
        }

        /** Whether lists of pages name it, the sitemap and those of search engines. */
        public boolean isListed() {
            return listed;
        }
    }

    /**
     * A section of a page, as search finds it.
     *
     * @param group the kind of its page
     * @param title the title of its page
     * @param heading its heading; empty for what stands above the first one
     * @param href its address relative to the site's root, with an anchor
     * @param text its words
     */
    public record SearchSection(Group group, String title, String heading, String href, String text) {
        private static final int SHOWN = 1_000;

        /** The kinds of pages under which results are listed. */
        public enum Group {
            MODEL("model"),
            CONCEPT("concept"),
            COMPARISON("comparison"),
            PAGE("page");

            private final String key;

            Group(String key) {
                this.key = key;
            }

            /** Its word in the index. */
            public String key() {
                return key;
            }
        }

        /** By how much more or less it counts than a section of a concept or a model. */
        public double weight() {
            switch (group) {
                case PAGE:
                    return 0.5;
                case COMPARISON:
                    return 0.6;
                default:
                    return heading.isEmpty() ? 1.5 : 1;
            }
        }

        /** The beginning of its words, as results show it. */
        public String excerpt() {
            if (text.length() <= SHOWN) {
                return text;
            }
            int end = text.lastIndexOf(' ', SHOWN);
            return text.substring(0, end < 0 ? text.offsetByCodePoints(0, text.codePointCount(0, SHOWN)) : end);
        }
    }
}
