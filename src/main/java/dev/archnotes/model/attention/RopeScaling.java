package dev.archnotes.model.attention;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Choice;
import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.form.Source;

/**
 * How rotary frequencies were rescaled for contexts beyond the trained length.
 *
 * @param method linear (arXiv:2306.15595), by wavelength (arXiv:2407.21783) or YaRN (arXiv:2309.00071)
 * @param factor the ratio of the extended to the original length
 * @param originalContext the length trained before the extension, 0 where the configuration does not say
 */
public record RopeScaling(Method method, double factor, long originalContext) implements Described {
    private static final Attribute<Method> METHOD = Attribute.choice("method", "Method", Method.values());
    private static final Attribute<Double> FACTOR = Attribute.decimal("factor", "Factor", 1.0);
    private static final Attribute<Long> ORIGINAL_CONTEXT = Attribute.count("original_context", "Original context", 0);

    static final Form<RopeScaling> FORM = Form.plain(RopeScaling::read).with(METHOD, FACTOR, ORIGINAL_CONTEXT);

    private static RopeScaling read(Source in) {
        return new RopeScaling(METHOD.read(in), FACTOR.read(in), ORIGINAL_CONTEXT.read(in));
    }

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
    public Form<?> form() {
        return FORM;
    }

    @Override
    public void writeTo(Sink out) {
        METHOD.write(out, method);
        FACTOR.write(out, factor);
        ORIGINAL_CONTEXT.write(out, originalContext);
    }

    @Override
    public String phrase() {
        return method.word() + " scaling by " + factor;
    }
}
