package dev.archnotes.site.catalogue;

import dev.archnotes.site.content.NoteId;
import dev.archnotes.site.markdown.node.FactRef;
import dev.archnotes.site.markdown.node.ImageRef;
import dev.archnotes.site.markdown.node.LinkRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the links, images and checked figures of the notes lead to. The checks find that out, once; whoever shows a note
 * asks here.
 */
public final class Targets {
    private final Map<LinkRef, NoteId> notes;
    private final Map<LinkRef, String> anchors;
    private final Map<LinkRef, String> files;
    private final Map<LinkRef, String> folders;
    private final Map<LinkRef, String> outside;
    private final Map<ImageRef, String> images;
    private final Map<FactRef, List<VariantFact>> facts;

    private Targets(Builder builder) {
        this.notes = Map.copyOf(builder.notes);
        this.anchors = Map.copyOf(builder.anchors);
        this.files = Map.copyOf(builder.files);
        this.folders = Map.copyOf(builder.folders);
        this.outside = Map.copyOf(builder.outside);
        this.images = Map.copyOf(builder.images);
        this.facts = Map.copyOf(builder.facts);
    }

    /** Something that targets are added to while the notes are checked. */
    public static Builder builder() {
        return new Builder();
    }

    /** The note that a link leads to, if it leads to one. */
    public Optional<NoteId> note(LinkRef link) {
        return Optional.ofNullable(notes.get(link));
    }

    /** The id of the heading that a link leads to; empty where it leads to a whole note. */
    public String anchor(LinkRef link) {
        return anchors.getOrDefault(link, "");
    }

    /** The published file that a link leads to, relative to the notes folder, if it leads to one. */
    public Optional<String> file(LinkRef link) {
        return Optional.ofNullable(files.get(link));
    }

    /** The folder whose page a link leads to, if it leads to one. */
    public Optional<String> folder(LinkRef link) {
        return Optional.ofNullable(folders.get(link));
    }

    /** The address outside of the site that a link to a file has, if it has one. */
    public Optional<String> outside(LinkRef link) {
        return Optional.ofNullable(outside.get(link));
    }

    /** The file of an image, relative to the notes folder, if the site has it. */
    public Optional<String> image(ImageRef image) {
        return Optional.ofNullable(images.get(image));
    }

    /** The fact behind a checked figure, or the two whose ratio it is. */
    public List<VariantFact> facts(FactRef figure) {
        return found(facts.get(figure), figure);
    }

    private static <T> T found(@Nullable T target, Record ref) {
        if (target == null) {
            throw new IllegalStateException("the checks found no target of " + ref);
        }
        return target;
    }

    /** Collects targets, from one thread or several. */
    public static final class Builder {
        private final Map<LinkRef, NoteId> notes = new ConcurrentHashMap<>();
        private final Map<LinkRef, String> anchors = new ConcurrentHashMap<>();
        private final Map<LinkRef, String> files = new ConcurrentHashMap<>();
        private final Map<LinkRef, String> folders = new ConcurrentHashMap<>();
        private final Map<LinkRef, String> outside = new ConcurrentHashMap<>();
        private final Map<ImageRef, String> images = new ConcurrentHashMap<>();
        private final Map<FactRef, List<VariantFact>> facts = new ConcurrentHashMap<>();

        private Builder() {}

        /** A link to a note. */
        public void note(LinkRef link, NoteId target) {
            notes.put(link, target);
        }

        /** A link to a heading, by the id that the heading has today. */
        public void anchor(LinkRef link, String id) {
            anchors.put(link, id);
        }

        /** A link to another file. */
        public void file(LinkRef link, String path) {
            files.put(link, path);
        }

        /** A link to a folder that has a page. */
        public void folder(LinkRef link, String folder) {
            folders.put(link, folder);
        }

        /** A link to a file that is not on the site, by its address elsewhere. */
        public void outside(LinkRef link, String address) {
            outside.put(link, address);
        }

        /** An image. */
        public void image(ImageRef image, String path) {
            images.put(image, path);
        }

        /** A checked figure: one fact, or two of which the first is divided by the second. */
        public void facts(FactRef figure, List<VariantFact> target) {
            facts.put(figure, List.copyOf(target));
        }

        /** What was added. */
        public Targets build() {
            return new Targets(this);
        }
    }
}
