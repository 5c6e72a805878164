package dev.archnotes.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.page.PairPage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What readers of the real pages stumbled over: rows that look alike, sizes that nobody asked for. */
class ReadablePagesTest {
    @Test
    void noTwoRowsOfALedgerLookAlike() {
        List<String> twice = new ArrayList<>();
        int ledgers = 0;
        for (var page : RealSite.get().documents().entrySet()) {
            for (Element body : page.getValue().select("table.ledger > tbody")) {
                ledgers++;
                Set<String> seen = new HashSet<>();
                String layers = "";
                for (Element row : body.select("tr")) {
                    layers = row.hasClass("ledger-layers") ? row.text() : layers;
                    // what a phone shows of a row: all of it, beneath the words for the layers
                    if (!seen.add(row.hasClass("ledger-layers") ? row.text() : row.text())) {
                        twice.add(page.getKey() + ": " + layers + ": " + row.text());
                    }
                }
            }
        }
        assertThat(ledgers).isGreaterThan(100);
        assertThat(twice).isEmpty();
    }

    @Test
    void theLedgerNamesTheLayersThatHoldATensor() {
        Document sheet = RealSite.get().documents().get("models/gpt-oss/gpt-oss-120b/index.html");
        // 18 of the 36 layers of the configuration have a window, and the shapes do not depend on it
        assertThat(sheet.select("tr.ledger-layers").eachText()).contains("18 windowed and 18 full layers, each with");
        Document mixed = RealSite.get().documents().get("models/deepseek-v3-r1/deepseek-v3-671b/index.html");
        assertThat(mixed.select("tr.ledger-layers").eachText())
                .contains("3 dense and 58 moe layers, each with", "58 moe layers, each with");
    }

    @Test
    void pairsShowTheVariantsThatStandForTheirFamilies() {
        assertThat(shown("compare/gemma-3-vs-gpt-oss/index.html")).containsExactly("Gemma 3 27B", "gpt-oss-120b");
        assertThat(shown("compare/deepseek-v3-r1-vs-kimi-k2/index.html")).containsExactly("DeepSeek V3", "Kimi K2");
    }

    private static List<String> shown(String page) {
        return RealSite.get()
                .documents()
                .get(page)
                .select(".pair-drawings")
                .first()
                .select("h2")
                .eachText();
    }

    @Test
    void everyPairOfSizesHasAnAddress() {
        List<PairPage> pairs = RealSite.get().pages().stream()
                .filter(page -> page instanceof PairPage)
                .map(page -> (PairPage) page)
                .toList();
        assertThat(pairs).isNotEmpty();
        PairPage gemma = pairs.stream()
                .filter(page -> page.head().path().value().equals("compare/gemma-3-vs-qwen3/"))
                .findFirst()
                .orElseThrow();
        int first = sizes("models/gemma-3/");
        int second = sizes("models/qwen3/");
        assertThat(1 + gemma.sizes().size() + gemma.further().size()).isEqualTo(first * second);
        assertThat(gemma.further())
                .allMatch(pair -> pair.href().matches("\\.\\./\\?pick=gemma-3-[a-z0-9]+,qwen3-[a-z0-9.-]+"));
    }

    private static int sizes(String family) {
        return (int) RealSite.get().pages().stream()
                .map(page -> page.head().path().value())
                .filter(path -> path.startsWith(family) && !path.equals(family))
                .count();
    }

    @Test
    void whatDependsOnTheContextIsATable() {
        Document sheet = RealSite.get().documents().get("models/gpt-oss/gpt-oss-120b/index.html");
        Element cell = sheet.getElementById("kv_cache.bytes_at.32768");
        assertThat(cell.nameIs("td")).isTrue();
        assertThat(cell.select("summary").text()).startsWith("1.13");
        assertThat(cell.parent().selectFirst("th").text()).isEqualTo("32,768");
        assertThat(sheet.select(".not-present").text()).contains("Not present: Dense feed-forward, Shared experts.");
        assertThat(sheet.select("dt").eachText()).doesNotContain("None");
    }
}
