package dev.archnotes.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs Jazzer on each target in a Java machine of its own, one after the other, for a stated time; {@code mvn -Pfuzz
 * verify -Dfuzz.seconds=600}. What breaks is left in {@code target/fuzz/TARGET}; mended, it belongs into
 * {@code src/test/resources/fuzz/TARGET}.
 */
public final class FuzzRun {
    private static final Path FOLDER = Path.of("target", "fuzz");
    private static final Pattern RUNS = Pattern.compile("stat::number_of_executed_units: (\\d+)");
    private static final Pattern SLOWEST = Pattern.compile("stat::slowest_unit_time_sec: +(\\d+)");

    /** An input longer than this finds little more, and far fewer of them are tried. */
    private static final int LONGEST_INPUT = 2_000;

    private static final int LONGEST_FORMULA = 120;

    private FuzzRun() {}

    /** Seconds for each target, then the targets; all without any. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int seconds = Integer.parseInt(arguments[0]);
        List<FuzzTarget> targets = arguments.length == 1
                ? List.of(FuzzTarget.values())
                : Arrays.stream(arguments)
                        .skip(1)
                        .map(word ->
                                FuzzTarget.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                        .toList();
        long broken = 0;
        for (FuzzTarget target : targets) {
            broken += run(target, seconds);
        }
        System.exit(broken == 0 ? 0 : 1);
    }

    private static long run(FuzzTarget target, int seconds) throws IOException, InterruptedException {
        Path folder = FOLDER.resolve(target.word());
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Path found = Files.createDirectories(folder.resolve("found"));
        Path log = folder.resolve("log.txt");
        Process jazzer = new ProcessBuilder(command(target, seconds, corpus, seeds(target, folder), found))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(jazzer::destroyForcibly));
        int exit = jazzer.waitFor();
        String said = Files.readString(log, StandardCharsets.ISO_8859_1);
        long broken = count(found);
        System.out.println(target.word() + ": " + number(RUNS, said) + " inputs, slowest " + number(SLOWEST, said)
                + " s, " + broken + " broken, exit " + exit);
        return broken;
    }

    private static List<String> command(FuzzTarget target, int seconds, Path corpus, Path seeds, Path found) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                "-Xmx1500m",
                "-XX:+UseSerialGC",
                "-XX:ActiveProcessorCount=1",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + Fuzzing.class.getName(),
                "--target_args=" + target.name(),
                "--instrumentation_includes=dev.archnotes.**:org.commonmark.**:org.snakeyaml.**:org.jbibtex.**",
                // they look at each character of what is printed, which would be reported twenty times as often as read
                "--instrumentation_excludes=dev.archnotes.model.diagnostic.**",
                "--custom_hook_includes=dev.archnotes.**",
                "--keep_going=50",
                "--reproducer_path=" + found.getParent(),
                "-artifact_prefix=" + found + "/",
                "-max_total_time=" + seconds,
                "-max_len=" + (target == FuzzTarget.MATH ? LONGEST_FORMULA : LONGEST_INPUT),
                "-timeout=60",
                "-rss_limit_mb=0",
                "-print_final_stats=1",
                corpus.toString(),
                seeds.toString(),
                Path.of("src/test/resources/fuzz", target.word()).toString());
    }

    /** The files from which inputs are made, and what a person wrote for the target. */
    private static Path seeds(FuzzTarget target, Path folder) throws IOException {
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        int name = 0;
        for (Path from : target.seeds()) {
            for (Path file : files(from)) {
                if (file.toString().endsWith(target.ending())) {
                    String text = Files.readString(file);
                    String prefix = target == FuzzTarget.YAML ? String.valueOf((char) ('0' + name % 10)) : "";
                    int length = Math.min(LONGEST_INPUT, text.length());
                    Files.writeString(seeds.resolve("seed-" + name++), prefix + text.substring(0, length));
                }
            }
        }
        return seeds;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList());
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private static String number(Pattern pattern, String text) {
        Matcher number = pattern.matcher(text);
        return number.find() ? number.group(1) : "no";
    }
}
