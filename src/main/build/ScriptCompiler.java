import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.tooling.EmptyTeaVMToolLog;
import org.teavm.tooling.TeaVMProblemRenderer;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMToolLog;
import org.teavm.tooling.builder.BuildException;
import org.teavm.tooling.builder.BuildResult;
import org.teavm.tooling.builder.BuildStrategy;
import org.teavm.tooling.builder.InProcessBuildStrategy;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * Makes JavaScript of Java. Started from source by {@code src/main/web/compiled.mjs}, when a class that the scripts are
 * made of has changed; the Maven plugin of the compiler cannot be told to leave out a compilation.
 */
final class ScriptCompiler {
    private ScriptCompiler() {}

    /** The folder of the classes, the folder for the scripts, and then pairs of a main class and a file name. */
    public static void main(String[] arguments) throws BuildException {
        for (int i = 2; i < arguments.length; i += 2) {
            compile(arguments[0], arguments[1], arguments[i], arguments[i + 1]);
        }
    }

    private static void compile(String classes, String folder, String mainClass, String script) throws BuildException {
        TeaVMToolLog log = new Complaints();
        BuildStrategy build = new InProcessBuildStrategy();
        build.init();
        build.setLog(log);
        build.setClassPathEntries(classPath(classes));
        build.setMainClass(mainClass);
        build.setEntryPointName("main");
        build.setTargetDirectory(folder);
        build.setTargetFileName(script);
        build.setTargetType(TeaVMTargetType.JAVASCRIPT);
        // a classic script, which also works from a folder
        build.setJsModuleType(JSModuleType.NONE);
        build.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
        build.setObfuscated(true);
        build.setMaxTopLevelNames(80_000);
        // a wrong cast and a missing value are errors in the browser too
        build.setStrict(true);
        build.setProperties(new Properties());
        BuildResult result = build.build();
        TeaVMProblemRenderer.describeProblems(result.getCallGraph(), result.getProblems(), log);
        if (!result.getProblems().getSevereProblems().isEmpty()) {
            System.exit(1);
        }
    }

    /** The classes of the project, and of this program's own class path what the compiler has for the JDK's. */
    private static List<String> classPath(String classes) {
        List<String> entries = new ArrayList<>();
        entries.add(classes);
        entries.addAll(List.of(System.getProperty("java.class.path").split(System.getProperty("path.separator"))));
        return entries;
    }

    /** Tells on the error stream what is wrong, and nothing else. */
    private static final class Complaints extends EmptyTeaVMToolLog {
        @Override
        public void warning(String text) {
            System.err.println(text);
        }

        @Override
        public void error(String text) {
            System.err.println(text);
        }

        @Override
        public void error(String text, Throwable cause) {
            System.err.println(text);
            cause.printStackTrace();
        }
    }
}
