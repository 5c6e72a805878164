package dev.archnotes.model.spec;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Attributes;
import dev.archnotes.model.form.Choice;
import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Form;

/**
 * How rotary frequencies were rescaled for contexts beyond the trained length.
 *
 * @param method linear (arXiv:2306.15595), by wavelength (arXiv:2407.21783) or YaRN (arXiv:2309.00071)
 * @param factor the ratio of the extended to the original length
 * @param originalContext the length trained before the extension, 0 where the configuration does not say
 */
public record RopeScaling(Method method, double factor, long originalContext) implements Described {
    private static final Attribute<RopeScaling, Method> METHOD =
            Attribute.choice("method", "Method", RopeScaling::method, Method.values());
    private static final Attribute<RopeScaling, Double> FACTOR =
            Attribute.decimal("factor", "Factor", RopeScaling::factor, 1.0);
    private static final Attribute<RopeScaling, Long> ORIGINAL_CONTEXT =
            Attribute.count("original_context", "Original context", RopeScaling::originalContext);

    static final Form<RopeScaling> FORM = Form.<RopeScaling>plain()
            .with(METHOD)
            .with(FACTOR)
            .with(ORIGINAL_CONTEXT)
            .inWords(scaling -> scaling.method().word() + " scaling by " + scaling.factor())
            .make(values -> new RopeScaling(values.get(METHOD), values.get(FACTOR), values.get(ORIGINAL_CONTEXT)));

    /** The way of rescaling. */
    public enum Method implements Choice {
        LINEAR("linear", "linear"),
        LLAMA3("llama3", "by wavelength (Llama 3)"),
        YARN("yarn", "YaRN");

        private final String word;
        private final String label;

        Method(String word, String label) {
            this.word = word;
            this.label = label;
        }

        @Override
        public String word() {
            return word;
        }

        @Override
        public String label() {
            return label;
        }
    }

    @Override
    public Attributes attributes() {
        return FORM.of(this);
    }
}
