package dev.archnotes.model.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiagnosticPrinterTest {

    private static final String PATH = "notes/models/example.md";

    @Test
    void showsPlaceRuleLineCaretHintAndHowManyThereAre() {
        Diagnostic finding = Diagnostic.error(
                        Rule.UNKNOWN_NOTE, new Location(PATH, 2, 17), "no note has the id \"latnt-attention\"")
                .withHint("did you mean \"latent-attention\"?");

        assertThat(printer("# Title\nsee [the cache](note:latnt-attention)\n")
                        .print(Diagnostics.of(List.of(finding)), 84))
                .isEqualTo("""
                        notes/models/example.md:2:17: error: [unknown-note] no note has the id "latnt-attention"
                          see [the cache](note:latnt-attention)
                                          ^
                          hint: did you mean "latent-attention"?
                        1 error in 84 notes; nothing was written
                        """);
    }

    @Test
    void underlinesTheWholeLengthButNotBeyondTheLine() {
        assertThat(print("see [the cache](note:latnt-attention)", 17, 20)).endsWith("""
                          see [the cache](note:latnt-attention)
                                          ^~~~~~~~~~~~~~~~~~~~
                        """);
        assertThat(print("short", 4, 90)).endsWith("  short\n     ^~\n");
        assertThat(print("short", 9, 2)).endsWith("  short\n       ^\n");
    }

    @Test
    void opensTabsAndCountsWideCharactersTwice() {
        assertThat(print("\tkey: x", 2, 3)).endsWith("      key: x\n      ^~~\n");
        assertThat(print("模型 x", 4, 1)).endsWith("  模型 x\n       ^\n");
        assertThat(print("e\u0301x", 3, 1)).endsWith("   ^\n");
        assertThat(print("🙂x", 3, 1)).endsWith("    ^\n");
    }

    @Test
    void cutsALongParagraphAroundTheMarks() {
        String line = "a".repeat(300) + " wrong " + "b".repeat(300);
        String printed = print(line, 302, 5);

        List<String> lines = printed.lines().toList();
        assertThat(lines.get(1)).startsWith("  …aaa").endsWith("bbb…").hasSizeLessThan(130);
        assertThat(lines.get(1).substring(lines.get(2).indexOf('^'))).startsWith("wrong ");
        assertThat(lines.get(2)).endsWith("^~~~~");
    }

    @Test
    void showsNoLineWhereTheFileIsGone() {
        Diagnostic finding =
                Diagnostic.error(Rule.MISSING_FILE, Location.startOf("site.yaml"), "there is no site.yaml");
        assertThat(printer("x").print(finding))
                .isEqualTo("site.yaml:1:1: error: [missing-file] there is no site.yaml\n");
    }

    @Test
    void warningsDoNotStopTheSiteFromBeingWritten() {
        Diagnostic warning = Diagnostic.warning(Rule.UNKNOWN_KEY, Location.startOf("b.md"), "w");
        Diagnostic error = Diagnostic.error(Rule.UNKNOWN_KEY, Location.startOf("a.md"), "e");

        assertThat(lastLine(warning)).isEqualTo("1 warning in 3 notes");
        assertThat(lastLine(warning, error, error.withHint("h")))
                .isEqualTo("2 errors and 1 warning in 3 notes; nothing was written");
        assertThat(printer("").print(Diagnostics.none(), 3)).isEmpty();
    }

    @Test
    void ofARuleThatIsBrokenOftenTheFirstHundredAreShown() {
        List<Diagnostic> findings = new ArrayList<>();
        for (int line = 1; line <= 100_000; line++) {
            findings.add(Diagnostic.error(Rule.UNKNOWN_KEY, new Location(PATH, line, 1), "m"));
        }
        findings.add(Diagnostic.error(Rule.FILL_IN, new Location(PATH, 100_000, 1), "still"));
        String printed = printer("line\n".repeat(100_000)).print(Diagnostics.of(findings), 3);

        assertThat(printed)
                .contains(PATH + ":100:1: error: [unknown-key] m", PATH + ":100000:1: error: [fill-in] still")
                .doesNotContain(PATH + ":101:1:")
                .endsWith("\nand 99900 errors more of [unknown-key]\n100001 errors in 3 notes; nothing was written\n");
    }

    @Test
    void aValueAsLongAsItsFileIsCut() {
        Diagnostic finding = Diagnostic.error(Rule.WRONG_TYPE, Location.startOf(PATH), "x".repeat(100_000));

        assertThat(printer("").print(finding)).hasSizeLessThan(5_000).endsWith("x…\n");
    }

    @Test
    void colorsOnlyWhenAsked() {
        Diagnostic finding = Diagnostic.error(Rule.UNKNOWN_KEY, Location.startOf(PATH), "m");
        assertThat(new DiagnosticPrinter(path -> null, true).print(finding)).contains("\u001b[1;31merror:\u001b[0m");
        assertThat(printer("").print(finding)).doesNotContain("\u001b");
    }

    private static String lastLine(Diagnostic... findings) {
        String printed = printer("").print(Diagnostics.of(List.of(findings)), 3);
        return printed.lines().reduce("", (before, line) -> line);
    }

    private static String print(String line, int column, int length) {
        Diagnostic finding = Diagnostic.error(Rule.UNKNOWN_KEY, new Location(PATH, 1, column), "m")
                .withLength(length);
        return printer(line).print(finding);
    }

    private static DiagnosticPrinter printer(String source) {
        return new DiagnosticPrinter(Map.of(PATH, source)::get, false);
    }

    @Test
    void foreignTextNeitherSteersATerminalNorBeginsALineOfItsOwn() {
        Diagnostic finding = Diagnostic.error(
                        Rule.UNKNOWN_KEY,
                        new Location("a\n::b\u001b[31m.md", 1, 3),
                        "x\n::add-mask::e\n\u001b]0;t\u0007")
                .withHint("did you mean\n::c\u009b?");

        String printed = new DiagnosticPrinter(path -> "  ::add-mask::\u001b[31m \u202e", false).print(finding);

        assertThat(printed.codePoints()).noneMatch(c -> c != '\n' && HiddenCharacters.isForbidden(c));
        assertThat(printed.lines().map(String::strip))
                .noneMatch(line -> line.startsWith("::") || line.startsWith("##["))
                .hasSize(5);
        assertThat(printed).doesNotContain("\u202e");
    }
}
