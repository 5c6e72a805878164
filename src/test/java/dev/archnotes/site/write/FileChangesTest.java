package dev.archnotes.site.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FileChangesTest {
    @Test
    void aFileIsNewOrSaysSomethingElseOrIsGone() {
        FileChanges changes = FileChanges.between(
                Map.of("a", new byte[] {1}, "b", new byte[] {2}, "gone", new byte[] {3}),
                Map.of("a", new byte[] {1}, "b", new byte[] {4}, "new", new byte[0]),
                bytes -> bytes);
        assertThat(changes.changed()).containsExactly("b", "new");
        assertThat(changes.removed()).containsExactly("gone");
        assertThat(changes.all()).containsExactly("b", "gone", "new");
    }

    @Test
    void theSameFilesAreNoChange() {
        assertThat(FileChanges.between(Map.of("a", new byte[] {1}), Map.of("a", new byte[] {1}), bytes -> bytes)
                        .all())
                .isEmpty();
    }
}
