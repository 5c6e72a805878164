package dev.archnotes.site.cli;

import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.site.schema.Schemas;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the JSON schemas of what authors write. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Print the JSON schema of a file of notes, by which an editor completes keys and marks mistakes; "
                + "or that of the findings that --format json prints.",
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.FINE, ExitCode.WRONG_CALL},
        footerHeading = ExitCode.EXAMPLES,
        footer = {
            "  archnotes schema site",
            "  archnotes schema --all notes/.schemas",
            "Then the first line of site.yaml can be",
            "  # yaml-language-server: $$schema=.schemas/site.schema.json"
        })
public final class SchemaCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "site, front-matter, architecture, timeline, glossary, reading, mechanisms, lineage, "
                    + "disagreements, search or findings.")
    private String name;

    @Option(
            names = "--all",
            paramLabel = "DIR",
            description = "Write all of them to a folder, each as NAME.schema.json.")
    private Path folder;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = command.commandLine().getOut();
        if ((name == null) == (folder == null)) {
            throw new ParameterException(command.commandLine(), "name one schema, or a folder for --all");
        }
        Map<String, String> schemas = Schemas.byName();
        if (folder != null) {
            int written = Schemas.write(folder);
            out.println("wrote " + written + " schemas to " + folder);
        } else if (schemas.containsKey(name)) {
            out.print(schemas.get(name));
        } else {
            String hint = Suggestion.hint(name, schemas.keySet());
            throw new ParameterException(
                    command.commandLine(),
                    "there is no schema \"" + name + "\"; "
                            + (hint.isEmpty() ? "there are " + String.join(", ", schemas.keySet()) : hint));
        }
        out.flush();
        return ExitCode.OK;
    }
}
