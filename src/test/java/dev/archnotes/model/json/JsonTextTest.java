package dev.archnotes.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonTextTest {
    private static final JsonMapper JACKSON = JsonMapper.builder().build();

    @Test
    void anyStringReadsBackAsItWas() {
        StringBuilder all = new StringBuilder();
        for (char c = 0; c < 0x300; c++) {
            all.append(c);
        }
        all.append("\u2028\u2029\uFEFF\uD83D\uDE00");
        String text = JsonText.compact(List.of(all.toString()));
        assertThat(JACKSON.readTree(text).get(0).stringValue()).isEqualTo(all.toString());
        assertThat(text.chars().filter(c -> c < ' ')).isEmpty();
    }

    @Test
    void valuesReadBackInTheirOrder() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("z", List.of(1, 2.5, true));
        value.put("a", null);
        value.put("exact", new BigInteger("671026419200000000000"));
        value.put("plain", new BigDecimal("3.2E+1"));
        value.put("none", Map.of());
        value.put("empty", new ArrayList<>());
        assertThat(JsonText.compact(value))
                .isEqualTo("{\"z\":[1,2.5,true],\"a\":null,\"exact\":671026419200000000000,"
                        + "\"plain\":32,\"none\":{},\"empty\":[]}");
        JsonNode compact = JACKSON.readTree(JsonText.compact(value));
        assertThat(JACKSON.readTree(JsonText.indented(value))).isEqualTo(compact);
        assertThat(JsonText.indented(Map.of("a", List.of(1)))).isEqualTo("{\n  \"a\": [\n    1\n  ]\n}\n");
    }

    @Test
    void anythingElseIsRefused() {
        assertThatThrownBy(() -> JsonText.compact(List.of(new Object()))).isInstanceOf(IllegalArgumentException.class);
    }
}
