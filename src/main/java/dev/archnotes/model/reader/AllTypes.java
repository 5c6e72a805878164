package dev.archnotes.model.reader;

import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.ModelTypes;
import dev.archnotes.model.config.QuantizedModules;
import dev.archnotes.model.config.TypeFamily;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.List;

/** All model types that can be read. */
public final class AllTypes implements ModelTypes {
    private static final List<TypeFamily> FAMILIES = List.of(
            new Families.Dense(),
            new Families.Block(),
            new Families.Gemma(),
            new Families.Qwen(),
            new Families.Mixture(),
            new Families.PlainMixture(),
            new Families.Windowed(),
            new Families.Latent(),
            new Families.Lightning(),
            new Families.Hybrid(),
            new Families.Wrapper(),
            new Families.Mistral3(),
            new Families.PictureReading(),
            new UnreadTypes());

    /** These types. */
    public static final ModelTypes ALL = new AllTypes();

    private final ModelTypes types = new FamilyTypes(
            FAMILIES.stream()
                    .flatMap(family -> family.names().stream())
                    .sorted()
                    .toList(),
            FAMILIES);

    private AllTypes() {}

    @Override
    public List<String> names() {
        return types.names();
    }

    @Override
    public String whyNot(String type) {
        return types.whyNot(type);
    }

    @Override
    public Architecture architecture(String type, ConfigObject config) {
        return types.architecture(type, config);
    }

    @Override
    public Architecture stored(ConfigObject config, Architecture architecture) {
        return QuantizedModules.applied(config, architecture);
    }

    /** A shape that cannot be, such as an image smaller than its patches, shows when the tensors are listed. */
    @Override
    public void check(Architecture architecture) {
        Math.multiplyExact(architecture.vocabularySize(), architecture.hiddenSize());
        for (LayerBlock kind : architecture.kinds()) {
            kind.attention().tensors(architecture.hiddenSize()).forEach(WeightTensor::totalElements);
            kind.feedForward().tensors(architecture.hiddenSize()).forEach(WeightTensor::totalElements);
        }
        architecture.stream()
                .tensors(architecture.hiddenSize(), architecture.layers())
                .forEach(WeightTensor::totalElements);
        architecture.imageTensors().forEach(WeightTensor::totalElements);
    }
}
