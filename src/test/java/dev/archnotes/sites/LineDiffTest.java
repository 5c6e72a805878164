package dev.archnotes.sites;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineDiffTest {
    @Test
    void equalTextsDifferInNothing() {
        assertThat(LineDiff.between("a\nb\n", "a\nb\n")).isEmpty();
    }

    @Test
    void onlyChangedLinesAreListed() {
        assertThat(LineDiff.between("a\nb\nc\nd\ne\n", "a\nB\nc\ne\nf\n")).isEqualTo("""
                2 - b
                2 + B
                4 - d
                5 + f""");
    }

    @Test
    void manyChangesAreCutOff() {
        assertThat(LineDiff.between("", "x\n".repeat(70))).endsWith("\n… and 10 lines more");
    }
}
