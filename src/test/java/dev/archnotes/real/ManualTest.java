package dev.archnotes.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Faults;
import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.DiagnosticPrinter;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.build.SiteBuild;
import dev.archnotes.site.cli.Main;
import dev.archnotes.site.read.GeneratorVersion;
import dev.archnotes.sites.BuiltSite;
import dev.archnotes.sites.FieldGuide;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual names all that there is, and what it promises is held by tests. */
@Tag("site")
class ManualTest {
    private static final Path MANUAL = Path.of("src", "manual");
    private static final Path TESTS = Path.of("src", "test", "java");

    @TempDir
    private Path folder;

    private static String page(String name) throws IOException {
        return Files.readString(MANUAL.resolve(name));
    }

    private static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void nothingIsWrongWithIt() throws IOException {
        SiteBuild.Result checked = new SiteBuild(MANUAL, BuiltSite.CACHE).check();
        assertThat(new DiagnosticPrinter(checked.library().sources()::get, false, "src/manual/")
                        .print(checked.findings(), checked.library().notes().size()))
                .isEmpty();
    }

    /** An unknown key is answered with those that are known. */
    @Test
    void everySettingIsNamed() throws IOException {
        Files.writeString(folder.resolve("site.yaml"), "title: T\ntagline: T.\nqqqqqqqqqqqq: 1\n");
        String hint = new SiteBuild(folder, BuiltSite.CACHE)
                .check().findings().all().stream()
                        .filter(finding -> finding.rule() == Rule.UNKNOWN_KEY)
                        .map(Diagnostic::hint)
                        .findFirst()
                        .orElseThrow();
        String known = hint.replace("known here: ", "");
        assertThat(matches("(?m)^\\| `(\\w+)` \\|", page("settings.md")))
                .containsExactlyInAnyOrderElementsOf(List.of(known.split(", ")));
    }

    @Test
    void theUpgradeNotesBeginWithThisVersion() throws IOException {
        String version = GeneratorVersion.NUMBER.replace("-SNAPSHOT", "");
        assertThat(matches("(?m)^## (.+)$", page("upgrading.md"))).first().isEqualTo(version);
    }

    @Test
    void everyRuleIsNamedWithItsLevel() throws IOException {
        String rules = page("rules.md");
        List<String> rows = matches("(?m)^(\\| `[a-z-]+` \\|(?: `\\w+` \\|)?)", rules);
        List<String> expected = Arrays.stream(Rule.values())
                .map(rule -> "| `" + rule.id() + "` |"
                        + rule.usual().map(level -> " `" + level.key() + "` |").orElse(""))
                .toList();
        assertThat(rows).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyCommandOptionAndExitCodeIsNamed() throws IOException {
        String commands = page("commands.md");
        Map<String, String> sections = new LinkedHashMap<>();
        for (String section : commands.split("(?m)^## ")) {
            sections.put(section.lines().findFirst().orElse(""), section);
        }
        Faults faults = new Faults();
        Main.archnotes().getSubcommands().forEach((name, line) -> {
            CommandSpec command = line.getCommandSpec();
            String section = sections.getOrDefault("`archnotes " + name + "`", "");
            if (section.isEmpty() && !command.usageMessage().hidden()) {
                faults.add("commands.md", "says nothing of " + name);
            }
            command.options().stream()
                    .filter(option -> !section.isEmpty() && !option.hidden())
                    .filter(option -> !option.usageHelp() && !option.versionHelp())
                    .map(OptionSpec::longestName)
                    .filter(option -> !Pattern.compile("`" + option + "[ `]")
                            .matcher(section)
                            .find())
                    .forEach(option -> faults.add("commands.md", "says nothing of " + name + " " + option));
        });
        assertThat(faults.all()).isEmpty();
        String codes = Files.readString(Path.of("src/main/java/dev/archnotes/site/cli/ExitCode.java"));
        assertThat(matches("(?m)^\\| `(\\d+)` \\|", commands))
                .containsExactlyElementsOf(matches("static final int \\w+ = (\\d+);", codes));
    }

    @Test
    void theExampleOfEachBlockIsDrawn() throws IOException {
        String page = page("blocks.md");
        List<String> examples = matches("(?s)````markdown\n(.*?)````", page);
        assertThat(matches("(?m)^## `([a-z-]+)`", page))
                .isEqualTo(examples.stream()
                        .map(text -> text.lines().findFirst().orElseThrow().substring("```".length()))
                        .toList());
        FieldGuide.copyTo(folder);
        Files.writeString(folder.resolve("examples.md"), """
                ---
                title: Examples of blocks
                slug: examples
                key: "One example of each block that the manual shows, drawn."
                description: "The examples of the manual, one after the other, drawn with \
                the models of this field guide and its history."
                ---

                """ + String.join("\n", examples));
        SiteBuild.Result checked = new SiteBuild(folder, BuiltSite.CACHE).check();
        assertThat(checked.findings().all()).isEmpty();
    }

    @Test
    void everyTestNamedExists() throws IOException {
        Faults faults = new Faults();
        List<MatchResult> named = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`")
                .matcher(page("guarantees.md"))
                .results()
                .toList();
        assertThat(named).hasSizeGreaterThan(20);
        for (MatchResult test : named) {
            Optional<Path> file = testNamed(test.group(1));
            if (file.isEmpty()) {
                faults.add("guarantees.md", "there is no " + test.group(1));
            } else if (test.group(2) != null && !Files.readString(file.get()).contains("void " + test.group(2) + "(")) {
                faults.add("guarantees.md", test.group(1) + " has no " + test.group(2));
            }
        }
        assertThat(faults.all()).isEmpty();
        assertThat(page("guarantees.md").lines().filter(line -> line.startsWith("- ")))
                .allSatisfy(promise -> assertThat(promise).matches(".*\\. `\\w+Test(#\\w+)?`"));
    }

    private static Optional<Path> testNamed(String name) throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.endsWith(name + ".java")).findFirst();
        }
    }

    @Test
    void theSiteHasItAndEachLeadsToTheOther() {
        RealSite site = RealSite.get();
        Document first = Jsoup.parse(site.text("index.html"));
        assertThat(first.select(".site-footer a[href='./manual/'], .site-footer a[href='manual/']"))
                .hasSize(1);
        Document manual = Jsoup.parse(site.wholeText("manual/rules/index.html"));
        assertThat(manual.select(".site-footer a[href='../../']").text())
                .isEqualTo(site.result().library().settings().title());
    }

    @Test
    void everyLinkInItLeadsSomewhere() {
        RealSite site = RealSite.get();
        Faults faults = new Faults();
        List<String> pages = site.result().files().stream()
                .map(file -> file.path())
                .filter(path -> path.startsWith("manual/") && path.endsWith(".html"))
                .toList();
        assertThat(pages).hasSizeGreaterThan(15);
        Map<String, Document> documents = new LinkedHashMap<>();
        pages.forEach(path -> documents.put(path, Jsoup.parse(site.wholeText(path))));
        documents.forEach((path, document) -> {
            for (Element link : document.select("a[href], link[href]")) {
                URI target = URI.create("/" + path).resolve(link.attr("href"));
                if (target.getHost() != null) {
                    continue;
                }
                String file = target.getPath().substring(1);
                String shown = file.isEmpty() || file.endsWith("/") ? file + "index.html" : file;
                Document other = documents.get(shown);
                if (!site.has(shown)) {
                    faults.add(path, "leads to " + link.attr("href"));
                } else if (target.getFragment() != null
                        && other != null
                        && other.getElementById(target.getFragment()) == null) {
                    faults.add(path, "leads to no place: " + link.attr("href"));
                }
            }
        });
        assertThat(faults.all()).isEmpty();
    }

    /** Nothing of a page is said of one site only. */
    @Test
    void itsPagesSayWhereTheyStand() {
        RealSite site = RealSite.get();
        List<String> faults = new ArrayList<>();
        site.result().files().stream()
                .map(file -> file.path())
                .filter(path -> path.startsWith("manual/") && path.endsWith("/index.html"))
                .forEach(path -> {
                    Document page = Jsoup.parse(site.wholeText(path));
                    String address = RealSite.ADDRESSES.base() + path.replace("index.html", "");
                    if (!page.select("link[rel=canonical]").attr("href").equals(address)) {
                        faults.add(path);
                    }
                });
        assertThat(faults).isEmpty();
        assertThat(Jsoup.parse(site.wholeText("manual/rules/index.html"))
                        .select(".page-actions a")
                        .attr("href"))
                .isEqualTo("https://example.org/source/edit/main/src/manual/rules.md");
        assertThat(site.text("robots.txt")).endsWith("Sitemap: https://example.org/archnotes/manual/sitemap.xml\n");
    }
}
