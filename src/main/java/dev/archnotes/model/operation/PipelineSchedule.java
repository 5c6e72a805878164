package dev.archnotes.model.operation;

/**
 * A batch in parts on its way through stages and back, all parts forward first: arXiv:1811.06965, section 2.3. A stage
 * needs one unit of time for a part, forward and backward alike.
 *
 * @param stages devices that each hold a run of layers
 * @param parts micro-batches
 */
public record PipelineSchedule(int stages, int parts) {
    /** Units of time from the first part's start to the last part's end. */
    public int length() {
        return 2 * (parts + stages - 1);
    }

    /** When a stage, counted from 0, begins a part, counted from 0, on its way forward. */
    public int forward(int stage, int part) {
        return stage + part;
    }

    /** When it begins the part on its way back, which comes from the last stage. */
    public int backward(int stage, int part) {
        return length() / 2 + stages - 1 - stage + part;
    }

    /** The part of the time in which a stage waits. */
    public double idle() {
        return (double) (stages - 1) / (parts + stages - 1);
    }
}
