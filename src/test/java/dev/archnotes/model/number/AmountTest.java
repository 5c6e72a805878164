package dev.archnotes.model.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "8192;8192",
                "131,072;131072",
                "200k;204800",
                "32K;32768",
                "32Ki;32768",
                "1M;1048576",
                "0.5m;524288",
                " 1 ;1"
            })
    void aThousandTokensAre1024(String text, long tokens) {
        assertThat(Amount.tokens(text)).contains(tokens);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k", "0", "-1k", "1e6", "1.3", "12 tokens", "0x10", "99999999999999999999", "1kk"})
    void whatIsNoWholeNumberOfTokensIsNone(String text) {
        assertThat(Amount.tokens(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "24GB, 24000000000",
        "24 GB, 24000000000",
        "24\u202FGiB, 25769803776",
        "24GiB, 25769803776",
        "1.5TiB, 1649267441664",
        "512MiB, 536870912",
        "100kB, 100000"
    })
    void unitsOfBytesAreDecimalOrBinaryAsTheySay(String text, long bytes) {
        assertThat(Amount.bytes(text)).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"24", "24G", "24gib", "GB", "0GB", "-1GB", "1e3GB", "99999999999TiB"})
    void aNumberWithoutItsUnitIsNoMemory(String text) {
        assertThat(Amount.bytes(text)).isEmpty();
    }
}
