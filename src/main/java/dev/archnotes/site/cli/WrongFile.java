package dev.archnotes.site.cli;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Tells what a file is that was taken for a configuration and is none, by its first bytes. */
final class WrongFile {
    /** As many bytes as tell. */
    static final int START = 512;

    private static final String BESIDE = "take the config.json beside it";
    /** The header of a safetensors file is a JSON object of at most this length. */
    private static final long LONGEST_HEADER = 100_000_000;

    private static final int PICKLE = 0x80;

    /** How files begin that a folder of downloads holds, too, and what they are. */
    private static final String[][] OTHERS = {
        {"\u0089PNG", "an image"},
        {"\u00ff\u00d8\u00ff", "an image"},
        {"GIF8", "an image"},
        {"RIFF", "an image or a sound"},
        {"<svg", "an image"},
        {"%PDF", "a PDF"},
        {"\u001f\u008b", "a compressed file"},
        {"(\u00b5/\u00fd", "a compressed file"},
        {"BZh", "a compressed file"},
        {"\u0089HDF", "an HDF5 file, as Keras keeps weights in"}
    };

    private WrongFile() {}

    /**
     * The finding about a file.
     *
     * @param name its name in findings
     * @param start its first bytes
     */
    static Optional<Diagnostic> finding(String name, byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        String stripped = text.stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("GGUF")) {
            return finding(
                    name,
                    "this is a GGUF file, weights for llama.cpp",
                    "take the config.json of the model that it was made from");
        }
        if (isSafetensors(start)) {
            return finding(name, "this is a safetensors file, the weights themselves", BESIDE);
        }
        if (text.startsWith("PK\u0003\u0004") || start.length > 1 && (start[0] & 0xff) == PICKLE && start[1] < 6) {
            return finding(name, "this is an archive, as PyTorch keeps weights in", BESIDE);
        }
        for (String[] known : OTHERS) {
            if (text.startsWith(known[0])) {
                return finding(name, "this is " + known[1], "take the config.json of a model");
            }
        }
        if (text.startsWith("version https://git-lfs")) {
            return finding(
                    name, "this is a pointer of Git LFS that stands for a file", "fetch the file itself: git lfs pull");
        }
        if (stripped.startsWith("<!doctype html") || stripped.startsWith("<html")) {
            return finding(
                    name,
                    "this is a web page",
                    "fetch the raw file, on the hub https://huggingface.co/OWNER/NAME/resolve/main/config.json");
        }
        if (name.endsWith("tokenizer.json") && stripped.startsWith("{")) {
            return finding(name, "this is tokenizer.json, a tokenizer", BESIDE);
        }
        return Optional.empty();
    }

    private static Optional<Diagnostic> finding(String name, String what, String hint) {
        return Optional.of(
                Diagnostic.error(Rule.WRONG_FILE, Location.startOf(name), what + ", and no configuration of a model")
                        .withHint(hint));
    }

    private static boolean isSafetensors(byte[] start) {
        if (start.length < Long.BYTES + 1 || start[Long.BYTES] != '{') {
            return false;
        }
        long header = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return header > 0 && header < LONGEST_HEADER;
    }
}
