package dev.archnotes.site.cli;

import dev.archnotes.model.diagnostic.HiddenCharacters;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.site.build.SiteBuild;
import dev.archnotes.site.link.CitedAddress;
import dev.archnotes.site.link.LinkAnswer;
import dev.archnotes.site.link.LinkChecks;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the addresses that notes cite, and asks them. */
@Command(
        name = "links",
        mixinStandardHelpOptions = true,
        description = {
            "List the outside addresses that the notes and the bibliography cite.",
            "With --online each is asked whether it still answers; exit code 1 where some do not. No other command"
                    + " asks anything of the network."
        },
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.FINE, ExitCode.NOTES_WRONG, ExitCode.WRONG_CALL, ExitCode.OWN_FAULT},
        footerHeading = ExitCode.EXAMPLES,
        footer = {"  archnotes links", "  archnotes links --online"})
public final class LinksCommand implements Callable<Integer> {
    @Mixin
    private NotesOptions options;

    @Option(names = "--online", description = "Ask each address whether it still answers.")
    private boolean online;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "How long one answer may take (default: ${DEFAULT-VALUE} seconds).")
    private int patience;

    @Option(
            names = "--minutes",
            paramLabel = "MINUTES",
            defaultValue = "10",
            description = "How long all of them may take (default: ${DEFAULT-VALUE} minutes).")
    private int minutes;

    @Option(names = "--own-network", description = "Ask addresses of this machine and its network, too.")
    private boolean ownNetwork;

    @Option(names = "--wayback", hidden = true, defaultValue = LinkChecks.WAYBACK)
    private String wayback;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        if (options.isMissing()) {
            err.println(options.missing());
            return ExitCode.USAGE;
        }
        if (patience < 1 || minutes < 1) {
            err.println("archnotes: --patience and --minutes are at least 1");
            return ExitCode.USAGE;
        }
        SiteBuild.Result notes = options.build().check();
        List<CitedAddress> cited = CitedAddress.of(notes.library());
        if (!online) {
            cited.forEach(
                    address -> out.println(HiddenCharacters.onOneLine(address.address() + "  " + places(address))));
            out.flush();
            return ExitCode.OK;
        }
        LinkChecks checks =
                new LinkChecks(Duration.ofSeconds(patience), Duration.ofMinutes(minutes), ownNetwork, wayback);
        Map<String, LinkAnswer> answers =
                checks.ask(cited.stream().map(CitedAddress::address).toList());
        int gone = 0;
        int untold = 0;
        for (CitedAddress address : cited) {
            LinkAnswer answer = answers.get(address.address());
            if (answer == null || answer.state() == LinkAnswer.State.ANSWERS) {
                continue;
            }
            boolean isGone = answer.state() == LinkAnswer.State.GONE;
            gone += isGone ? 1 : 0;
            untold += isGone ? 0 : 1;
            String word = isGone ? "gone" : answer.state() == LinkAnswer.State.UNTOLD ? "not told" : "not asked";
            out.println(HiddenCharacters.onOneLine(word + " (" + answer.said() + "): " + address.address()));
            out.println(HiddenCharacters.onOneLine("  " + places(address)));
            if (isGone) {
                String copy = address.archived().isEmpty()
                        ? checks.archived(address.address()).orElse("")
                        : address.archived();
                out.println(HiddenCharacters.onOneLine(
                        "  " + (copy.isEmpty() ? "no archived copy is known" : "archived: " + copy)));
            }
            out.flush();
        }
        out.println(cited.size() - gone - untold + " of " + cited.size() + " addresses answer, " + gone
                + " no longer do, " + untold + " could not be told");
        out.flush();
        return gone > 0 ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private String places(CitedAddress address) {
        return address.places().stream()
                .map(Location::toString)
                .map(place -> options.folder() + place)
                .collect(Collectors.joining(", "));
    }
}
