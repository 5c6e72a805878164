package dev.archnotes.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingPathTest {
    @ParameterizedTest
    @CsvSource({
        "1, about 5 minutes",
        "19, about 20 minutes",
        "22, about 20 minutes",
        "23, about 25 minutes",
        "49, about 50 minutes",
        "55, about an hour",
        "70, about an hour",
        "71, about 70 minutes",
    })
    void timeIsRounded(int minutes, String words) {
        assertThat(new IndexPage.ReadingPath("A way", "For some", minutes, List.of()).time())
                .isEqualTo(words);
    }
}
