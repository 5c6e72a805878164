package dev.archnotes.model.compare;

import dev.archnotes.model.spec.Architecture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What concept pages and histories list models by: one mechanism, or several under one name.
 *
 * @param key the word for it in the notes: {@code qk-norm}; of one mechanism, that one's key
 * @param label its name in a sentence
 * @param members the mechanisms of which a model uses at least one
 */
public record MechanismGroup(String key, String label, Set<Mechanism> members) {
    /** Every model: each uses some mechanism. */
    public static final MechanismGroup ALL = new MechanismGroup("all", "any mechanism", EnumSet.allOf(Mechanism.class));
    /** QK-norm of any kind. */
    public static final MechanismGroup QK_NORM = new MechanismGroup(
            "qk-norm",
            "QK-norm",
            EnumSet.of(
                    Mechanism.QK_NORM_HEAD,
                    Mechanism.QK_NORM_VECTOR,
                    Mechanism.QK_NORM_OWN_HEAD,
                    Mechanism.QK_NORM_AFTER_ROPE));

    private static final List<MechanismGroup> GROUPS = groups();

    public MechanismGroup {
        members = Collections.unmodifiableSet(EnumSet.copyOf(members));
    }

    private static List<MechanismGroup> groups() {
        List<MechanismGroup> groups = new ArrayList<>();
        groups.add(ALL);
        groups.add(QK_NORM);
        groups.add(new MechanismGroup(
                "linear-attention",
                "linear attention",
                EnumSet.of(Mechanism.GATED_DELTANET, Mechanism.KIMI_DELTA_ATTENTION, Mechanism.LIGHTNING_ATTENTION)));
        groups.add(new MechanismGroup(
                "state-space",
                "state-space layers",
                EnumSet.of(Mechanism.MAMBA, Mechanism.MAMBA2, Mechanism.PARALLEL_HEADS)));
        groups.add(new MechanismGroup(
                "any-swiglu", "SwiGLU, clamped or not", EnumSet.of(Mechanism.SWIGLU, Mechanism.CLAMPED_SWIGLU)));
        for (Mechanism mechanism : Mechanism.values()) {
            groups.add(new MechanismGroup(mechanism.key(), mechanism.label(), EnumSet.of(mechanism)));
        }
        return List.copyOf(groups);
    }

    /** The group or single mechanism of a key. */
    public static Optional<MechanismGroup> named(String key) {
        return GROUPS.stream().filter(group -> group.key.equals(key)).findFirst();
    }

    /** All keys, those of groups first. */
    public static List<String> keys() {
        return GROUPS.stream().map(MechanismGroup::key).toList();
    }

    /** Whether a model uses one of them in at least one layer. */
    public boolean usedBy(Architecture architecture) {
        MechanismProfile profile = MechanismProfile.of(architecture);
        return members.stream().anyMatch(profile::uses);
    }
}
