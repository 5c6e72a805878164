package dev.archnotes.site.cli.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The man page of a program: what {@code --help} of each of its commands tells, in the format of man. */
public final class ManPage {
    private final StringBuilder text = new StringBuilder();

    private ManPage() {}

    /** The page of a program with all of its commands. */
    public static String of(CommandSpec program, String version) {
        ManPage page = new ManPage();
        String name = program.name();
        page.line(".TH \"" + name.toUpperCase(Locale.ROOT) + "\" \"1\" \"\" \"" + escaped(name + " " + version) + "\"");
        page.line(".SH NAME")
                .line(escaped(name) + " \\- "
                        + escaped(lines(program.usageMessage().description())));
        page.line(".SH SYNOPSIS");
        page.line(".B " + escaped(name)).line("\\fICOMMAND\\fR [\\fIOPTION\\fR]... [\\fIARGUMENT\\fR]...");
        page.line(".SH COMMANDS");
        program.subcommands().values().stream()
                .map(command -> command.getCommandSpec())
                .filter(command -> !command.usageMessage().hidden())
                .forEach(page::command);
        return page.text.toString();
    }

    private void command(CommandSpec command) {
        line(".SS " + quoted(command.qualifiedName()));
        line(escaped(lines(command.usageMessage().description())));
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            argument(parameter, "\\fI" + escaped(parameter.paramLabel()) + "\\fR");
        }
        for (OptionSpec option : command.options()) {
            String names = Arrays.stream(option.names())
                    .map(name -> "\\fB" + escaped(name) + "\\fR")
                    .collect(Collectors.joining(", "));
            boolean valued = option.arity().max() > 0;
            argument(option, names + (valued ? "=\\fI" + escaped(option.paramLabel()) + "\\fR" : ""));
        }
        command.usageMessage().exitCodeList().forEach((code, meaning) -> {
            line(".TP").line("exit code " + escaped(code)).line(escaped(printed(meaning)));
        });
        if (command.usageMessage().footer().length > 0) {
            line(".PP").line(".nf");
            Arrays.stream(command.usageMessage().footer()).forEach(footer -> line(escaped(printed(footer))));
            line(".fi");
        }
        command.subcommands().values().forEach(inner -> command(inner.getCommandSpec()));
    }

    private void argument(ArgSpec argument, String names) {
        if (!argument.hidden()) {
            line(".TP").line(names).line(escaped(lines(argument.description())));
        }
    }

    private static String lines(String[] description) {
        return Arrays.stream(description).map(ManPage::printed).collect(Collectors.joining(" "));
    }

    /** A text of help as it is shown. */
    private static String printed(String text) {
        return Ansi.OFF.new Text(String.format(text)).plainString();
    }

    private static String quoted(String words) {
        return "\"" + escaped(words) + "\"";
    }

    /** Hyphens stay hyphens, and no line is a request. */
    private static String escaped(String words) {
        String plain = words.replace("\\", "\\e").replace("-", "\\-");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }

    private ManPage line(String line) {
        text.append(line).append('\n');
        return this;
    }
}
