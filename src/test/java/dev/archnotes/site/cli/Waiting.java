package dev.archnotes.site.cli;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program for {@link ShortRunTest}: the first run starts a second one, as {@link ShortRun} does, and the second calls
 * at a port; both then wait.
 */
final class Waiting {
    private Waiting() {}

    public static void main(String[] arguments) throws Exception {
        ShortRun.endWithParent();
        String port = arguments[0];
        if (arguments.length > 1) {
            new ProcessBuilder(command(List.of(ShortRun.parentOption()), List.of(port))).start();
            TimeUnit.MINUTES.sleep(5);
        } else {
            try (Socket call = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
                call.getOutputStream().write(1);
                TimeUnit.MINUTES.sleep(5);
            }
        }
    }

    static List<String> command(List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Waiting.class.getName()));
        command.addAll(arguments);
        return command;
    }
}
