package dev.archnotes.model.attention;

import dev.archnotes.model.form.Form;

/** A kind that answers nothing. */
public record ForgetfulAttention() implements Attention {
    static final Form<ForgetfulAttention> FORM = Form.of(in -> new ForgetfulAttention(), "forgetful", "forgetful");
}
