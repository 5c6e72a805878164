package dev.archnotes.site.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/",
                "http://localhost:8080/notes",
                "https://example.org/a%20b/",
                "https://[::1]/"
            })
    void anAddressInFullIsOne(String address) {
        assertThat(SiteAddress.faultOfBase(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "/docs/",
                "//example.org/",
                "example.org",
                "ftp://example.org/",
                "javascript:alert(1)//",
                "https:example.org",
                "https:///x",
                "https://a b/",
                "https://example.org/a b/",
                "https://example.org/\n",
                "https://example.org/\"><script>",
                "https://example.org:99999999999/",
                "https://user:password@example.org/",
                "https://user@example.org/",
                "https://example.org/\u202Egro.live",
                "https://example.org/\u0085"
            })
    void anythingElseIsNone(String address) {
        assertThat(SiteAddress.fault(address)).isPresent();
        assertThat(SiteAddress.faultOfBase(address)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/?a=b", "https://example.org/#a", "https://example.org/?"})
    void pathsAreNotAppendedToAQueryOrAFragment(String address) {
        assertThat(SiteAddress.fault(address)).isEmpty();
        assertThat(SiteAddress.faultOfBase(address)).isPresent();
    }

    @Test
    void anAddressWithoutAnEndIsNone() {
        assertThat(SiteAddress.fault("https://example.org/" + "a".repeat(2_000)))
                .contains("an address of 2020 characters is too long");
    }

    @Test
    void pathsAreAppendedBehindASlash() {
        assertThat(SiteAddress.base("https://example.org/notes")).isEqualTo("https://example.org/notes/");
        assertThat(SiteAddress.base("https://example.org/notes/")).isEqualTo("https://example.org/notes/");
    }
}
