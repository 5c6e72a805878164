package dev.archnotes.site.build;

import dev.archnotes.site.cache.CacheKey;
import dev.archnotes.site.cache.FileCache;
import dev.archnotes.site.read.NotesContents;
import dev.archnotes.site.write.OutputFile;
import dev.archnotes.site.write.SiteStamp;
import dev.archnotes.site.write.SiteWriter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the last run of a command was made of and came to. Where the notes say what they said then, and the site lies as
 * it was left, there is nothing to do; where the site is gone, or was wanted in another folder, it is there to be
 * written again. Only a run that found no error is remembered, with what it told.
 */
public final class LastBuild {
    /** A site takes the room of some ten thousand cards. */
    private static final FileCache.Limits OF_SITES = new FileCache.Limits(Duration.ofDays(30), 16 * KeptSite.LARGEST);

    private final FileCache kept;
    private final String key;
    private final FileCache keptSites;
    private final String keyOfSite;
    private final Path notes;
    private final Optional<Path> output;
    private final Instant start = Instant.now();

    /** What was looked at before the run, by the sites below. */
    private final Map<List<String>, Optional<Contents>> unread = new HashMap<>();

    /** What was read before the run, by the sites below. */
    private final Map<List<String>, Optional<Contents>> looked = new HashMap<>();

    private LastBuild(Caches caches, List<String> asked, Path notes, Optional<Path> output) {
        List<String> withPlace = new ArrayList<>(asked);
        output.ifPresent(
                folder -> withPlace.add(folder.toAbsolutePath().normalize().toString()));
        this.kept = new FileCache(caches.results().resolve("runs"), ".run");
        this.key = CacheKey.of(withPlace);
        this.keptSites = new FileCache(caches.programs().resolve("sites"), ".site", OF_SITES);
        this.keyOfSite = CacheKey.of(asked);
        this.notes = notes;
        this.output = output;
    }

    /**
     * The folders in which things are kept between builds.
     *
     * @param results the folder for what is looked at before it is used
     * @param programs the user's own folder for what is used as it is, as whole sites with their scripts: the other one
     *     may have come with somebody's notes
     */
    public record Caches(Path results, Path programs) {}

    /**
     * The last run of a command.
     *
     * @param caches where it is kept
     * @param program what tells this program from one that could make another site of the same notes
     * @param command the command with all of its options that could
     * @param output where its site lies; empty where it makes none
     */
    public static LastBuild of(Caches caches, String program, String command, Path notes, Optional<Path> output)
            throws IOException {
        return new LastBuild(
                caches, List.of(program, command, notes.toRealPath().toString()), notes, output);
    }

    /**
     * The jar of this program, by its place, size and time; empty where it runs from classes that may change at any
     * moment.
     */
    public static Optional<String> program() {
        CodeSource source = LastBuild.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        try {
            Path code = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(code)
                    ? Optional.of(code.toRealPath() + " " + Files.size(code) + " " + Files.getLastModifiedTime(code))
                    : Optional.empty();
        } catch (URISyntaxException | IOException notToBeTold) {
            return Optional.empty();
        }
    }

    /**
     * What a run came to.
     *
     * @param said what it said that it did
     * @param published whether the address of the site is known
     * @param told what it found, as it was printed; empty where it found nothing
     */
    public record Outcome(String said, boolean published, String told) {}

    /**
     * What the last run came to, where doing it again would change nothing.
     *
     * @throws IOException where what earlier builds left beside the site cannot be looked at
     */
    public Optional<Outcome> stillTrue() throws IOException {
        String last = kept.get(key)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        int stamped = Math.max(0, last.indexOf('\n'));
        Optional<Made> made = Made.of(last.substring(stamped).stripLeading());
        if (made.isEmpty() || !isAsBefore(made.get()) || !stamp().equals(Optional.of(last.substring(0, stamped)))) {
            return Optional.empty();
        }
        if (output.isPresent()) {
            SiteWriter.clear(output.get());
        }
        return made.map(Made::outcome);
    }

    /** A site that was finished before. */
    public static final class Site {
        private final Made made;
        private final List<OutputFile> files;

        private Site(Made made, List<OutputFile> files) {
            this.made = made;
            this.files = files;
        }

        /** What the run came to that made it. */
        public Outcome outcome() {
            return made.outcome();
        }

        /** All of its files. */
        public List<OutputFile> files() {
            return files;
        }
    }

    /** The site that the last run made, in whichever folder, where another run would make the same. */
    public Optional<Site> site() {
        if (output.isEmpty()) {
            return Optional.empty();
        }
        return keptSites
                .map(keyOfSite)
                .flatMap(kept -> KeptSite.of(
                        kept, run -> Made.of(run).filter(this::isAsBefore).isPresent()))
                .flatMap(site -> Made.of(site.run()).map(made -> new Site(made, site.files())));
    }

    /**
     * Remembers a run that found no error, and its site.
     *
     * @param said what it says that it did, in one line
     * @param told what it found, as it was printed
     */
    public void keep(SiteBuild.Result result, String said, String told) {
        if (result.findings().hasErrors() || result.library().notes().isEmpty()) {
            return;
        }
        List<String> sites = result.library().settings().below().stream()
                .map(site -> site.folder())
                .toList();
        Outcome outcome =
                new Outcome(said, result.library().settings().addresses().isPublished(), told);
        Optional<Contents> now = unread(sites);
        // what was read before the run need not be read again while the disk knows the same of it
        Optional<Contents> asRead = now.isPresent() && now.equals(unread.get(sites))
                ? looked.getOrDefault(sites, Optional.empty())
                : Optional.empty();
        Optional<Made> made = asRead.or(() -> contents(sites))
                // what was changed after the run began, it may have read as it was before
                .filter(read -> read.changed().isBefore(start))
                .map(read -> new Made(read.digest(), now.map(Contents::digest).orElse(""), outcome, sites))
                .filter(Made::isInLines);
        made.ifPresent(this::keep);
        if (output.isPresent() && made.isPresent()) {
            KeptSite site = new KeptSite(made.get().text(), result.files());
            if (site.fits()) {
                keptSites.put(keyOfSite, site::writeTo);
                keptSites.tidy();
            }
        }
    }

    /** Remembers that a site was written as it had been made before. */
    public void keep(Site site) {
        keep(site.made);
    }

    private void keep(Made made) {
        stamp().ifPresent(stamp -> {
            kept.put(key, (stamp + "\n" + made.text()).getBytes(StandardCharsets.UTF_8));
            kept.tidy();
        });
    }

    private boolean isAsBefore(Made made) {
        return is(made.unread(), unread.computeIfAbsent(made.sites(), this::unread))
                || is(made.contents(), looked.computeIfAbsent(made.sites(), this::contents));
    }

    private static boolean is(String digest, Optional<Contents> contents) {
        return contents.filter(now -> now.digest().equals(digest)).isPresent();
    }

    /**
     * What the notes say at this moment.
     *
     * @param digest of all of it
     * @param changed when the last of it was changed
     */
    private record Contents(String digest, Instant changed) {}

    /** What the notes and those of the sites below say; empty where that cannot be read. */
    private Optional<Contents> contents(List<String> sites) {
        return contents(sites, folder -> Optional.of(NotesContents.of(folder)));
    }

    /** What the disk knows of their files; empty where that does not tell whether they say the same. */
    private Optional<Contents> unread(List<String> sites) {
        return contents(sites, NotesContents::unread);
    }

    /** How a folder is looked at. */
    private interface Look {
        Optional<NotesContents> at(Path folder) throws IOException;
    }

    private Optional<Contents> contents(List<String> sites, Look look) {
        try {
            List<String> contents = new ArrayList<>();
            Instant changed = Instant.MIN;
            for (Path folder : (Iterable<Path>)
                    Stream.concat(Stream.of(notes), sites.stream().map(notes::resolve))::iterator) {
                Optional<NotesContents> seen = look.at(folder);
                if (seen.isEmpty()) {
                    return Optional.empty();
                }
                Instant last = seen.get().changed();
                changed = last.isAfter(changed) ? last : changed;
                contents.add(seen.get().text());
            }
            return Optional.of(new Contents(CacheKey.of(contents), changed));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** A digest of how the site lies in its folder; empty where that cannot be told. */
    private Optional<String> stamp() {
        try {
            Optional<String> stamp = output.isPresent() ? SiteStamp.of(output.get()) : Optional.of("");
            return stamp.map(CacheKey::of);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
