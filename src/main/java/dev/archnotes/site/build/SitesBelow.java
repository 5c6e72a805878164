package dev.archnotes.site.build;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.read.LibraryReader;
import dev.archnotes.site.write.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sites that are published below another one, each made of a notes folder of its own. */
final class SitesBelow {
    /** What a server reads at the top of a host only. */
    private static final List<String> AT_THE_TOP_ONLY = List.of(Paths.ROBOTS, Paths.NOT_FOUND.file());

    private final Path notes;
    private final SiteBuild.Result above;
    private final Diagnostics.Builder findings = Diagnostics.builder();
    private final List<OutputFile> files = new ArrayList<>();
    private final SortedMap<String, String> sources = new TreeMap<>();

    private SitesBelow(Path notes, SiteBuild.Result above) {
        this.notes = notes;
        this.above = above;
        findings.addAll(above.findings().all());
        files.addAll(above.files());
        sources.putAll(above.library().sources());
    }

    /** Builds one of them. */
    interface Builder {
        /**
         * The site of a notes folder.
         *
         * @param settings what changes in its settings
         */
        SiteBuild.Result build(Path folder, SiteSettings.Above settings) throws IOException;
    }

    /**
     * A site with those below it: with their files, and with what is wrong with them.
     *
     * @param notes the notes folder of the site
     */
    static SiteBuild.Result joined(Path notes, SiteBuild.Result above, Builder builder) throws IOException {
        List<SiteSettings.Below> sites = above.library().settings().below();
        if (sites.isEmpty()) {
            return above;
        }
        SitesBelow all = new SitesBelow(notes, above);
        for (SiteSettings.Below site : sites) {
            Optional<String> fault = all.fault(site);
            if (fault.isPresent()) {
                all.findings.add(Diagnostic.error(Rule.IMPOSSIBLE_VALUE, site.place(), fault.get())
                        .withHint("name a folder with a site.yaml, within the folder that holds this notes folder"));
            } else {
                all.add(site, builder.build(notes.resolve(site.folder()), all.settings(site)));
            }
        }
        Diagnostics found = all.findings.build();
        SiteBuild.Result joined = new SiteBuild.Result(
                above.library().withFigures(above.library().figures(), all.sources), found, above.pages(), all.files);
        return found.hasErrors() ? SiteBuild.Result.withoutSite(joined.library(), found) : joined;
    }

    /** What keeps a folder from being published; nothing beyond the folder around the notes ever is. */
    private Optional<String> fault(SiteSettings.Below site) throws IOException {
        Path folder = notes.resolve(site.folder());
        if (!Files.isRegularFile(folder.resolve(LibraryReader.SETTINGS))) {
            return Optional.of("there is no notes folder at \"" + site.folder() + "\"");
        }
        Path own = notes.toRealPath();
        Path other = folder.toRealPath();
        if (!other.startsWith(own.getParent()) || other.startsWith(own) || own.startsWith(other)) {
            return Optional.of("\"" + site.folder() + "\" is not beside this notes folder");
        }
        return above.files().stream().anyMatch(file -> file.path().startsWith(site.name() + "/"))
                ? Optional.of("the address " + site.name() + "/ is that of a page of this site")
                : Optional.empty();
    }

    private SiteSettings.Above settings(SiteSettings.Below site) {
        SiteSettings settings = above.library().settings();
        return new SiteSettings.Above(settings.title(), settings.addresses().below(site));
    }

    private void add(SiteSettings.Below site, SiteBuild.Result built) {
        String folder = site.folder() + "/";
        built.findings().forEach(finding -> findings.add(finding.below(folder)));
        built.library().sources().forEach((path, text) -> sources.put(folder + path, text));
        built.library()
                .settings()
                .below()
                .forEach(further -> findings.add(Diagnostic.error(
                                Rule.IMPOSSIBLE_VALUE,
                                further.place(),
                                "a site that stands below another has none below itself")
                        .below(folder)));
        built.files().stream()
                .filter(file -> !AT_THE_TOP_ONLY.contains(file.path()))
                .forEach(file -> files.add(new OutputFile(site.name() + "/" + file.path(), file.content())));
    }
}
