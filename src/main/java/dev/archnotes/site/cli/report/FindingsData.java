package dev.archnotes.site.cli.report;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found in a file, for machines. */
public final class FindingsData {
    private FindingsData() {}

    /** One object a finding. */
    public static List<Map<String, Object>> json(Diagnostics findings) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Diagnostic finding : findings) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("rule", finding.rule().id());
            entry.put("line", finding.location().line());
            entry.put("column", finding.location().column());
            entry.put("message", finding.message());
            if (!finding.hint().isEmpty()) {
                entry.put("hint", finding.hint());
            }
            list.add(entry);
        }
        return list;
    }
}
