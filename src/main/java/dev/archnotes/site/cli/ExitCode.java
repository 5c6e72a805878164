package dev.archnotes.site.cli;

/** What a command tells the shell. */
final class ExitCode {
    static final int OK = 0;
    /** Something is wrong with the notes or files given; it was reported. */
    static final int FINDINGS = 1;
    /** The command was called wrongly, or cannot do its work here. */
    static final int USAGE = 2;

    /** The program itself failed. */
    static final int FAULT = 3;
    /** With {@code --strict}: figures were printed, and something in a file has no part in them. */
    static final int NOT_MODELED = 4;

    /** A checkpoint is not what its configuration describes; all of it could be read. */
    static final int DIFFERENT = 5;

    private ExitCode() {}
}
