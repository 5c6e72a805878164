package dev.archnotes.site.page;

/**
 * Where a page stands, relative to the site's root: {@code models/qwen3/} or {@code 404.html}; the home page is empty.
 *
 * @param value the path, without a leading slash
 */
public record PagePath(String value) implements Comparable<PagePath> {
    public static final PagePath HOME = new PagePath("");

    public PagePath {
        if (value.startsWith("/") || value.contains("..") || value.contains("//")) {
            throw new IllegalArgumentException("not a path below the site's root: " + value);
        }
    }

    /** The file that holds the page. */
    public String file() {
        return value.isEmpty() || value.endsWith("/") ? value + "index.html" : value;
    }

    /** The relative path of the site's root, with a slash at the end. */
    public String root() {
        StringBuilder up = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '/') {
                up.append("../");
            }
        }
        return up.length() == 0 ? "./" : up.toString();
    }

    /** The relative link from this page to another; a page links to itself as {@code ./}. */
    public String to(PagePath target) {
        return to(target.value);
    }

    /** The relative link from this page to a path below the site's root, perhaps with an anchor. */
    public String to(String target) {
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        String anchor = hash < 0 ? "" : target.substring(hash);
        if (path.equals(value) && !anchor.isEmpty()) {
            return anchor;
        }
        int common = 0;
        for (int i = 0; i < Math.min(path.length(), value.length()) && path.charAt(i) == value.charAt(i); i++) {
            if (path.charAt(i) == '/') {
                common = i + 1;
            }
        }
        StringBuilder link = new StringBuilder();
        for (int i = common; i < value.length(); i++) {
            if (value.charAt(i) == '/') {
                link.append("../");
            }
        }
        link.append(path.substring(common));
        return (link.length() == 0 ? "./" : link.toString()) + anchor;
    }

    @Override
    public int compareTo(PagePath other) {
        return value.compareTo(other.value);
    }
}
