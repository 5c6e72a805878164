package dev.archnotes.site.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccentTest {
    /** The contrasts of the guidelines' own understanding documents and of every checker: gray on white. */
    @ParameterizedTest
    @CsvSource({"#000000, #ffffff, 21", "#ffffff, #ffffff, 1", "#767676, #ffffff, 4.54", "#777777, #ffffff, 4.48"})
    void contrastIsThatOfTheGuidelines(String one, String two, double contrast) {
        assertThat(Color.hexadecimal(one).contrast(Color.hexadecimal(two))).isEqualTo(contrast, within(0.005));
        assertThat(Color.hexadecimal(two).contrast(Color.hexadecimal(one))).isEqualTo(contrast, within(0.005));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#12", "#1234567", "9a2a1b", "#12345g", "#fff; }", "rgb(1,2,3)"})
    void whatIsNoColorIsNone(String text) {
        assertThat(Color.of(text)).isEmpty();
    }

    @Test
    void threeDigitsStandForSix() {
        assertThat(Color.of("#92b")).contains(new Color(0x99, 0x22, 0xbb));
        assertThat(Color.of("#9a2a1b").orElseThrow().text()).isEqualTo("#9a2a1b");
    }

    @Test
    void everyColorCanBeReadOnEveryGround() {
        for (int red = 0; red <= 255; red += 51) {
            for (int green = 0; green <= 255; green += 51) {
                for (int blue = 0; blue <= 255; blue += 51) {
                    Accent accent = Accent.of(new Color(red, green, blue));
                    readable(accent.light(), Accent.LIGHT_GROUNDS);
                    readable(accent.dark(), Accent.DARK_GROUNDS);
                }
            }
        }
    }

    private static void readable(Accent.Shades shades, List<Color> grounds) {
        List<Color> all = new ArrayList<>(grounds);
        all.add(shades.wash());
        assertThat(all)
                .allSatisfy(ground -> assertThat(shades.text().contrast(ground))
                        .as(shades.text().text() + " on " + ground.text())
                        .isGreaterThanOrEqualTo(Accent.LEAST_CONTRAST));
    }

    @Test
    void aColorThatCanBeReadStaysAsItIs() {
        assertThat(Accent.of(Color.hexadecimal("#1f5fa8")).light().text()).isEqualTo(Color.hexadecimal("#1f5fa8"));
        assertThat(Accent.of(Color.hexadecimal("#1f5fa8")).dark().text()).isNotEqualTo(Color.hexadecimal("#1f5fa8"));
    }

    @Test
    void theGroundsAreThoseOfTheStyleSheet() throws IOException {
        String tokens = Files.readString(Path.of("src/main/web/css/tokens.css"));
        List<Color> light = new ArrayList<>();
        List<Color> dark = new ArrayList<>();
        Matcher ground = Pattern.compile("--paper[\\w-]*: light-dark\\((#\\w+), (#\\w+)\\)")
                .matcher(tokens);
        while (ground.find()) {
            light.add(Color.hexadecimal(ground.group(1)));
            dark.add(Color.hexadecimal(ground.group(2)));
        }
        assertThat(Accent.LIGHT_GROUNDS).isEqualTo(light);
        assertThat(Accent.DARK_GROUNDS).isEqualTo(dark);
    }
}
