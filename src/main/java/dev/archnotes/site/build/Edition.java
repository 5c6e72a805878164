package dev.archnotes.site.build;

import dev.archnotes.site.cache.Memory;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.write.FileChanges;
import dev.archnotes.site.write.OutputFile;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * A site as one of several builds in a process made it, with what the next build takes over from it. Immutable; to be
 * had from {@link SiteBuild#first} and {@link SiteBuild#next}:
 *
 * <pre>{@code
 * Edition edition = build.first(addresses);
 * // a note is saved
 * edition = build.next(edition);
 * edition.result().findings(); // what is wrong with the notes now
 * edition.changed();           // the paths of files that are new or say something else
 * edition.files().get(path);   // what to show for an address
 * }</pre>
 *
 * <p>While the notes have errors, the files stay those of the last edition that had none, and nothing has changed.
 */
public final class Edition {
    private final SiteSettings.Addresses addresses;
    private final SiteBuild.Result result;
    private final SortedMap<String, OutputFile> files;
    private final FileChanges changes;
    private final Memory memory;

    private Edition(
            SiteSettings.Addresses addresses,
            SiteBuild.Result result,
            Memory memory,
            SortedMap<String, OutputFile> before) {
        this.addresses = addresses;
        this.result = result;
        this.memory = memory;
        this.files = result.findings().hasErrors() ? before : byPath(result);
        this.changes = FileChanges.between(before, files, OutputFile::bytes);
    }

    static Edition first(SiteSettings.Addresses addresses, SiteBuild.Result result, Memory memory) {
        return new Edition(addresses, result, memory, Collections.emptySortedMap());
    }

    Edition next(SiteBuild.Result later, Memory laterMemory) {
        return new Edition(addresses, later, laterMemory, files);
    }

    private static SortedMap<String, OutputFile> byPath(SiteBuild.Result result) {
        SortedMap<String, OutputFile> files = new TreeMap<>();
        result.files().forEach(file -> files.put(file.path(), file));
        return files;
    }

    /** What the build found, with the pages and files of the site; without these where there are errors. */
    public SiteBuild.Result result() {
        return result;
    }

    /** The files of the site by path, of the last edition without errors; none where there was no such edition. */
    public SortedMap<String, OutputFile> files() {
        return Collections.unmodifiableSortedMap(files);
    }

    /** The paths of the files that the edition before did not have, or had with other bytes. */
    public SortedSet<String> changed() {
        return changes.changed();
    }

    /** The paths of the files that the edition before had and this one has not. */
    public SortedSet<String> removed() {
        return changes.removed();
    }

    SiteSettings.Addresses addresses() {
        return addresses;
    }

    Memory memory() {
        return memory;
    }
}
