package dev.archnotes.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTableTest {

    @ParameterizedTest(name = "{0} models with {1} facts")
    @CsvSource({"2, 12, true", "5, 5, true", "8, 17, true", "9, 17, false", "6, 5, false", "39, 8, false"})
    void setsFewModelsWithManyFactsSideBySide(int models, int facts, boolean sideBySide) {
        ComparisonTable.Column fact = new ComparisonTable.Column("layers", "Layers", "Shape", true, true);
        ComparisonTable.Row model =
                new ComparisonTable.Row("a", "A", "a/", "Maker", false, "mha", 1, 1, 1, "MIT", "2025-01-01", List.of());
        ComparisonTable table = new ComparisonTable(
                "t", "A caption.", Collections.nCopies(facts, fact), Collections.nCopies(models, model));

        assertThat(table.sideBySide()).isEqualTo(sideBySide);
    }
}
