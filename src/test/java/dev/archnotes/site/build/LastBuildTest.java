package dev.archnotes.site.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.content.SiteSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LastBuildTest {
    private static final String SAID = "3 pages";

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
        return LastBuild.of(file("cache"), program, command, file("notes"), Optional.of(file("site")));
    }

    private Optional<LastBuild.Outcome> stillTrue() throws IOException {
        return last("jar", "build").stillTrue();
    }

    private void build(LastBuild run) throws IOException {
        SiteBuild.Result result = new SiteBuild(file("notes"), file("cache")).render(SiteSettings.Addresses.NONE);
        assertThat(result.findings().hasErrors()).isFalse();
        SiteBuild.write(result, file("site"));
        run.keep(result, SAID);
    }

    private void build() throws IOException {
        build(last("jar", "build"));
        assertThat(stillTrue()).hasValue(new LastBuild.Outcome(SAID, false));
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
        assertThat(LastBuild.of(file("cache"), "jar", "build", file("notes"), Optional.of(file("other")))
                        .stillTrue())
                .isEmpty();
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
        assertThat(stillTrue()).isEmpty();
    }
}
