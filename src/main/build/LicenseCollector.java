import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Puts the license of every library into the jar that holds them all, a folder each: what the library's own jar holds,
 * or the text of the license that it names. Started from source by the build; a library with neither fails it.
 */
final class LicenseCollector {
    private static final Pattern TEXT = Pattern.compile("META-INF/([^/]+/)?(.*-)?(LICENSE|NOTICE)(\\.txt|\\.md)?");

    /** Libraries whose jar holds no license: its SPDX identifier, and whose work it is, as their repository says. */
    private static final Map<String, Named> NAMED = Map.of(
            "autolink", new Named("MIT", "2015 Robin Stocker"),
            "jbibtex", new Named("BSD-3-Clause", "2012, University of Tartu"),
            "jte", new Named("Apache-2.0", ""),
            "jte-extension-api", new Named("Apache-2.0", ""),
            "jte-models", new Named("Apache-2.0", ""),
            "jte-runtime", new Named("Apache-2.0", ""),
            "picocli", new Named("Apache-2.0", ""),
            "rhino", new Named("MPL-2.0", ""),
            "snakeyaml-engine", new Named("Apache-2.0", ""));

    private static final Pattern OWNER = Pattern.compile("<year> <(copyright holders|owner)>");

    private LicenseCollector() {}

    /**
     * A license that a library names.
     *
     * @param license its SPDX identifier
     * @param owner year and holder, where the text has a place for them
     */
    private record Named(String license, String owner) {}

    /** The class path of the libraries, the folder with the texts of licenses, and the folder to put them into. */
    public static void main(String[] arguments) throws IOException {
        Path texts = Path.of(arguments[1]);
        Path folder = Path.of(arguments[2]);
        List<String> without = new ArrayList<>();
        for (String entry : arguments[0].split(Pattern.quote(System.getProperty("path.separator")))) {
            if (entry.endsWith(".jar") && !collect(Path.of(entry), texts, folder)) {
                without.add(entry);
            }
        }
        if (!without.isEmpty()) {
            System.err.println("There is no license text in " + String.join(", ", without)
                    + "; name the license in LicenseCollector.");
            System.exit(1);
        }
    }

    private static boolean collect(Path jar, Path texts, Path folder) throws IOException {
        String file = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        Path place = folder.resolve(file);
        try (JarFile content = new JarFile(jar.toFile())) {
            for (Enumeration<JarEntry> entries = content.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (TEXT.matcher(entry.getName()).matches()) {
                    String name = entry.getName().replaceFirst(".*/", "").replaceFirst("\\.(txt|md)$", "");
                    byte[] text = content.getInputStream(entry).readAllBytes();
                    write(place.resolve(name + ".txt"), new String(text, StandardCharsets.UTF_8));
                }
            }
        }
        Named named = NAMED.get(file.replaceFirst("-[0-9].*$", ""));
        if (named != null) {
            String text = Files.readString(texts.resolve(named.license() + ".txt"));
            write(place.resolve("LICENSE.txt"), OWNER.matcher(text).replaceFirst(named.owner()));
        }
        return Files.exists(place.resolve("LICENSE.txt"));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.replace("\r\n", "\n").strip() + "\n");
    }
}
