package dev.archnotes.site.cli;

import dev.archnotes.model.diagnostic.HiddenCharacters;
import dev.archnotes.site.cli.argument.TemplatesOption;
import dev.archnotes.site.serve.Editions;
import dev.archnotes.site.serve.HostNames;
import dev.archnotes.site.serve.NotesWatcher;
import dev.archnotes.site.serve.Preview;
import dev.archnotes.site.serve.PreviewServer;
import dev.archnotes.site.template.OwnTemplates;
import dev.archnotes.site.template.TemplatesRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the site in a browser while its notes are being written. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Show the site in a browser, and again after each change of a note.",
            "Mistakes are shown in the page and here, and the last site without errors stays meanwhile.",
            "The site is at the path at which it will be published, or at the top where nobody says where that is.",
            "Nothing is written; Ctrl-C ends it."
        },
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.FINE, ExitCode.WRONG_CALL, ExitCode.OWN_FAULT},
        footerHeading = ExitCode.EXAMPLES,
        footer = {"  archnotes serve --open", "  archnotes serve --notes docs --port 8000"})
public final class ServeCommand implements Callable<Integer> {
    private static final int USUAL_PORT = 4040;
    /** How many ports after the usual one are tried. */
    private static final int TRIES = 20;

    @Mixin
    private NotesOptions options;

    @Mixin
    private AddressOptions addresses;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description =
                    "The port; 0 for any that is free (default: " + USUAL_PORT + ", or the next one that is free).")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = HostNames.LOOPBACK,
            description =
                    "The address of this machine to listen at; 0.0.0.0 for all of them, which lets others read the"
                            + " notes (default: ${DEFAULT-VALUE}, which nobody else reaches).")
    private String host;

    @Option(names = "--open", description = "Open the site in the browser.")
    private boolean open;

    @Mixin
    private TemplatesOption templates;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = command.commandLine().getErr();
        if (options.isMissing()) {
            err.println(options.missing());
            return ExitCode.USAGE;
        }
        Optional<String> fault = addresses.fault();
        if (fault.isPresent()) {
            err.println("archnotes: " + fault.get());
            return ExitCode.USAGE;
        }
        if (port.filter(number -> number < 0 || number > 65_535).isPresent()) {
            err.println("archnotes: --port: a port is a number from 0 to 65535");
            return ExitCode.USAGE;
        }
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            err.println("archnotes: --host: \"" + host + "\" is no address of this machine");
            return ExitCode.USAGE;
        }
        OwnTemplates own;
        try {
            own = templates.templates(options.notes());
        } catch (TemplatesRefused refused) {
            err.println("archnotes: " + refused.getMessage());
            return ExitCode.USAGE;
        }
        Preview preview = new Preview(new Editions(options.build().with(own), addresses.addresses()), options.folder());
        Optional<PreviewServer> server = listen(preview, address);
        if (server.isEmpty()) {
            return ExitCode.USAGE;
        }
        try (NotesWatcher watcher = new NotesWatcher(options.notes());
                PreviewServer running = server.get()) {
            Runtime.getRuntime().addShutdownHook(new Thread(running::close));
            if (!address.isLoopbackAddress()) {
                err.println("archnotes: warning: whoever reaches this machine can read the notes");
            }
            own.folder().ifPresent(watcher::alsoWatch);
            rebuild(preview, "", watcher);
            String page = "http://" + called(address) + ":" + running.port() + running.path();
            command.commandLine().getOut().println("The site is at " + page + " until Ctrl-C.");
            command.commandLine().getOut().flush();
            if (open) {
                SystemBrowser.open(page, err);
            }
            watcher.watch(changed -> rebuild(preview, named(changed) + ":", watcher));
        }
        return ExitCode.OK;
    }

    /** A server at the port that was named, or else at the first that is free; none, with a reason, where none is. */
    private Optional<PreviewServer> listen(Preview preview, InetAddress address) {
        PrintWriter err = command.commandLine().getErr();
        int first = port.orElse(USUAL_PORT);
        int last = port.isPresent() ? first : first + TRIES;
        String reason = "";
        for (int tried = first; tried <= last; tried++) {
            try {
                PreviewServer server =
                        new PreviewServer(preview, new InetSocketAddress(address, tried), new HostNames(host));
                if (tried > first) {
                    err.println("archnotes: port " + first + " is taken, so it is " + tried);
                }
                return Optional.of(server);
            } catch (IOException taken) {
                reason = String.valueOf(taken.getMessage());
            }
        }
        err.println("archnotes: nothing can listen at port " + first + (last > first ? " to " + last : "") + " of "
                + host + " (" + reason + "); name another one with --port");
        return Optional.empty();
    }

    /** Builds the site again and says what came of it. */
    private void rebuild(Preview preview, String what, NotesWatcher watcher) {
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        try {
            Preview.Outcome outcome = preview.rebuild();
            outcome.result()
                    .library()
                    .settings()
                    .below()
                    .forEach(site -> watcher.alsoWatch(options.notes().resolve(site.folder())));
            if (outcome.news()) {
                err.print(options.print(outcome.result(), false));
                err.flush();
                out.println(said(what, outcome));
            }
        } catch (TemplatesRefused refused) {
            err.println("archnotes: " + refused.getMessage());
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            // a file may be gone by the time it is read; the next look at the folder finds what is there then
            BrokenFile.tell(broken, command.commandLine());
        }
        out.flush();
        err.flush();
    }

    /**
     * What a build came to.
     *
     * @param what the change that it was made for; empty for the first
     */
    private static String said(String what, Preview.Outcome outcome) {
        if (outcome.result().findings().hasErrors()) {
            return what.isEmpty()
                    ? "there is no site to show until this is mended"
                    : what + " the site stays as it was until this is mended";
        }
        return (what.isEmpty() ? "built" : what) + " " + NotesOptions.counted(outcome.changed(), "file")
                + " of the site in " + outcome.milliseconds() + " ms";
    }

    /** The file that changed, or how many did. */
    private static String named(SortedSet<String> changed) {
        return changed.size() == 1
                ? HiddenCharacters.onOneLine(changed.first())
                : NotesOptions.counted(changed.size(), "file");
    }

    /** How a browser on this machine calls an address. */
    private String called(InetAddress address) {
        if (address.isAnyLocalAddress()) {
            return HostNames.LOOPBACK;
        }
        return address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : host;
    }
}
