import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Holds what Maven fetched against {@code artifacts.sha256}: every jar of the class paths has to be in that list, and
 * every jar of the list that is in the local repository has to have its checksum. Started from source by the build,
 * before it compiles anything and again when it is done: the plugins of later steps are fetched in between. Maven 3.8
 * has no such check of its own.
 *
 * <p>{@code java ArtifactChecksums.java LIST REPOSITORY update}, with a repository that has nothing but what a build
 * fetched, writes the list anew.
 */
final class ArtifactChecksums {
    private static final int BUFFER = 1 << 16;

    private ArtifactChecksums() {}

    public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
        Path list = Path.of(arguments[0]);
        Path repository = Path.of(arguments[1]).toRealPath();
        if (arguments.length == 3 && arguments[2].equals("update")) {
            write(list, repository);
            return;
        }
        SortedMap<String, String> known = read(list);
        SortedSet<String> jars = new TreeSet<>();
        List<String> faults = new ArrayList<>();
        for (int i = 2; i < arguments.length; i++) {
            for (String entry : arguments[i].split(File.pathSeparator)) {
                Path jar = Path.of(entry).toAbsolutePath();
                if (entry.endsWith(".jar")
                        && Files.exists(jar)
                        && jar.toRealPath().startsWith(repository)) {
                    jars.add(name(repository, jar.toRealPath()));
                }
            }
        }
        for (String jar : jars) {
            if (!known.containsKey(jar)) {
                faults.add(jar + " is not in " + list);
            }
        }
        for (Map.Entry<String, String> entry : known.entrySet()) {
            Path jar = repository.resolve(entry.getKey());
            if (Files.exists(jar) && !digest(jar).equals(entry.getValue())) {
                faults.add(jar + " has another SHA-256 than in " + list);
            }
        }
        if (!faults.isEmpty()) {
            faults.forEach(System.err::println);
            System.exit(1);
        }
    }

    private static SortedMap<String, String> read(Path list) throws IOException {
        SortedMap<String, String> known = new TreeMap<>();
        for (String line : Files.readAllLines(list)) {
            String[] parts = line.split(" +", 2);
            known.put(parts[1], parts[0]);
        }
        return known;
    }

    private static void write(Path list, Path repository) throws IOException, NoSuchAlgorithmException {
        SortedMap<String, String> known = Files.exists(list) ? read(list) : new TreeMap<>();
        try (Stream<Path> files = Files.walk(repository)) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                known.put(name(repository, jar), digest(jar));
            }
        }
        List<String> lines = new ArrayList<>();
        known.forEach((jar, digest) -> lines.add(digest + "  " + jar));
        Files.write(list, lines);
    }

    private static String name(Path repository, Path jar) {
        return repository.relativize(jar).toString().replace(File.separatorChar, '/');
    }

    private static String digest(Path jar) throws IOException, NoSuchAlgorithmException {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new DigestInputStream(Files.newInputStream(jar), sha)) {
            byte[] buffer = new byte[BUFFER];
            while (in.read(buffer) >= 0) {
                // the digest sees what is read
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}
