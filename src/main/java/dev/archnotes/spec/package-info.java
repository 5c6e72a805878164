/**
 * The typed specification of a language model: what its released checkpoint says, in the field's standard terms.
 *
 * <p>Plain values without input or output, reflection, regular expressions or threads, so that the same classes run in a
 * browser. Each kind of {@link dev.archnotes.spec.Attention}, {@link dev.archnotes.spec.FeedForward} and
 * {@link dev.archnotes.spec.VisionEncoder} lists its own weight tensors; everything that is counted is a sum over them.
 */
package dev.archnotes.spec;
