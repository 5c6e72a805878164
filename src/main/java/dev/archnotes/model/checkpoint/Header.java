package dev.archnotes.model.checkpoint;

import java.util.List;
import java.util.Map;

/**
 * The header of one file.
 *
 * @param tensors its tensors in the order in which the file names them
 * @param metadata what else it states, in short texts
 */
public record Header(List<StoredTensor> tensors, Map<String, String> metadata) {
    /** More tensors than any file of a model has. */
    static final int MOST_TENSORS = 1_000_000;

    /** More axes than any tensor has. */
    static final int MOST_AXES = 16;

    public Header {
        tensors = List.copyOf(tensors);
        metadata = Map.copyOf(metadata);
    }
}
