package dev.archnotes.site.files.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTextTest {
    @Test
    void aFieldWithACommaAQuoteOrALineBreakStandsInQuotes() {
        assertThat(new CsvText().row(List.of("a,b", "c\"d", "e\nf", "g h")).toString())
                .isEqualTo("\"a,b\",\"c\"\"d\",\"e\nf\",g h\n");
    }

    @Test
    void aTextThatASpreadsheetWouldCalculateIsAText() {
        assertThat(new CsvText()
                        .row(List.of("=HYPERLINK(\"x\")", "+1+cmd|calc", "@SUM(1)", "-2+3", "\tx", "\r=x"))
                        .toString())
                .isEqualTo("\"'=HYPERLINK(\"\"x\"\")\",'+1+cmd|calc,'@SUM(1),'-2+3,'\tx,\"'\r=x\"\n");
    }

    @Test
    void aNumberStaysANumber() {
        assertThat(new CsvText()
                        .row(List.of("-5", "+1", "1e-06", "-2.5E+10", ""))
                        .toString())
                .isEqualTo("-5,+1,1e-06,-2.5E+10,\n");
    }
}
