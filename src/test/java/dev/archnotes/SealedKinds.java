package dev.archnotes;

import java.util.List;
import java.util.stream.Stream;

/** The kinds of a sealed family. */
public final class SealedKinds {
    private SealedKinds() {}

    /** The records of a family, those of a family within it included. */
    public static List<Class<?>> of(Class<?> family) {
        return leaves(family).toList();
    }

    private static Stream<Class<?>> leaves(Class<?> family) {
        return family.isSealed()
                ? Stream.of(family.getPermittedSubclasses()).flatMap(SealedKinds::leaves)
                : Stream.of(family);
    }
}
