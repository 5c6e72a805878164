package dev.archnotes.site.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.write.SiteWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LastBuildTest {
    private static final String SAID = "3 pages";
    private static final String TOLD =
            "notes/one.md:3:1: warning: [bad-link] no note\n\n  hint: 1\n1 warning in 2 notes\n";

    @TempDir
    private Path folder;

    private Path file(String path) {
        return folder.resolve(path);
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(file(path).getParent());
        Files.writeString(file(path), text);
    }

    @BeforeEach
    void writeNotes() throws IOException {
        write("notes/site.yaml", "title: Handbook\ntagline: What we know.\nsites: {guide: ../guide}\n");
        write("notes/one.md", "# One\n\nA text, ![a picture](a.gif) and [values](values.csv).\n");
        Files.write(file("notes/a.gif"), new byte[] {'G', 'I', 'F', '8', '9', 'a', 1, 0, 1, 0, 0, 0, 0, ';'});
        write("notes/values.csv", "a,b\n");
        write("guide/site.yaml", "title: Guide\ntagline: How to.\n");
        write("guide/two.md", "# Two\n\nText.\n");
    }

    private LastBuild last(String program, String command) throws IOException {
        return last(program, command, "site");
    }

    private LastBuild last(String program, String command, String output) throws IOException {
        LastBuild.Caches caches = new LastBuild.Caches(file("cache"), file("own"));
        return LastBuild.of(caches, program, command, file("notes"), Optional.of(file(output)));
    }

    private Optional<LastBuild.Outcome> stillTrue() throws IOException {
        return last("jar", "build").stillTrue();
    }

    private void build(LastBuild run) throws IOException {
        SiteBuild.Result result = new SiteBuild(file("notes"), file("cache")).render(SiteSettings.Addresses.NONE);
        assertThat(result.findings().hasErrors()).isFalse();
        SiteWriter.write(file("site"), result.files());
        run.keep(result, SAID, result.findings().isEmpty() ? "" : TOLD);
    }

    private void build() throws IOException {
        build(last("jar", "build"));
        assertThat(stillTrue()).hasValue(new LastBuild.Outcome(SAID, false, ""));
    }

    @Test
    void nothingIsTrueBeforeTheFirstBuild() throws IOException {
        assertThat(stillTrue()).isEmpty();
    }

    /** What somebody can do between two builds. */
    private enum Change {
        /** In its size and its time the note is as before. */
        LETTER {
            @Override
            void make(LastBuildTest test) throws IOException {
                FileTime time = Files.getLastModifiedTime(test.file("notes/one.md"));
                String text = Files.readString(test.file("notes/one.md"));
                test.write("notes/one.md", text.replace("A text", "A test"));
                Files.setLastModifiedTime(test.file("notes/one.md"), time);
            }
        },
        NEW_NOTE {
            @Override
            void make(LastBuildTest test) throws IOException {
                test.write("notes/three.md", "# Three\n\nText.\n");
            }
        },
        NO_NOTE {
            @Override
            void make(LastBuildTest test) throws IOException {
                Files.delete(test.file("guide/two.md"));
            }
        },
        OTHER_NAME {
            @Override
            void make(LastBuildTest test) throws IOException {
                Files.move(test.file("notes/one.md"), test.file("notes/first.md"));
            }
        },
        PICTURE {
            @Override
            void make(LastBuildTest test) throws IOException {
                byte[] bytes = Files.readAllBytes(test.file("notes/a.gif"));
                bytes[6]++;
                Files.write(test.file("notes/a.gif"), bytes);
            }
        },
        ATTACHMENT {
            @Override
            void make(LastBuildTest test) throws IOException {
                test.write("notes/values.csv", "a,c\n");
            }
        },
        NOTE_BELOW {
            @Override
            void make(LastBuildTest test) throws IOException {
                test.write("guide/two.md", "# Two\n\nTest.\n");
            }
        },
        PAGE_EDITED {
            @Override
            void make(LastBuildTest test) throws IOException {
                test.write("site/one/index.html", "mine");
            }
        },
        PAGE_DELETED {
            @Override
            void make(LastBuildTest test) throws IOException {
                Files.delete(test.file("site/guide/two/index.html"));
            }
        },
        FILE_OF_ONES_OWN {
            @Override
            void make(LastBuildTest test) throws IOException {
                test.write("site/mine.html", "mine");
            }
        },
        SITE_DELETED {
            @Override
            void make(LastBuildTest test) throws IOException {
                Files.move(test.file("site"), test.file("elsewhere"));
            }
        },
        CACHE_DAMAGED {
            @Override
            void make(LastBuildTest test) throws IOException {
                try (Stream<Path> kept = Files.list(test.file("cache/runs"))) {
                    for (Path run :
                            (Iterable<Path>) kept.filter(run -> run.toString().endsWith(".run"))::iterator) {
                        byte[] bytes = Files.readAllBytes(run);
                        bytes[bytes.length - 1]++;
                        Files.write(run, bytes);
                    }
                }
            }
        };

        abstract void make(LastBuildTest test) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void itIsDoneAgainAfterAnyChange(Change change) throws IOException {
        build();
        change.make(this);
        assertThat(stillTrue()).isEmpty();
    }

    /** What somebody did to the notes; the other changes leave a site that is made of them as it was. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.INCLUDE,
            names = {"LETTER", "NEW_NOTE", "NO_NOTE", "OTHER_NAME", "PICTURE", "ATTACHMENT", "NOTE_BELOW"})
    void aSiteOfOtherNotesIsNotTheirs(Change change) throws IOException {
        build();
        change.make(this);
        assertThat(last("jar", "build").site()).isEmpty();
    }

    private static SortedMap<String, String> read(Path site) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(site)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                files.put(site.relativize(file).toString(), bytes);
            }
        }
        return files;
    }

    /** The site is the one that a build makes, with nothing drawn again. */
    @ParameterizedTest
    @ValueSource(strings = {"site", "other"})
    void aSiteThatIsNotThereIsWrittenAsItWas(String output) throws IOException {
        build();
        SortedMap<String, String> before = read(file("site"));
        assertThat(before).hasSizeGreaterThan(20).containsKeys("index.html", "guide/two/index.html", "notes/a.gif");
        Change.SITE_DELETED.make(this);

        LastBuild run = last("jar", "build", output);
        LastBuild.Site kept = run.site().orElseThrow();
        assertThat(kept.outcome()).isEqualTo(new LastBuild.Outcome(SAID, false, ""));
        SiteWriter.write(file(output), kept.files());
        run.keep(kept);

        assertThat(read(file(output))).isEqualTo(before);
        assertThat(last("jar", "build", output).stillTrue()).hasValue(kept.outcome());
    }

    /** Every part of the file has its checksum. */
    @Test
    void aDamagedSiteIsAsGoodAsNone() throws IOException {
        build();
        Path kept;
        try (Stream<Path> sites = Files.list(file("own/sites"))) {
            kept = sites.filter(site -> site.toString().endsWith(".site"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] whole = Files.readAllBytes(kept);
        for (int part = 0; part <= 40; part++) {
            byte[] damaged = whole.clone();
            damaged[(int) ((whole.length - 1L) * part / 40)] ^= 4;
            Files.write(kept, damaged);
            assertThat(last("jar", "build").site()).as("part %s", part).isEmpty();
        }
        for (int length : new int[] {0, 1, 7, 8, 100, whole.length - 1}) {
            Files.write(kept, Arrays.copyOf(whole, length));
            assertThat(last("jar", "build").site()).as("length %s", length).isEmpty();
        }
        Files.write(kept, Arrays.copyOf(whole, whole.length + 1));
        assertThat(last("jar", "build").site()).isEmpty();
        Files.write(kept, whole);
        assertThat(last("jar", "build").site()).isPresent();
    }

    /** What may have come with somebody's notes holds no pages that are taken for the program's. */
    @Test
    void noSiteIsTakenFromTheFolderOfResults() throws IOException {
        build();
        Files.move(file("own/sites"), file("cache/sites"));
        assertThat(last("jar", "build").site()).isEmpty();
    }

    @Test
    void whatStaysInASiteIsNoChange() throws IOException {
        build();
        write("site/CNAME", "example.org");
        write("site/.git/HEAD", "ref: refs/heads/pages\n");
        assertThat(stillTrue()).isPresent();
    }

    @Test
    void anotherProgramOrCommandHasItsOwn() throws IOException {
        build();
        assertThat(last("other jar", "build").stillTrue()).isEmpty();
        assertThat(last("jar", "build --drafts").stillTrue()).isEmpty();
        assertThat(last("jar", "build", "other").stillTrue()).isEmpty();
        assertThat(last("other jar", "build").site()).isEmpty();
        assertThat(last("jar", "build --drafts").site()).isEmpty();
    }

    @Test
    void whatWasChangedWhileItWasReadIsReadAgain() throws IOException, InterruptedException {
        LastBuild run = last("jar", "build");
        // the clock of a file system has longer ticks than that of Java
        TimeUnit.MILLISECONDS.sleep(20);
        write("notes/one.md", "# One\n\nAnother text.\n");
        build(run);
        assertThat(stillTrue()).isEmpty();
    }

    @Test
    void whatThereIsToTellIsToldAgain() throws IOException {
        write("notes/one.md", "# One\n\n[Nowhere](nowhere.md)\n");
        LastBuild run = last("jar", "build");
        build(run);
        assertThat(stillTrue()).hasValue(new LastBuild.Outcome(SAID, false, TOLD));
        assertThat(last("jar", "build").site().map(LastBuild.Site::outcome)).isEqualTo(stillTrue());
    }

    @Test
    void anErrorIsFoundAgain() throws IOException {
        write("notes/site.yaml", "title: Handbook\ntagline: What we know.\nunknown: key\n");
        SiteBuild.Result result = new SiteBuild(file("notes"), file("cache")).check();
        assertThat(result.findings().hasErrors()).isTrue();
        LastBuild run = LastBuild.of(
                new LastBuild.Caches(file("cache"), file("own")), "jar", "check", file("notes"), Optional.empty());
        run.keep(result, SAID, TOLD);
        assertThat(run.stillTrue()).isEmpty();
    }
}
