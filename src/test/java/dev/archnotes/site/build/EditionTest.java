package dev.archnotes.site.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.bench.OrdinaryNotes;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.write.OutputFile;
import dev.archnotes.sites.BuiltSite;
import dev.archnotes.sites.FieldGuide;
import dev.archnotes.sites.RandomEdits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionTest {
    @TempDir
    private Path notes;

    @Test
    void theSameNotesGiveTheSamePages() throws IOException {
        FieldGuide.copyTo(notes);
        SiteBuild build = new SiteBuild(notes, BuiltSite.CACHE);
        Edition first = build.first(SiteSettings.Addresses.NONE);
        Edition second = build.next(first);
        assertThat(first.changed()).isEqualTo(first.files().keySet());
        assertThat(second.changed()).isEmpty();
        assertThat(second.removed()).isEmpty();
        List<Page> before = first.result().pages();
        List<Page> now = second.result().pages();
        for (int i = 0; i < before.size(); i++) {
            assertThat(now.get(i).equals(before.get(i)))
                    .as(
                            "a page can be taken over only where it is a value: %s",
                            before.get(i).head().path())
                    .isTrue();
        }
    }

    @Test
    void afterEachEditOfAFieldGuideTheSiteIsThatOfABuildFromNothing() throws IOException {
        FieldGuide.copyTo(notes);
        edit(100, 1);
    }

    @Test
    void afterEachEditOfOrdinaryNotesTheSiteIsThatOfABuildFromNothing() throws IOException {
        OrdinaryNotes.write(notes, 20);
        Files.writeString(
                notes.resolve("site.yaml"), "title: Ordinary\ntagline: Notes.\nbase_url: https://example.org/\n");
        edit(100, 2);
    }

    private void edit(int times, long seed) throws IOException {
        RandomEdits edits = new RandomEdits(notes, seed);
        SiteBuild build = new SiteBuild(notes, BuiltSite.CACHE);
        Edition edition = build.first(SiteSettings.Addresses.NONE);
        int whole = 0;
        for (int i = 0; i < times; i++) {
            String edit = edits.next();
            Edition next = build.next(edition);
            SiteBuild.Result clean = new SiteBuild(notes, BuiltSite.CACHE).render(SiteSettings.Addresses.NONE);
            assertThat(next.result().findings()).as(edit).isEqualTo(clean.findings());
            if (clean.findings().hasErrors()) {
                assertThat(next.files()).as(edit).isEqualTo(edition.files());
                edits.restore();
            } else {
                whole++;
                SortedMap<String, OutputFile> files = new TreeMap<>();
                clean.files().forEach(file -> files.put(file.path(), file));
                assertThat(differing(next.files(), files)).as(edit).isEmpty();
            }
            assertThat(next.changed()).as(edit).isEqualTo(newOrOther(edition.files(), next.files()));
            edition = next;
        }
        assertThat(whole).as("edits without an error").isGreaterThan(times / 3);
    }

    private static SortedSet<String> differing(
            SortedMap<String, OutputFile> some, SortedMap<String, OutputFile> others) {
        SortedSet<String> paths = newOrOther(some, others);
        paths.addAll(newOrOther(others, some));
        return paths;
    }

    private static SortedSet<String> newOrOther(
            SortedMap<String, OutputFile> before, SortedMap<String, OutputFile> now) {
        SortedSet<String> paths = new TreeSet<>();
        now.forEach((path, file) -> {
            OutputFile old = before.get(path);
            if (old == null || !Arrays.equals(old.bytes(), file.bytes())) {
                paths.add(path);
            }
        });
        return paths;
    }
}
