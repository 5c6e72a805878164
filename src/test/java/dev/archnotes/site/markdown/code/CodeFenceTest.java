package dev.archnotes.site.markdown.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The spellings of the manuals of MkDocs, Hugo, VitePress, Docusaurus, Pandoc and mdBook for the same wishes. */
class CodeFenceTest {

    /** What stands behind the fence; then the language, the title, the marked lines and the first number. */
    private static final List<List<String>> TABLE = List.of(
            List.of("", "", "", "", "0"),
            List.of("python", "python", "", "", "0"),
            List.of("c++", "c++", "", "", "0"),
            List.of("c#", "c#", "", "", "0"),
            List.of("objective-c", "objective-c", "", "", "0"),
            // MkDocs
            List.of("py title=\"train.py\"", "py", "train.py", "", "0"),
            List.of("py linenums=\"5\" hl_lines=\"1 3-4\"", "py", "", "1 3 4", "5"),
            List.of("{.py .annotate title='a b' linenums=1}", "py", "a b", "", "1"),
            // Hugo
            List.of("go {linenos=inline hl_lines=[3,\"6-8\"] linenostart=199}", "go", "", "3 6 7 8", "199"),
            List.of("go {linenos=false}", "go", "", "", "0"),
            // VitePress
            List.of("js{1,4,6-8}", "js", "", "1 4 6 7 8", "0"),
            List.of("ts:line-numbers {1}", "ts", "", "1", "1"),
            List.of("ts:line-numbers=2 {1}", "ts", "", "1", "2"),
            // Docusaurus
            List.of("jsx title=\"/src/App.js\" {2} showLineNumbers", "jsx", "/src/App.js", "2", "1"),
            // Pandoc
            List.of("{.haskell .numberLines startFrom=\"100\"}", "haskell", "", "", "100"),
            List.of("{python}", "python", "", "", "0"),
            List.of("{r, echo=FALSE}", "r", "", "", "0"),
            // mdBook
            List.of("rust,editable,ignore", "rust", "", "", "0"),
            // no language
            List.of("{1,3}", "", "", "1 3", "0"),
            List.of("title=\"notes.txt\"", "", "notes.txt", "", "0"),
            // what cannot be
            List.of("py {0,3-1,2-999999}", "py", "", "many", "0"));

    @TestFactory
    Stream<DynamicTest> whatAFenceSays() {
        return TABLE.stream()
                .map(row -> DynamicTest.dynamicTest("```" + row.get(0), () -> {
                    CodeFence fence = CodeFence.parse(row.get(0));

                    assertThat(fence.language()).isEqualTo(row.get(1));
                    assertThat(fence.title()).isEqualTo(row.get(2));
                    assertThat(lines(fence)).isEqualTo(row.get(3));
                    assertThat(fence.firstNumber()).isEqualTo(Integer.parseInt(row.get(4)));
                }));
    }

    private static String lines(CodeFence fence) {
        return fence.marked().cardinality() > 1_000
                ? "many"
                : fence.marked().stream().mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }
}
