package dev.archnotes.model.checkpoint;

/** The bytes of a file, whoever reads them: a header is asked for in pieces, and the weights behind it never. */
public interface Bytes {
    /** The file as findings name it. */
    String path();

    /** How many bytes the file has. */
    long size();

    /**
     * Some of the bytes.
     *
     * @param from the first of them, counted from 0
     * @param count how many; {@code from + count} is never more than {@link #size}
     * @return exactly so many bytes
     */
    byte[] read(long from, int count);
}
