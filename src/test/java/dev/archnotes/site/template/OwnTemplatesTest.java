package dev.archnotes.site.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.site.build.SiteBuild;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.write.OutputFile;
import dev.archnotes.sites.BuiltSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates of a site's own, from their folder to the page. */
class OwnTemplatesTest {
    @TempDir
    private Path folder;

    private Path notes;
    private Path templates;

    @BeforeEach
    void writeNotes() throws IOException {
        notes = folder.resolve("notes");
        templates = folder.resolve("templates");
        write("notes/site.yaml", "title: \"Birds <b>& bees\"\ntagline: What we know.\n");
        write("notes/guide/first.md", "# The first\n\nText.\n");
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    /** A template of the program, with other words in it. */
    private void change(String template, String words, String others) throws IOException {
        String original = Originals.text(template).orElseThrow();
        assertThat(original).contains(words);
        write("templates/" + template, original.replace(words, others));
    }

    /** The number of the line that has some words. */
    private int line(String template, String words) throws IOException {
        return 1
                + (int) Files.readString(templates.resolve(template))
                        .lines()
                        .takeWhile(text -> !text.contains(words))
                        .count();
    }

    private SiteBuild build() throws IOException {
        return new SiteBuild(notes, BuiltSite.CACHE).with(OwnTemplates.in(templates, notes));
    }

    private Map<String, String> pages() throws IOException {
        SiteBuild.Result result = build().render(SiteSettings.Addresses.NONE);
        assertThat(result.findings().all()).isEmpty();
        return result.files().stream()
                .collect(Collectors.toMap(OutputFile::path, file -> new String(file.bytes(), StandardCharsets.UTF_8)));
    }

    private List<Diagnostic> findings() throws IOException {
        SiteBuild.Result result = build().render(SiteSettings.Addresses.NONE);
        assertThat(result.files()).isEmpty();
        return result.findings().all();
    }

    @Test
    void aTemplateOfOnesOwnIsShownInPlaceOfTheProgramsByAllThatCallIt() throws IOException {
        change("part/breadcrumbs.jte", "<nav", "<p class=\"ours\">${1 + 1} birds</p>\n<nav");
        String page = pages().get("guide/first/index.html");
        assertThat(Jsoup.parse(page).select("header.page-title p.ours").text()).isEqualTo("2 birds");
        assertThat(Jsoup.parse(page).select("h1").text()).isEqualTo("The first");
    }

    @Test
    void whatItPrintsIsEscaped() throws IOException {
        change("part/breadcrumbs.jte", "<nav", "<p class=\"ours\">${shell.siteTitle()}</p>\n<nav");
        assertThat(pages().get("guide/first/index.html"))
                .contains("<p class=\"ours\">Birds &lt;b&gt;&amp; bees</p>")
                .doesNotContain("<b>");
    }

    @Test
    void itMayCallTemplatesThatTheProgramDoesNotHave() throws IOException {
        change("part/breadcrumbs.jte", "<nav", "@template.part.bird(name = \"tern\")\n<nav");
        write("templates/part/bird.jte", "@param String name\n<p class=\"ours\">${name}</p>\n");
        assertThat(Jsoup.parse(pages().get("guide/first/index.html"))
                        .select("p.ours")
                        .text())
                .isEqualTo("tern");
    }

    @Test
    void withoutAnyThePagesAreAsEver() throws IOException {
        Files.createDirectories(templates);
        assertThatThrownBy(this::build)
                .isInstanceOf(TemplatesRefused.class)
                .hasMessageContaining("archnotes new template");
        write("templates/page/text.jte", Originals.text("page/text.jte").orElseThrow());
        String page = new SiteBuild(notes, BuiltSite.CACHE)
                .render(SiteSettings.Addresses.NONE).files().stream()
                        .filter(file -> file.path().equals("guide/first/index.html"))
                        .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                        .findFirst()
                        .orElseThrow();
        assertThat(pages().get("guide/first/index.html")).isEqualTo(page);
    }

    @Test
    void everyMistakeIsToldAtItsLine() throws IOException {
        change("part/breadcrumbs.jte", "<nav", "${sehll.siteTitle()}\n<nav");
        write(
                "templates/part/mentioned.jte",
                Originals.text("part/mentioned.jte").orElseThrow() + "\n${notThere}\n");
        int second =
                (int) Originals.text("part/mentioned.jte").orElseThrow().lines().count() + 2;
        assertThat(findings())
                .extracting(finding -> finding.location().below("notes/") + " " + finding.rule())
                .containsExactly(
                        "templates/part/breadcrumbs.jte:" + line("part/breadcrumbs.jte", "sehll") + ":3 template",
                        "templates/part/mentioned.jte:" + second + ":3 template");
    }

    @Test
    void aMistakeInTheMarkupIsToldAtItsLine() throws IOException {
        String original = Originals.text("part/breadcrumbs.jte").orElseThrow();
        write("templates/part/breadcrumbs.jte", original + "<p class=${1}>\n");
        Diagnostic finding = findings().get(0);
        assertThat(finding.location().line()).isEqualTo((int) original.lines().count() + 1);
        assertThat(finding.message()).contains("Unquoted HTML attribute values are not allowed");
    }

    @Test
    void anUnknownNameIsToldWithTheOneThatWasMeant() throws IOException {
        write("templates/page/txet.jte", "<p>x</p>\n");
        assertThat(findings().get(0).hint()).isEqualTo("did you mean \"page/text.jte\"?");
        Files.delete(templates.resolve("page/txet.jte"));
        change("part/breadcrumbs.jte", "<nav", "@template.part.mentoned(shell = shell)\n<nav");
        assertThat(findings().get(0).message()).isEqualTo("there is no template part/mentoned.jte");
        assertThat(findings().get(0).hint()).isEqualTo("did you mean \"part/mentioned.jte\"?");
    }

    @Test
    void otherParametersAreToldWithThoseThatHaveToBeThere() throws IOException {
        change("part/breadcrumbs.jte", "@param Shell shell", "@param Shell shell\n@param String more");
        Diagnostic finding = findings().get(0);
        assertThat(finding.message()).contains("is called with what the program's own says");
        assertThat(finding.hint()).contains("@param Shell shell");
    }

    @Test
    void aFailureWhereAPageIsPrintedIsToldAtItsLine() throws IOException {
        change("part/breadcrumbs.jte", "<nav", "${\"birds\".substring(7)}\n<nav");
        Diagnostic finding = findings().get(0);
        assertThat(finding.location().below("notes/").toString())
                .isEqualTo("templates/part/breadcrumbs.jte:" + line("part/breadcrumbs.jte", "substring") + ":1");
        assertThat(finding.message()).contains("StringIndexOutOfBoundsException");
    }

    @Test
    void noneIsTakenFromTheNotes() throws IOException {
        write("notes/look/page/text.jte", Originals.text("page/text.jte").orElseThrow());
        for (Path inside : List.of(notes.resolve("look"), notes, folder)) {
            assertThatThrownBy(() -> OwnTemplates.in(inside, notes))
                    .as(inside.toString())
                    .isInstanceOf(TemplatesRefused.class)
                    .hasMessageStartingWith("templates are code, and code is not taken from notes");
        }
        Path link = Files.createSymbolicLink(folder.resolve("linked"), notes.resolve("look"));
        assertThatThrownBy(() -> OwnTemplates.in(link, notes)).isInstanceOf(TemplatesRefused.class);
    }

    @Test
    void noneIsTakenFromTheNotesOfASiteBelow() throws IOException {
        write("notes/site.yaml", "title: Birds\ntagline: What we know.\nsites:\n  more: ../more\n");
        write("more/site.yaml", "title: More\ntagline: What we know.\n");
        write("more/look/page/text.jte", Originals.text("page/text.jte").orElseThrow());
        templates = folder.resolve("more/look");
        assertThatThrownBy(this::findings).isInstanceOf(TemplatesRefused.class);
    }

    @Test
    void withoutACompilerOneSentenceSaysWhatIsMissing() throws IOException {
        change("part/breadcrumbs.jte", "<nav", "<nav");
        assertThatThrownBy(() -> OwnTemplates.in(templates, notes, null))
                .isInstanceOf(TemplatesRefused.class)
                .hasMessageEndingWith("has no compiler: install a JDK instead of a JRE");
        assertThat(OwnTemplates.in(templates, notes, ToolProvider.getSystemJavaCompiler()))
                .isNotNull();
    }

    @Test
    void aChangedTemplateIsCompiledAgain() throws IOException {
        change("part/breadcrumbs.jte", "<nav", "<p>one</p>\n<nav");
        OwnTemplates own = OwnTemplates.in(templates, notes);
        OwnTemplates.Compiled first = own.compiled(notes);
        assertThat(own.compiled(notes).templates()).isSameAs(first.templates());
        change("part/breadcrumbs.jte", "<nav", "<p>two</p>\n<nav");
        assertThat(own.compiled(notes).templates()).isNotSameAs(first.templates());
    }
}
