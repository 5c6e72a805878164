package dev.archnotes.site.build;

import dev.archnotes.site.cache.CacheKey;
import dev.archnotes.site.cache.FileCache;
import dev.archnotes.site.read.NotesContents;
import dev.archnotes.site.write.SiteStamp;
import dev.archnotes.site.write.SiteWriter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the last run of a command was made of and came to. Where the notes say what they said then, and the site lies as
 * it was left, there is nothing to do. Only a run that found nothing wrong is remembered: whatever there is to tell is
 * told again.
 */
public final class LastBuild {
    private final FileCache kept;
    private final String key;
    private final Path notes;
    private final Optional<Path> output;
    private final Instant start = Instant.now();

    private LastBuild(FileCache kept, String key, Path notes, Optional<Path> output) {
        this.kept = kept;
        this.key = key;
        this.notes = notes;
        this.output = output;
    }

    /**
     * The last run of a command.
     *
     * @param cache the folder in which things are kept between builds
     * @param program what tells this program from one that could make another site of the same notes
     * @param command the command with all of its options that could
     * @param output where its site lies; empty where it makes none
     */
    public static LastBuild of(Path cache, String program, String command, Path notes, Optional<Path> output)
            throws IOException {
        List<String> asked =
                new ArrayList<>(List.of(program, command, notes.toRealPath().toString()));
        output.ifPresent(folder -> asked.add(folder.toAbsolutePath().normalize().toString()));
        return new LastBuild(new FileCache(cache.resolve("runs"), ".run"), CacheKey.of(asked), notes, output);
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
     */
    public record Outcome(String said, boolean published) {}

    /**
     * What the last run came to, where doing it again would change nothing.
     *
     * @throws IOException where what earlier builds left beside the site cannot be looked at
     */
    public Optional<Outcome> stillTrue() throws IOException {
        Optional<Run> last = kept.get(key).flatMap(Run::of);
        if (last.isEmpty()
                || !last.get().equals(now(last.get().outcome(), last.get().sites()))) {
            return Optional.empty();
        }
        if (output.isPresent()) {
            SiteWriter.clear(output.get());
        }
        return Optional.of(last.get().outcome());
    }

    /**
     * Remembers a run that found nothing wrong.
     *
     * @param said what it says that it did, in one line
     */
    public void keep(SiteBuild.Result result, String said) {
        if (!result.findings().all().isEmpty() || result.library().notes().isEmpty()) {
            return;
        }
        List<String> sites = result.library().settings().below().stream()
                .map(site -> site.folder())
                .toList();
        Run run = now(new Outcome(said, result.library().settings().addresses().isPublished()), sites);
        if (run != null && run.isOneLineEach()) {
            kept.put(key, run.text().getBytes(StandardCharsets.UTF_8));
            kept.tidy();
        }
    }

    /** A run of this moment; null where that cannot be told. */
    private @Nullable Run now(Outcome outcome, List<String> sites) {
        try {
            List<String> contents = new ArrayList<>();
            for (Path folder : (Iterable<Path>)
                    Stream.concat(Stream.of(notes), sites.stream().map(notes::resolve))::iterator) {
                NotesContents read = NotesContents.of(folder);
                // what was changed after the run began, it may have read as it was before
                if (!read.changed().isBefore(start)) {
                    return null;
                }
                contents.add(read.text());
            }
            Optional<String> stamp = output.isPresent() ? SiteStamp.of(output.get()) : Optional.of("");
            return stamp.isEmpty() ? null : new Run(CacheKey.of(contents), CacheKey.of(stamp.get()), outcome, sites);
        } catch (IOException unreadable) {
            return null;
        }
    }

    /**
     * A run.
     *
     * @param contents a digest of what the notes said
     * @param site a digest of the stamp of the site
     * @param sites the folders of the sites below, as the settings name them
     */
    private record Run(String contents, String site, Outcome outcome, List<String> sites) {
        private static final int LINES = 4;

        static Optional<Run> of(byte[] kept) {
            List<String> lines =
                    new String(kept, StandardCharsets.UTF_8).lines().toList();
            return lines.size() < LINES
                    ? Optional.empty()
                    : Optional.of(new Run(
                            lines.get(0),
                            lines.get(1),
                            new Outcome(lines.get(2), Boolean.parseBoolean(lines.get(3))),
                            List.copyOf(lines.subList(LINES, lines.size()))));
        }

        boolean isOneLineEach() {
            return Stream.concat(Stream.of(outcome.said()), sites.stream())
                    .allMatch(line -> line.lines().count() == 1);
        }

        String text() {
            return Stream.concat(
                            Stream.of(contents, site, outcome.said(), String.valueOf(outcome.published())),
                            sites.stream())
                    .collect(Collectors.joining("\n"));
        }
    }
}
