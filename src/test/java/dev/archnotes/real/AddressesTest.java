package dev.archnotes.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Addresses are promises. A heading that gets other words keeps its old id as <code>{#id}</code>; a line of the list is
 * never taken out.
 */
class AddressesTest {
    private static final Path LIST = Path.of("src/test/resources/addresses/anchors.txt");

    @Test
    void everyAnchorOfTheFirstEditionStillLeadsSomewhere() throws IOException {
        Map<String, Set<String>> ids = new HashMap<>();
        RealSite.get()
                .documents()
                .forEach((file, document) ->
                        ids.put(file, new HashSet<>(document.select("[id]").eachAttr("id"))));
        Faults faults = new Faults();
        try (Stream<String> lines = Files.lines(LIST)) {
            lines.skip(1).forEach(line -> {
                int hash = line.indexOf('#');
                String file = line.substring(0, hash);
                String id = line.substring(hash + 1);
                if (!ids.containsKey(file)) {
                    faults.add(file, "is not there");
                } else if (!ids.get(file).contains(id)) {
                    faults.add(file, "has no #" + id);
                }
            });
        }
        assertThat(faults.all()).isEmpty();
    }
}
