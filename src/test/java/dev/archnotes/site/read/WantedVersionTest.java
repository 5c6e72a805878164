package dev.archnotes.site.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.site.yaml.YamlSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedVersionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            >=0.2       | 0.2.0          |
            >=0.2       | 0.10           |
            0.2         | 0.3.1          |
            >=0.2, <1   | 0.9.9          |
            >=0.2, <1   | 1.0            | wrong-version
            >=0.2       | 0.1.9          | wrong-version
            >=0.2       | 0.2.0-SNAPSHOT |
            >0.2        | 0.2.0          | wrong-version
            <=0.2       | 0.2            |
            =0.2        | 0.2.1          | wrong-version
            ^0.2        | 0.2.0          | impossible-value
            >=0.2,      | 0.2.0          | impossible-value
            latest      | 0.2.0          | impossible-value
            """)
    void conditions(String wanted, String version, String rule) {
        Diagnostics.Builder findings = Diagnostics.builder();
        new YamlSource("site.yaml", 1, findings)
                .mapping("requires: \"" + wanted + "\"")
                .ifPresent(mapping -> WantedVersion.check(mapping, "requires", version));
        assertThat(findings.build().all().stream()
                        .map(finding -> finding.rule().id())
                        .toList())
                .isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @Test
    void theVersionIsThatOfTheProject() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        assertThat(pom).contains("<artifactId>archnotes</artifactId>\n  <version>" + GeneratorVersion.NUMBER + "<");
    }
}
