package dev.archnotes.site.browser;

import dev.archnotes.model.checkpoint.Bytes;
import dev.archnotes.model.checkpoint.CheckpointFiles;
import dev.archnotes.model.checkpoint.GgufConfig;
import dev.archnotes.model.checkpoint.HeaderSet;
import dev.archnotes.model.checkpoint.IndexReader;
import dev.archnotes.model.checkpoint.StoredWeight;
import dev.archnotes.model.checkpoint.WeightUnpacking;
import dev.archnotes.model.config.ConfigValue;
import dev.archnotes.model.config.PackedBits;
import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.json.JsonWriter;
import dev.archnotes.model.verify.Measured;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the calculator says of a checkpoint whose files lie on the reader's disk, as JSON. Of each file the page hands
 * over the beginning; where the header goes on behind it, the answer is how much more is needed.
 */
final class HeaderAnswer {
    private static final int MOST_PROBLEMS = 10;

    private final Diagnostics.Builder findings = Diagnostics.builder();
    private final HeaderSet headers = new HeaderSet(findings);
    private List<String> present = List.of();
    private Map<String, String> places = Map.of();
    private Collection<String> names = List.of();
    private String index = "";
    private boolean gguf;

    /** The files of one checkpoint among those of a folder, or that an index names them; or what is wrong. */
    String choose(String[] names) {
        present = List.of(names);
        CheckpointFiles chosen = CheckpointFiles.in(present);
        gguf = chosen.gguf();
        if (!chosen.models().isEmpty()) {
            return FitAnswer.problem("these are several models: " + String.join(", ", chosen.models()) + "; drop one");
        }
        JsonWriter out = new JsonWriter().open('{');
        out.key("indexed").literal(chosen.indexed() ? "true" : "false");
        return files(chosen.names(), out);
    }

    /** The files that are there, of those that make up the checkpoint, and those that are not. */
    private String files(Iterable<String> names, JsonWriter out) {
        List<String> absent = new ArrayList<>();
        out.key("files").open('[');
        for (String name : names) {
            if (present.contains(name)) {
                out.value(name);
            } else {
                absent.add(name);
            }
        }
        out.close(']').key("absent").open('[');
        absent.forEach(out::value);
        return out.close(']').close('}').toString();
    }

    /** The files that an index names. */
    String index(Bytes bytes) {
        return heldTo(() -> {
            Optional<IndexReader.Index> read = IndexReader.read(bytes, findings);
            if (read.isEmpty()) {
                return problems();
            }
            index = bytes.path();
            places = read.get().files();
            names = read.get().names();
            return files(names, new JsonWriter().open('{'));
        });
    }

    /** Reads the header of a file; nothing where it is sound. */
    String header(Bytes bytes) {
        return heldTo(() -> headers.add(bytes, gguf) ? "{}" : problems());
    }

    /** An answer that may need more of the file. */
    private interface Answer {
        String give();
    }

    private static String heldTo(Answer answer) {
        try {
            return answer.give();
        } catch (HeaderLonger more) {
            return new JsonWriter()
                    .open('{')
                    .key("needed")
                    .value(more.needed())
                    .close('}')
                    .toString();
        }
    }

    /** Of hundreds of faults the first tell what is wrong. */
    private String problems() {
        List<String> words = new ArrayList<>();
        for (Diagnostic finding : findings.build()) {
            words.add(finding.location().path() + ": " + finding.message()
                    + (finding.hint().isEmpty() ? "" : " (" + finding.hint() + ")"));
        }
        int more = words.size() - MOST_PROBLEMS;
        return FitAnswer.problem(String.join("; ", more > 0 ? words.subList(0, MOST_PROBLEMS) : words)
                + (more > 0 ? "; and " + more + " more" : ""));
    }

    /**
     * What the files hold, in all and by number format; of a GGUF the configuration that its metadata amounts to, or
     * why there is none.
     *
     * @param config the configuration beside them, for the bits of packed numbers
     */
    String measured(ConfigValue config) {
        List<String> absent = new ArrayList<>();
        for (String file : names) {
            if (!present.contains(file)) {
                absent.add(file);
            }
        }
        if (!headers.agrees(index, places, absent)) {
            return problems();
        }
        try {
            return measured(
                    WeightUnpacking.weights(headers.tensors(), PackedBits.of(config), PackedBits.groupOfMlx(config)));
        } catch (ArithmeticException large) {
            return FitAnswer.problem("the figures are too large to be exact");
        }
    }

    private String measured(List<StoredWeight> weights) {
        Measured all = Measured.NONE;
        long scales = 0;
        Map<String, Measured> formats = new TreeMap<>();
        List<String> unclear = new ArrayList<>();
        for (StoredWeight weight : weights) {
            all = all.and(weight);
            scales = Math.addExact(scales, weight.scaleBytes());
            Measured before = formats.get(weight.layout());
            formats.put(weight.layout(), (before == null ? Measured.NONE : before).and(weight));
            if (weight.fault().isPresent() && unclear.size() < MOST_PROBLEMS) {
                unclear.add(weight.name() + ": " + weight.fault().get());
            }
        }
        JsonWriter out = new JsonWriter().open('{').key("files").value(headers.files());
        out.key("weights").value(all.weights());
        out.key("elements").value(FitAnswer.exact(all.elements()));
        out.key("bytes").value(FitAnswer.exact(all.bytes()));
        out.key("scales").value(FitAnswer.exact(scales)).key("formats").open('[');
        for (Map.Entry<String, Measured> format : formats.entrySet()) {
            Measured of = format.getValue();
            out.open('[').value(format.getKey()).value(of.weights());
            out.value(FitAnswer.exact(of.elements()));
            out.value(FitAnswer.exact(of.bytes())).close(']');
        }
        out.close(']').key("unclear").open('[');
        unclear.forEach(out::value);
        out.close(']');
        if (gguf) {
            GgufConfig.Made made = GgufConfig.of(headers.metadata(), headers.tensors());
            out.key("config").value(made.text().orElse(""));
            out.key("refusal").value(made.refusal());
        }
        return out.close('}').toString();
    }
}
