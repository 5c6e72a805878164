package dev.archnotes.site.content;

import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.RuleLevels;
import dev.archnotes.site.look.Color;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code site.yaml} says.
 *
 * @param title the site's name
 * @param headline what it is about, in a few words: the heading of the first page; the title where there is nothing
 *     else to say
 * @param tagline what it is, in one or two sentences
 * @param addresses where the site and its sources stand
 * @param folders folders whose notes have a meaning
 * @param language the language of the notes and of the words around them
 * @param treatment how the notes are taken
 * @param look what makes the site look like the author's own
 * @param above the title of the site below which this one is published; empty where there is none
 * @param below the sites that are published below this one
 */
public record SiteSettings(
        String title,
        String headline,
        String tagline,
        Addresses addresses,
        Folders folders,
        Language language,
        Treatment treatment,
        Look look,
        String above,
        List<Below> below) {
    public SiteSettings {
        below = List.copyOf(below);
    }

    /**
     * How the notes are taken.
     *
     * @param levels how much the findings of each rule matter
     * @param exclude patterns of the files that are no part of the notes
     * @param order notes and folders that come before their neighbors, in order
     * @param book whether there is a page that holds all notes, to be printed
     * @param schemas whether the site has the JSON schemas of what authors write, so that editors can name them
     * @param license under which license notes and data stand; empty where nobody says so
     */
    public record Treatment(
            RuleLevels levels, List<String> exclude, PlacedWords order, boolean book, boolean schemas, String license) {
        /** Where {@code site.yaml} says nothing about it. */
        public static final Treatment USUAL =
                new Treatment(RuleLevels.USUAL, List.of(), PlacedWords.NONE, false, false, "");

        public Treatment {
            exclude = List.copyOf(exclude);
        }
    }

    /**
     * Folders whose notes have a meaning, each with a slash at its end.
     *
     * @param concepts notes on concepts
     * @param baselines families that show what changed, apart from the others
     */
    public record Folders(String concepts, String baselines) {
        /** Where {@code site.yaml} names none. */
        public static final Folders USUAL = new Folders("Generic/", "Baselines/");
    }

    /**
     * Where the site and its sources stand; each is empty where nobody says.
     *
     * @param base the address at which the site is published, with a slash at the end
     * @param repository the address of the notes' repository
     * @param edit the address to which a note's path is appended for editing
     * @param issues the address at which a wrong figure is reported
     */
    public record Addresses(String base, String repository, String edit, String issues) {
        /** Where nobody says anything. */
        public static final Addresses NONE = new Addresses("", "", "", "");

        /** Whether the full address of a page is known, which crawlers, feed readers and cards need. */
        public boolean isPublished() {
            return !base.isEmpty();
        }

        /**
         * The address at which a wrong figure of a page is reported, empty where nobody says where. A form of GitHub
         * begins with the page: {@code place} is a field of this project's own form, {@code title} and {@code body} are
         * what any repository has.
         *
         * @param page the path of the page
         */
        public String report(String title, String page) {
            return issues.endsWith("/issues/new")
                    ? issues + "?template=wrong-figure.yml&title=" + encoded("Wrong figure: " + title) + "&place="
                            + encoded(base + page) + "&body=" + encoded(base + page)
                    : issues;
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }

        /** Those of a site that is published below this one. */
        public Addresses below(Below site) {
            return new Addresses(
                    base.isEmpty() ? "" : base + site.name() + "/",
                    repository,
                    edit.isEmpty()
                            ? ""
                            : URI.create(edit).resolve(site.folder() + "/").toString(),
                    issues);
        }

        /** These, and the others where these are empty. */
        public Addresses or(Addresses others) {
            return new Addresses(
                    base.isEmpty() ? others.base : base,
                    repository.isEmpty() ? others.repository : repository,
                    edit.isEmpty() ? others.edit : edit,
                    issues.isEmpty() ? others.issues : issues);
        }
    }

    /**
     * What makes a site look like its author's own; files are paths in the notes folder, and empty where there is none.
     *
     * @param accent the color of links
     * @param logo an image beside the site's name
     * @param icon an image for the tab of a browser
     * @param styleSheet rules that come after those of the site
     * @param footer what stands at the foot of every page
     */
    public record Look(Optional<Color> accent, String logo, String icon, String styleSheet, Footer footer) {
        /** The generator's own look. */
        public static final Look USUAL = new Look(Optional.empty(), "", "", "", Footer.NONE);
    }

    /**
     * What the author wants at the foot of every page.
     *
     * @param text a sentence; empty where there is none
     * @param links addresses elsewhere by the names that readers see, in order
     */
    public record Footer(String text, Map<String, String> links) {
        /** Nothing of one's own. */
        public static final Footer NONE = new Footer("", Map.of());

        public Footer {
            links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
        }
    }

    /** The same with other addresses, where they are not empty. */
    public SiteSettings at(Addresses others) {
        return new SiteSettings(
                title, headline, tagline, others.or(addresses), folders, language, treatment, look, above, below);
    }

    /** The same below another site. */
    public SiteSettings within(Above site) {
        return new SiteSettings(
                title,
                headline,
                tagline,
                site.addresses().or(addresses),
                folders,
                language,
                treatment,
                look,
                site.title(),
                below);
    }

    /**
     * The site below which another one is published.
     *
     * @param title its name
     * @param addresses where the other one and its sources stand
     */
    public record Above(String title, Addresses addresses) {}

    /**
     * A site that is published below this one.
     *
     * @param name its address: the name of a folder of the site
     * @param folder its notes folder, relative to this one's, without a slash at the end
     * @param place where the settings name it
     */
    public record Below(String name, String folder, Location place) {
        /** The words of a link to it: {@code Manual} for {@code manual}. */
        public String title() {
            return NoteAddress.words(name);
        }
    }
}
