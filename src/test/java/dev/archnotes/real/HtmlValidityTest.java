package dev.archnotes.real;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Faults;
import java.io.ByteArrayInputStream;
import java.util.Map;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every page is valid HTML, by the Nu validator; its warnings are printed. */
@Tag("site")
@Tag("validator")
class HtmlValidityTest {
    /** The validator reads a stream, which has no address, so that it cannot know what "self" is. */
    private static final String ADDRESS_UNKNOWN = "Resource violates Content Security Policy (meta tag): external ";

    /**
     * It also takes JSON-LD for a script; data blocks are not run, and RealSiteTest refuses inline scripts that are.
     */
    private static final String DATA_BLOCK = "Inline script violates Content Security Policy";

    private final JsonMapper json = JsonMapper.builder().build();
    private final Faults errors = new Faults();
    private final Faults warnings = new Faults();

    @Test
    void everyPageIsValid() throws Exception {
        for (Map.Entry<String, byte[]> file : RealSite.get().everyFile().entrySet()) {
            if (file.getKey().endsWith(".html")) {
                validate(file.getKey(), file.getValue());
            }
        }
        warnings.all().forEach(warning -> System.out.println("[html warning] " + warning));
        assertThat(errors.all()).isEmpty();
    }

    @Test
    void theValidatorSpeaksUp() throws Exception {
        validate("page.html", "<!doctype html><html lang=en><title>t</title><p id=a><p id=a>".getBytes(UTF_8));
        assertThat(errors.all()).containsExactly("page.html:1:61: Duplicate ID “a”.");
    }

    private void validate(String file, byte[] html) throws Exception {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
        validator.setForceHTML(true);
        for (JsonNode message : json.readTree(validator.validate(new ByteArrayInputStream(html)))
                .get("messages")) {
            String text = message.get("message").asString();
            String place = file + ":" + message.path("lastLine").asInt(0) + ":"
                    + message.path("lastColumn").asInt(0);
            if (!message.get("type").asString().equals("info")) {
                errors.add(place, text);
            } else if (!text.startsWith(ADDRESS_UNKNOWN) && !text.startsWith(DATA_BLOCK)) {
                warnings.add(place, text);
            }
        }
    }
}
