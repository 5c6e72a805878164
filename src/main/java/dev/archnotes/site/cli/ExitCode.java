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

    static final String HEADING = "%nExit codes:%n";
    static final String EXAMPLES = "%nExamples:%n";
    static final String FINE = "0:fine";
    static final String NOTES_WRONG = "1:something is wrong with the notes; it was told";
    static final String FILE_WRONG = "1:something is wrong with a file; it was told";
    static final String WRONG_CALL = "2:called wrongly, or a file cannot be read or written";
    static final String OWN_FAULT = "3:a fault of archnotes itself";
    static final String STRICT = "4:with --strict: something in a file is not modeled";
    static final String DIFFERS = "5:something differs";

    private ExitCode() {}
}
