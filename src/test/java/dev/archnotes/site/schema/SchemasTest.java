package dev.archnotes.site.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchemasTest {
    @Test
    void thoseThatWereMadeWithTheProgramAreThoseOfItsReaders() {
        assertThat(Schemas.byName()).isEqualTo(Schemas.made());
    }
}
