package dev.archnotes.site.read;

import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.yaml.YamlMapping;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which versions of the generator a site may be built with: {@code >=0.2} or {@code >=0.2, <1}. */
final class WantedVersion {
    private static final Pattern CONDITION =
            Pattern.compile("\\s*(?<sign>>=|<=|>|<|=|)\\s*(?<version>[0-9]{1,6}(?:\\.[0-9]{1,6}){0,3})\\s*");

    private WantedVersion() {}

    /** Reads what a site wants; a finding where that is no condition, or this version does not meet it. */
    static void check(YamlMapping mapping, String key, String version) {
        String wanted = mapping.optionalText(key).orElse("");
        if (wanted.isEmpty()) {
            return;
        }
        boolean met = true;
        for (String part : wanted.split(",", -1)) {
            Matcher condition = CONDITION.matcher(part);
            if (!condition.matches()) {
                mapping.impossible(
                        key,
                        "\"" + part.strip() + "\" is no condition on a version",
                        "write for example \">=0.2\", or \">=0.2, <1\"");
                return;
            }
            met &= isMet(condition.group("sign"), compare(version, condition.group("version")));
        }
        if (!met) {
            mapping.error(
                    Rule.WRONG_VERSION,
                    key,
                    "this site wants archnotes " + wanted + ", and this is " + version,
                    "take a release that fits; what changed between two is in the upgrade notes of the manual");
        }
    }

    private static boolean isMet(String sign, int order) {
        return switch (sign) {
            case ">" -> order > 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case "=" -> order == 0;
            default -> order >= 0;
        };
    }

    /** Number by number; one that is not said is 0, and what stands behind a hyphen is not compared. */
    private static int compare(String one, String other) {
        List<Integer> left = numbers(one);
        List<Integer> right = numbers(other);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            int order = Integer.compare(i < left.size() ? left.get(i) : 0, i < right.size() ? right.get(i) : 0);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static List<Integer> numbers(String version) {
        return Pattern.compile("\\.")
                .splitAsStream(version.replaceFirst("-.*", ""))
                .map(Integer::valueOf)
                .toList();
    }
}
