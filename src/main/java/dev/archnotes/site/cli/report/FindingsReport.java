package dev.archnotes.site.cli.report;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Edit;
import dev.archnotes.model.diagnostic.HiddenCharacters;
import dev.archnotes.model.diagnostic.Severity;
import dev.archnotes.model.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with notes, for machines. */
public final class FindingsReport {
    private FindingsReport() {}

    /**
     * All of it as a JSON object, as {@code archnotes schema findings} describes it.
     *
     * @param folder what stands before the paths of files, for example {@code notes/}
     * @param notes how many notes were checked
     */
    public static String json(Diagnostics findings, String folder, int notes) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("notes", notes);
        report.put("errors", findings.count(Severity.ERROR));
        report.put("warnings", findings.count(Severity.WARNING));
        List<Map<String, Object>> list = new ArrayList<>();
        findings.forEach(finding -> list.add(json(finding, folder)));
        report.put("findings", list);
        return JsonText.indented(report);
    }

    private static Map<String, Object> json(Diagnostic finding, String folder) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("severity", finding.severity().label());
        entry.put("rule", finding.rule().id());
        entry.put("path", finding.location().below(folder).path());
        entry.put("line", finding.location().line());
        entry.put("column", finding.location().column());
        entry.put("length", finding.length());
        entry.put("message", finding.message());
        if (!finding.hint().isEmpty()) {
            entry.put("hint", finding.hint());
        }
        finding.edit().ifPresent(edit -> entry.put("edit", json(edit, folder)));
        return entry;
    }

    private static Map<String, Object> json(Edit edit, String folder) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("path", edit.place().below(folder).path());
        entry.put("line", edit.place().line());
        entry.put("column", edit.place().column());
        entry.put("written", edit.written());
        entry.put("replacement", edit.replacement());
        return entry;
    }

    /**
     * A line for each finding that GitHub shows beside the line of the file: {@code ::error file=notes/a.md,line=27…}.
     *
     * @param folder what stands before the paths of files, seen from the top of the repository
     */
    public static String github(Diagnostics findings, String folder) {
        StringBuilder lines = new StringBuilder();
        for (Diagnostic finding : findings) {
            int column = finding.location().column();
            lines.append("::")
                    .append(finding.severity().label())
                    .append(" file=")
                    .append(property(finding.location().below(folder).path()))
                    .append(",line=")
                    .append(finding.location().line())
                    .append(",col=")
                    .append(column)
                    .append(",endColumn=")
                    .append(column + finding.length())
                    .append(",title=")
                    .append(property("archnotes: " + finding.rule().id()))
                    .append("::")
                    .append(data(finding.message()));
            if (!finding.hint().isEmpty()) {
                lines.append(data("\nhint: " + finding.hint()));
            }
            lines.append('\n');
        }
        return lines.toString();
    }

    /** Nothing in a text ends the line, or is a command of its own. */
    private static String data(String text) {
        return HiddenCharacters.replaced(text)
                .replace("%", "%25")
                .replace("\r", "%0D")
                .replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
