package dev.archnotes.site.markdown.code;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.fife.ui.rsyntaxtextarea.SyntaxConstants;
import org.fife.ui.rsyntaxtextarea.TokenMakerFactory;

/**
 * The lexer for the word behind a fence. RSyntaxTextArea names its lexers {@code text/kotlin}, {@code text/golang};
 * most words that people write are such a name, and the others are listed here.
 */
final class Syntax {
    private static final String PREFIX = "text/";
    private static final Map<String, String> OTHER_NAMES = otherNames();

    private Syntax() {}

    private static Map<String, String> otherNames() {
        Map<String, String> names = new HashMap<>();
        add(names, SyntaxConstants.SYNTAX_STYLE_ASSEMBLER_X86, "assembly", "nasm", "x86asm");
        add(names, SyntaxConstants.SYNTAX_STYLE_C, "h");
        add(names, SyntaxConstants.SYNTAX_STYLE_CLOJURE, "clj", "cljs", "edn");
        add(names, SyntaxConstants.SYNTAX_STYLE_CPLUSPLUS, "c++", "cc", "cxx", "hpp", "cu", "cuda");
        add(names, SyntaxConstants.SYNTAX_STYLE_CSHARP, "csharp", "c#");
        add(names, SyntaxConstants.SYNTAX_STYLE_DELPHI, "pascal");
        add(names, SyntaxConstants.SYNTAX_STYLE_DOCKERFILE, "docker", "containerfile");
        add(names, SyntaxConstants.SYNTAX_STYLE_ENV, "dotenv");
        add(names, SyntaxConstants.SYNTAX_STYLE_FORTRAN, "f90", "f95");
        add(names, SyntaxConstants.SYNTAX_STYLE_GO, "go");
        add(names, SyntaxConstants.SYNTAX_STYLE_GROOVY, "gradle");
        add(names, SyntaxConstants.SYNTAX_STYLE_HANDLEBARS, "hbs", "mustache");
        add(names, SyntaxConstants.SYNTAX_STYLE_HTML, "htm", "xhtml");
        add(names, SyntaxConstants.SYNTAX_STYLE_INI, "cfg", "conf", "editorconfig", "toml");
        add(names, SyntaxConstants.SYNTAX_STYLE_JAVASCRIPT, "js", "jsx", "mjs", "cjs");
        add(names, SyntaxConstants.SYNTAX_STYLE_JSON, "jsonl", "ndjson");
        add(names, SyntaxConstants.SYNTAX_STYLE_JSON_WITH_COMMENTS, "jsonc", "json5");
        add(names, SyntaxConstants.SYNTAX_STYLE_KOTLIN, "kt", "kts");
        add(names, SyntaxConstants.SYNTAX_STYLE_LATEX, "tex");
        add(names, SyntaxConstants.SYNTAX_STYLE_LESS, "scss");
        add(names, SyntaxConstants.SYNTAX_STYLE_LISP, "elisp", "scheme", "racket");
        add(names, SyntaxConstants.SYNTAX_STYLE_MAKEFILE, "make", "mk");
        add(names, SyntaxConstants.SYNTAX_STYLE_MARKDOWN, "md");
        add(names, SyntaxConstants.SYNTAX_STYLE_PERL, "pl");
        add(names, SyntaxConstants.SYNTAX_STYLE_POWERSHELL, "ps1", "pwsh");
        add(names, SyntaxConstants.SYNTAX_STYLE_PROTO, "protobuf");
        add(names, SyntaxConstants.SYNTAX_STYLE_PYTHON, "py", "python3", "pyi");
        add(names, SyntaxConstants.SYNTAX_STYLE_RUBY, "rb");
        add(names, SyntaxConstants.SYNTAX_STYLE_RUST, "rs");
        add(names, SyntaxConstants.SYNTAX_STYLE_SQL, "mysql", "postgresql", "sqlite", "plsql");
        add(names, SyntaxConstants.SYNTAX_STYLE_TYPESCRIPT, "ts", "tsx");
        add(names, SyntaxConstants.SYNTAX_STYLE_UNIX_SHELL, "bash", "sh", "shell", "zsh", "ksh");
        add(names, SyntaxConstants.SYNTAX_STYLE_VISUAL_BASIC, "visualbasic", "vbnet");
        add(names, SyntaxConstants.SYNTAX_STYLE_WINDOWS_BATCH, "batch", "cmd");
        add(names, SyntaxConstants.SYNTAX_STYLE_XML, "svg", "xsd", "xsl", "xslt");
        add(names, SyntaxConstants.SYNTAX_STYLE_YAML, "yml");
        return Map.copyOf(names);
    }

    private static void add(Map<String, String> names, String style, String... words) {
        for (String word : words) {
            names.put(word, style);
        }
    }

    /** The name of the lexer for a word; that of plain text where there is none. */
    static String of(String word) {
        String folded = word.toLowerCase(Locale.ROOT);
        String style = OTHER_NAMES.getOrDefault(folded, PREFIX + folded);
        return TokenMakerFactory.getDefaultInstance().keySet().contains(style)
                ? style
                : SyntaxConstants.SYNTAX_STYLE_NONE;
    }
}
