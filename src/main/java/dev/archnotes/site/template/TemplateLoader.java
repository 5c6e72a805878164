package dev.archnotes.site.template;

import dev.archnotes.site.templates.StaticTemplates;
import dev.archnotes.site.templates.Templates;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Loads the classes of all templates anew, some of them from elsewhere. Templates call each other by class, so those
 * that stay have to be loaded beside those that are replaced; that costs a few milliseconds and no compiler.
 */
final class TemplateLoader extends ClassLoader {
    private static final String PACKAGE = StaticTemplates.class.getPackageName() + ".";

    private final Map<String, byte[]> own;

    private TemplateLoader(Map<String, byte[]> own) {
        super(TemplateLoader.class.getClassLoader());
        this.own = Map.copyOf(own);
    }

    /**
     * The program's templates with classes in place of theirs.
     *
     * @param own class files by the names of their classes
     */
    static Templates load(Map<String, byte[]> own) {
        try {
            return (Templates) new TemplateLoader(own)
                    .loadClass(StaticTemplates.class.getName())
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        // what the rest of the program calls them by stays one for both
        if (!name.startsWith(PACKAGE) || name.equals(Templates.class.getName())) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] bytes = own.get(name);
        if (bytes != null) {
            return defineClass(name, bytes, 0, bytes.length);
        }
        try (InputStream stream = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (stream == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] original = stream.readAllBytes();
            return defineClass(name, original, 0, original.length);
        } catch (IOException broken) {
            throw new ClassNotFoundException(name, broken);
        }
    }
}
