package dev.archnotes.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewCommandTest {
    @TempDir
    private Path folder;

    private Path site;
    private Path notes;

    @BeforeEach
    void begin() {
        site = folder.resolve("my notes");
        notes = site.resolve("notes");
        CommandRun run = CommandRun.of("new", "site", site, "--title", "Notes: \"ours\"", "--github");
        assertThat(run.exit()).as(run.err()).isZero();
    }

    private CommandRun check() {
        return CommandRun.of("check", "--notes", notes);
    }

    @Test
    void aNewSiteHasNoFindingAndIsBuiltAtOnce() {
        CommandRun run = CommandRun.of("build", "--notes", notes, "-o", site.resolve("target/site"));
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("warning");
        assertThat(site.resolve("target/site/index.html")).content().contains("Notes: “ours”");
        assertThat(site.resolve("target/site/first-steps/index.html")).exists();
        assertThat(site.resolve(".github/workflows/site.yml")).exists();
        assertThat(notes.resolve(".schemas/site.schema.json")).exists();
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Path taken = folder.resolve("taken");
        Files.createDirectories(taken.resolve("notes"));
        Files.writeString(taken.resolve("notes/index.md"), "mine");
        CommandRun run = CommandRun.of("new", "site", taken);
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("index.md is there already; nothing was written");
        try (Stream<Path> files = Files.walk(taken)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
        assertThat(taken.resolve("notes/index.md")).hasContent("mine");
    }

    @Test
    void notesAndConceptsHaveNoFindings() {
        assertThat(CommandRun.of("new", "note", "KV cache: \"why\"?", "--notes", notes)
                        .exit())
                .isZero();
        assertThat(CommandRun.of("new", "note", "guide/two_words.md", "--notes", notes)
                        .exit())
                .isZero();
        assertThat(CommandRun.of("new", "concept", "Sliding window", "--notes", notes)
                        .exit())
                .isZero();
        assertThat(notes.resolve("kv-cache-why.md")).exists();
        assertThat(notes.resolve("guide/two_words.md")).content().contains("title: \"Two words\"");
        assertThat(notes.resolve("Generic/sliding-window.md")).exists();
        CommandRun run = check();
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aModelSaysWhatIsToBeFilledInAndNothingElse() throws IOException {
        assertThat(CommandRun.of("new", "model", "Tiny 1B", "--notes", notes).exit())
                .isZero();
        CommandRun run = check();
        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.err().lines().filter(line -> line.contains(": error: ")))
                .isNotEmpty()
                .allMatch(line -> line.contains("[fill-in]"));
        Path file = notes.resolve("tiny-1b/architecture.yaml");
        String text = Files.readString(file)
                .replace("kv_heads: fill-in", "kv_heads: 2")
                .replace("announced: fill-in", "announced: 2024-12-26")
                .replace("weights_released: fill-in", "weights_released: 2024-12-26")
                .replace("open: fill-in", "open: true")
                .replace("tied_embeddings: fill-in", "tied_embeddings: true")
                .replaceAll("(organization|name|source): fill-in", "$1: A");
        Files.writeString(file, text.replace("fill-in", "8"));
        CommandRun filled = check();
        assertThat(filled.exit()).as(filled.err()).isZero();
    }

    @Test
    void aWrongPlaceIsAWrongCall() {
        assertThat(CommandRun.of("new", "note", "A", "--notes", folder).err()).contains("there is no site at");
        assertThat(CommandRun.of("new", "note", "../a.md", "--notes", notes).exit())
                .isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("new", "note", " ", "--notes", notes).exit()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("new").exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aTemplateBeginsWithThatOfTheProgramAndIsShown() throws IOException {
        Path templates = site.resolve("templates");
        assertThat(CommandRun.of("new", "template").out()).contains("layout/site.jte\n", "page/text.jte\n");
        assertThat(CommandRun.of("new", "template", "page/text", "--into", templates)
                        .exit())
                .isZero();
        Path template = templates.resolve("page/text.jte");
        Files.writeString(template, Files.readString(template).replace("<h1>", "<h1 class=\"ours\">"));
        CommandRun run =
                CommandRun.of("build", "--notes", notes, "-o", site.resolve("target/site"), "--templates", templates);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(site.resolve("target/site/first-steps/index.html")).content().contains("<h1 class=\"ours\">");

        run = CommandRun.of("new", "template", "page/text", "--into", templates);
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("is there already");
    }

    @Test
    void aTemplateThatTheProgramDoesNotHaveIsToldWithTheOneThatWasMeant() {
        CommandRun run = CommandRun.of("new", "template", "page/txet", "--into", site.resolve("templates"));
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("there is no template page/txet.jte; did you mean \"page/text.jte\"?");
    }

    @Test
    void templatesInTheNotesAndMistakesInThemEndTheBuild() throws IOException {
        Path inside = notes.resolve("look");
        assertThat(CommandRun.of("new", "template", "page/text", "--into", inside)
                        .exit())
                .isZero();
        CommandRun run = CommandRun.of("build", "--notes", notes, "-o", site.resolve("out"), "--templates", inside);
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("code is not taken from notes");
        run = CommandRun.of("build", "--notes", notes, "-o", site.resolve("out"), "--templates", site.resolve("none"));
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("there is no folder of templates at");

        Path templates = Files.move(inside, site.resolve("templates"));
        Path template = templates.resolve("page/text.jte");
        Files.writeString(template, Files.readString(template) + "${mistake}\n");
        run = CommandRun.of("build", "--notes", notes, "-o", site.resolve("out"), "--templates", templates);
        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.err()).contains("templates/page/text.jte:", "error: [template] cannot find symbol");
        assertThat(site.resolve("out")).doesNotExist();
    }
}
