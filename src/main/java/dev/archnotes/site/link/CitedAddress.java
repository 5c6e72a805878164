package dev.archnotes.site.link;

import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.content.Prose;
import dev.archnotes.site.content.Reference;
import dev.archnotes.site.markdown.node.ImageRef;
import dev.archnotes.site.markdown.node.LinkRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address outside the site.
 *
 * @param address without its fragment, which no server is asked for
 * @param places where the notes name it, in order
 * @param archived a copy of it that the bibliography names; empty where it names none
 */
public record CitedAddress(String address, List<Location> places, String archived) {
    private static final Pattern ARCHIVE =
            Pattern.compile("https?://(?:web\\.archive\\.org/web|archive\\.(?:today|ph|is))/[^\\s{}\"<>,]+");

    public CitedAddress {
        places = List.copyOf(places);
    }

    /** All addresses of a library, sorted. */
    public static List<CitedAddress> of(Library library) {
        Map<String, TreeSet<Location>> places = new TreeMap<>();
        Map<String, String> archives = new TreeMap<>();
        for (Prose prose : library.prose()) {
            for (LinkRef link : prose.document().links()) {
                if (link.leavesSite()) {
                    add(places, link.target(), link.location());
                }
            }
            for (ImageRef image : prose.document().images()) {
                if (image.isOnTheWeb()) {
                    add(places, image.target(), image.location());
                }
            }
        }
        for (Reference reference : library.references().values()) {
            String address = reference.url();
            if (address.isEmpty() && !reference.eprint().isEmpty()) {
                address = "https://arxiv.org/abs/" + reference.eprint();
            }
            if (!address.isEmpty()) {
                add(places, address, reference.place());
                Matcher archive = ARCHIVE.matcher(reference.bibtex());
                if (archive.find() && !archive.group().equals(address)) {
                    archives.put(bare(address), archive.group());
                }
            }
        }
        List<CitedAddress> cited = new ArrayList<>();
        places.forEach((address, at) ->
                cited.add(new CitedAddress(address, List.copyOf(at), archives.getOrDefault(address, ""))));
        return cited;
    }

    private static void add(Map<String, TreeSet<Location>> places, String target, Location place) {
        places.computeIfAbsent(bare(target), address -> new TreeSet<>()).add(place);
    }

    private static String bare(String target) {
        int hash = target.indexOf('#');
        String address = hash < 0 ? target : target.substring(0, hash);
        return address.startsWith("//") ? "https:" + address : address;
    }
}
