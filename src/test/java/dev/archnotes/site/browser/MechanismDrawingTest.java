package dev.archnotes.site.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.archnotes.Programs;
import dev.archnotes.Variants;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.gallery.FigureKind;
import dev.archnotes.site.drawing.gallery.Figures;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A figure that is moved in a browser is drawn as the generator draws it. */
class MechanismDrawingTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Of several models three are enough: the script knows numbers only. */
    private static final int MODELS = 3;

    @Test
    void aBrowserDrawsWhatTheGeneratorDraws(@TempDir Path folder) throws Exception {
        List<List<String>> cases = cases();
        assertThat(cases).hasSizeGreaterThan(movable().size());
        assumeTrue(Programs.hasNode(), "node was not found on the PATH: the script of the figures is not tried");
        Path asked = Files.writeString(folder.resolve("cases.json"), JSON.writeValueAsString(cases));
        Path answers = folder.resolve("answers.json");
        Path problems = folder.resolve("problems.txt");
        int exit = new ProcessBuilder(
                        "node", "src/test/resources/calculator/drawings.js", "target/classes/web", asked.toString())
                .redirectOutput(answers.toFile())
                .redirectError(problems.toFile())
                .start()
                .waitFor();
        assertThat(exit).as(Files.readString(problems)).isZero();
        JsonNode inBrowser = JSON.readTree(Files.readString(answers));
        for (int i = 0; i < cases.size(); i++) {
            List<String> asking = cases.get(i);
            assertThat(inBrowser.get(i).asString())
                    .as(asking.toString())
                    .isEqualTo(MechanismAnswer.of(
                            read(FigureKind.of(asking.get(1)).orElseThrow(), asking.get(2)),
                            asking.get(3),
                            asking.get(4)));
        }
    }

    @Test
    void aFigureIsReadBackFromItsCode() {
        for (FigureKind kind : movable()) {
            for (MechanismFigure figure : figures(kind)) {
                String code = Figures.code(figure);
                MechanismFigure read = read(kind, code);
                assertThat(Figures.code(read)).as(kind.word()).isEqualTo(code);
                assertThat(read.controls()).as(kind.word()).isEqualTo(figure.controls());
                Setting start = Setting.start(read);
                assertThat(read.scene(start, ByWidth.NARROW))
                        .as(kind.word())
                        .isEqualTo(figure.scene(start, ByWidth.NARROW));
            }
        }
    }

    private static MechanismFigure read(FigureKind kind, String code) {
        return switch (kind.script().orElseThrow()) {
            case ATTENTION -> AttentionDrawing.read(kind.word(), code);
            case NETWORK -> NetworkDrawing.read(kind.word(), code);
            case COST -> CostDrawing.read(kind.word(), code);
            case STEPS -> StepsDrawing.read(kind.word(), code);
        };
    }

    /** The beginning of each figure, and its other end. */
    private static List<List<String>> cases() {
        List<List<String>> cases = new ArrayList<>();
        for (FigureKind kind : movable()) {
            String script = kind.script().orElseThrow().word();
            for (MechanismFigure figure : figures(kind)) {
                StringBuilder last = new StringBuilder();
                StringBuilder first = new StringBuilder();
                Setting start = Setting.start(figure);
                for (int i = 0; i < figure.controls().size(); i++) {
                    String space = i == 0 ? "" : " ";
                    first.append(space).append(start.at(i));
                    last.append(space).append(figure.controls().get(i).values().size() - 1);
                }
                cases.add(List.of(script, kind.word(), Figures.code(figure), first.toString(), "block-1"));
                cases.add(List.of(script, kind.word(), Figures.code(figure), last.toString(), "block-2"));
            }
        }
        return cases;
    }

    private static List<FigureKind> movable() {
        return Arrays.stream(FigureKind.values()).filter(kind -> !kind.small()).toList();
    }

    private static List<MechanismFigure> figures(FigureKind kind) {
        if (kind.models() != FigureKind.Models.EACH) {
            boolean none = kind.models() == FigureKind.Models.NONE;
            return List.of(Figures.of(kind, none ? List.of() : Variants.ALL));
        }
        List<MechanismFigure> figures = new ArrayList<>();
        for (Variant variant : Variants.ALL) {
            try {
                figures.add(Figures.of(kind, List.of(variant)));
            } catch (IllegalArgumentException notOfThisModel) {
                continue;
            }
            if (figures.size() == MODELS) {
                break;
            }
        }
        return figures;
    }
}
