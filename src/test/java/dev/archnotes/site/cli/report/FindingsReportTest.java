package dev.archnotes.site.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsReportTest {
    private static final Location PLACE = new Location("a,b: 100%.md", 3, 7);

    private static Diagnostics of(Diagnostic finding) {
        return Diagnostics.of(List.of(finding));
    }

    @Test
    void anAnnotationIsOneLineWhateverItSays() {
        Diagnostic finding = Diagnostic.error(Rule.WRONG_FACT, PLACE, "50 %::error::\r\n::set-env name=x::y")
                .withHint("write 5\n::warning::z")
                .withLength(4);
        assertThat(FindingsReport.github(of(finding), "notes/"))
                .isEqualTo("::error file=notes/a%2Cb%3A 100%25.md,line=3,col=7,endColumn=11,"
                        + "title=archnotes%3A wrong-fact::50 %25::error::\uFFFD%0A::set-env name=x::y"
                        + "%0Ahint: write 5%0A::warning::z\n");
    }

    @Test
    void aWarningIsAWarning() {
        Diagnostic finding = Diagnostic.warning(Rule.DEAD_LINK, PLACE, "there is no file");
        assertThat(FindingsReport.github(of(finding), ""))
                .startsWith("::warning file=")
                .doesNotContain("hint");
    }

    @Test
    void theJsonHasThePlaceAndTheEdit() {
        Diagnostic finding = Diagnostic.error(Rule.WRONG_FACT, PLACE, "wrong")
                .withHint("write \"5\"")
                .withLength(2)
                .withEdit(PLACE, "50", "5");
        assertThat(FindingsReport.json(of(finding), "notes/", 2)).isEqualTo("""
                {
                  "notes": 2,
                  "errors": 1,
                  "warnings": 0,
                  "findings": [
                    {
                      "severity": "error",
                      "rule": "wrong-fact",
                      "path": "notes/a,b: 100%.md",
                      "line": 3,
                      "column": 7,
                      "length": 2,
                      "message": "wrong",
                      "hint": "write \\"5\\"",
                      "edit": {
                        "path": "notes/a,b: 100%.md",
                        "line": 3,
                        "column": 7,
                        "written": "50",
                        "replacement": "5"
                      }
                    }
                  ]
                }
                """);
    }
}
