package dev.archnotes.site.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a command in a Java machine that is set up for seconds instead of hours: a build is over before its methods
 * repay the second, expensive compiler, which otherwise takes half of all processor time. A jar cannot state such
 * options, so the program starts itself again with them; for {@code verify}, {@code facts} and {@code fit}, too, which
 * may read a hundred thousand names once. It does so for a plain {@code java -jar archnotes.jar build} only: whoever
 * chose options of their own keeps them. The second run ends with the first, however that ends.
 */
final class ShortRun {
    private static final List<String> OPTIONS = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            // what a build has made and still knows a moment later it needs to its end: it is moved once, not twice
            "-XX:MaxTenuringThreshold=0");
    /** Room for what is soon forgotten; twice as much takes longer to get from the system than it saves. */
    private static final String ROOM = "-Xmn128m";

    private static final long AMPLE = 1L << 30;
    /** The property that tells the second run which process started it. */
    private static final String PARENT = "archnotes.parent";

    /**
     * The exit code of a second run that found all as it was, and had next to nothing to do. Only the first sees it:
     * the shell gets {@link ExitCode#OK}.
     */
    static final int UNCHANGED = 100;

    private static final List<String> COMMANDS = List.of("build", "check", "verify", "facts", "fit");

    private ShortRun() {}

    /** The exit code of the second run; empty where the command is better run here. */
    static Optional<Integer> of(String[] arguments) {
        ProcessHandle.Info self = ProcessHandle.current().info();
        Optional<List<String>> command = self.command()
                .flatMap(java -> command(
                        java,
                        List.of(self.arguments().orElse(new String[0])),
                        List.of(arguments),
                        System.getenv(),
                        Runtime.getRuntime().maxMemory()));
        if (command.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<String> second = new ArrayList<>(command.get());
            second.add(1, parentOption());
            second.set(second.size() - arguments.length - 1, jar(self).toString());
            Optional<ClassArchive> archive = archive(self, arguments);
            archive.ifPresent(classes -> second.addAll(1, classes.options()));
            Process process = new ProcessBuilder(second).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            int code = process.waitFor();
            archive.ifPresent(classes -> classes.keep(isWhole(code)));
            return Optional.of(code == UNCHANGED ? ExitCode.OK : code);
        } catch (IOException notStarted) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of(1);
        }
    }

    /**
     * The exit code of a run that had next to nothing to do. A first process must know it, lest what it keeps of the
     * second serve all later ones: an archive of a run that loads a tenth of the classes.
     */
    static int unchanged() {
        return Long.getLong(PARENT) == null ? ExitCode.OK : UNCHANGED;
    }

    /** Whether a run did all that its command does, whatever came out. */
    static boolean isWhole(int code) {
        return code == ExitCode.OK || code == ExitCode.NOT_MODELED || code == ExitCode.DIFFERENT;
    }

    /**
     * The archive of the program's classes. It stands with the user's own things, also where the command names another
     * folder for what is kept: that may have come with somebody's notes, and an archive is a program. A check loads a
     * part of what a build does, and takes the build's.
     */
    private static Optional<ClassArchive> archive(ProcessHandle.Info self, String[] arguments) {
        String command = arguments[0];
        ClassArchive.Making making = switch (command) {
            case "check" -> ClassArchive.Making.NEVER;
            case "build" -> ClassArchive.Making.FIRST;
            default -> ClassArchive.Making.SECOND;
        };
        String classes = command.equals("check") ? "build" : command;
        return self.arguments()
                .filter(given -> given.length > 1)
                .flatMap(given -> ClassArchive.of(NotesOptions.userCache(), jar(self), classes, making));
    }

    /**
     * The jar of this process by its real name, which Java must be told each time: an archive made under one name of it
     * does not fit another.
     */
    private static Path jar(ProcessHandle.Info self) {
        Path given = Path.of(self.arguments().orElseThrow()[1]);
        try {
            return given.toRealPath();
        } catch (IOException gone) {
            return given;
        }
    }

    /** The option of Java that names this process to one that it starts. */
    static String parentOption() {
        return "-D" + PARENT + "=" + ProcessHandle.current().pid();
    }

    /**
     * Ends this process as soon as the one that started it has ended, if it was named: one that is killed cannot end
     * its child itself, and a build without anybody to read what it says would go on.
     */
    static void endWithParent() {
        Long named = Long.getLong(PARENT);
        if (named != null) {
            // an orphan has another parent, or none
            ProcessHandle.current()
                    .parent()
                    .filter(parent -> parent.pid() == named)
                    .ifPresentOrElse(parent -> parent.onExit().thenRun(ShortRun::halt), ShortRun::halt);
        }
    }

    private static void halt() {
        Runtime.getRuntime().halt(1);
    }

    /**
     * The command line of a second run, where there should be one.
     *
     * @param java the running Java
     * @param given what it was started with
     * @param arguments what of that is for the program
     * @param environment the variables, among which may be options for Java
     * @param memory how many bytes Java would use on this machine at most
     */
    static Optional<List<String>> command(
            String java, List<String> given, List<String> arguments, Map<String, String> environment, long memory) {
        boolean plain = given.size() == arguments.size() + 2
                && given.get(0).equals("-jar")
                && given.subList(2, given.size()).equals(arguments);
        boolean chosen = environment.containsKey("JAVA_TOOL_OPTIONS")
                || environment.containsKey("JDK_JAVA_OPTIONS")
                || environment.containsKey("_JAVA_OPTIONS");
        if (!plain || chosen || arguments.isEmpty() || !COMMANDS.contains(arguments.get(0))) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(OPTIONS);
        if (memory >= AMPLE) {
            command.add(ROOM);
        }
        command.addAll(given);
        return Optional.of(command);
    }
}
