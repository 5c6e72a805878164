package dev.archnotes.model.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.model.tensor.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class WeightInventoryTest {
    static final Iterable<Variant> VARIANTS = Variants.ALL;

    /** The totals of the models' own index files; the active count is that of the technical report's definition. */
    @Test
    void theElementsArePublishedOnes() {
        assertThat(of("llama-3.1-8b").elements(LedgerRow.Scope.DECODER)).isEqualTo(8_030_261_248L);
        assertThat(of("llama-3.1-8b").activeElements()).isEqualTo(8_030_261_248L);
        assertThat(of("qwen3-30b-a3b").elements(LedgerRow.Scope.DECODER)).isEqualTo(30_532_122_624L);
        // 48 layers of 120 experts with three matrices of 2,048 × 768 rest
        assertThat(of("qwen3-30b-a3b").activeElements()).isEqualTo(30_532_122_624L - 48L * 120 * 3 * 2_048 * 768);
        assertThat(of("llama-3.1-8b").elements(LedgerRow.Scope.VISION)).isZero();
        // 128,256 × 4,096
        assertThat(of("llama-3.1-8b").elements(Part.HEAD)).isEqualTo(525_336_576L);
        assertThat(of("llama-3.1-8b").elements(Part.ROUTED_EXPERTS)).isZero();
    }

    /** The entries of the index files: nine in each layer of Llama and three besides; 393 in a layer of Qwen3. */
    @Test
    void theTensorsAreThoseOfTheIndex() {
        assertThat(tensors("llama-3.1-8b")).isEqualTo(291);
        assertThat(tensors("qwen3-30b-a3b")).isEqualTo(18_867);
    }

    private static long tensors(String id) {
        return of(id).rows().stream().mapToLong(LedgerRow::tensors).sum();
    }

    private static WeightInventory of(String id) {
        return WeightInventory.of(Variants.of(id).architecture());
    }

    /** Both ways of counting are made of the same tensors: as rows here, as terms of a formula there. */
    @ParameterizedTest
    @FieldSource("VARIANTS")
    void theRowsAddUpToTheFigures(Variant variant) {
        WeightInventory ledger = WeightInventory.of(variant.architecture());
        FactSheet sheet = FactSheet.of(variant);

        assertThat(ledger.elements(LedgerRow.Scope.DECODER)).isEqualTo(sheet.whole(FactPath.PARAMETERS_TOTAL));
        assertThat(ledger.activeElements()).isEqualTo(sheet.whole(FactPath.PARAMETERS_ACTIVE_ALL));
        for (Part part : Part.values()) {
            long rows = ledger.elements(part);
            assertThat(rows == 0 || rows == sheet.whole(FactPath.parametersOf(part)))
                    .as("%s: %d", part, rows)
                    .isTrue();
        }
    }
}
