package dev.archnotes.site.markdown.tree;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * Bounds what link reference definitions unfold to: three characters of text repeat an address of any length, so that a
 * note of a megabyte could become a page of many gigabytes. What is beyond the bound loses its address and keeps its
 * words.
 */
public final class RepeatedAddresses extends AbstractVisitor {
    /** Twice what a note may be long: links that are written out never reach it. */
    private static final long MOST_CHARACTERS = 4_000_000;

    private final List<Node> beyond = new ArrayList<>();
    private long characters;

    private RepeatedAddresses() {}

    /** Takes the addresses beyond the bound out of a text and reports the first of them. */
    public static void bound(Node tree, Source source, List<Diagnostic> findings) {
        RepeatedAddresses addresses = new RepeatedAddresses();
        tree.accept(addresses);
        Optional<Node> first = addresses.beyond.stream().findFirst();
        first.ifPresent(node -> findings.add(Diagnostic.error(
                        Rule.INVALID_MARKDOWN,
                        source.location(node),
                        "the addresses of the links have more than 4,000,000 characters together; this one and "
                                + (addresses.beyond.size() - 1) + " behind it are left out")
                .withHint("write a shorter address into the definition that they share")));
        addresses.beyond.forEach(RepeatedAddresses::unwrap);
    }

    private static void unwrap(Node link) {
        Node child = link.getFirstChild();
        while (child != null) {
            Node next = child.getNext();
            link.insertBefore(child);
            child = next;
        }
        link.unlink();
    }

    @Override
    public void visit(Link link) {
        count(link, link.getDestination(), link.getTitle());
    }

    @Override
    public void visit(Image image) {
        count(image, image.getDestination(), image.getTitle());
    }

    private void count(Node node, String destination, String title) {
        characters += destination.length() + (title == null ? 0 : title.length());
        if (characters > MOST_CHARACTERS) {
            beyond.add(node);
        }
        visitChildren(node);
    }
}
