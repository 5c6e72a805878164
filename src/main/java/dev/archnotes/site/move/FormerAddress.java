package dev.archnotes.site.move;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address that a page had, put into the front matter of its note; every other character stays. */
final class FormerAddress {
    private static final Pattern YAML =
            Pattern.compile("\\A\\x{feff}?---[ \\t]*(\\r?\\n)(?:[^\\n]*\\n)*?(?=---[ \\t]*(?:\\r?\\n|\\z))");
    private static final Pattern TOML = Pattern.compile("\\A\\x{feff}?\\+\\+\\+[ \\t]*(\\r?\\n)");
    private static final Pattern LIST = Pattern.compile("(?m)^aliases[ \\t]*[:=][ \\t]*\\[");
    private static final Pattern ITEMS = Pattern.compile("(?m)^aliases[ \\t]*:[ \\t]*\\r?\\n(?=([ \\t]*)- )");
    private static final Pattern WORD =
            Pattern.compile("(?m)^aliases[ \\t]*:[ \\t]*(?=[^\\s\\[#])([^\\r\\n#]*?)[ \\t]*$");

    private FormerAddress() {}

    /**
     * The text of a note that names the address, too.
     *
     * @param address without slashes around it: {@code guide/first}
     */
    static String addTo(String note, String address) {
        String quoted = "\"/" + address + "/\"";
        Matcher yaml = YAML.matcher(note);
        Matcher toml = TOML.matcher(note);
        if (!yaml.find() && !toml.find()) {
            String end = note.contains("\r\n") ? "\r\n" : "\n";
            int start = note.startsWith("\uFEFF") ? 1 : 0;
            return note.substring(0, start) + "---" + end + "aliases: [" + quoted + "]" + end + "---" + end + end
                    + note.substring(start);
        }
        boolean isYaml = YAML.matcher(note).find();
        int close = isYaml ? yaml.end() : Math.max(toml.end(), note.indexOf("\n+++", toml.end()) + 1);
        Matcher list = LIST.matcher(note).region(0, close);
        if (list.find()) {
            boolean empty = note.substring(list.end()).stripLeading().startsWith("]");
            return inserted(note, list.end(), quoted + (empty ? "" : ", "));
        }
        Matcher items = ITEMS.matcher(note).region(0, close);
        if (isYaml && items.find()) {
            String end = items.group().endsWith("\r\n") ? "\r\n" : "\n";
            return inserted(note, items.end(), items.group(1) + "- " + quoted + end);
        }
        Matcher word = WORD.matcher(note).region(0, close);
        if (isYaml && word.find()) {
            return note.substring(0, word.start(1)) + "[" + quoted + ", " + word.group(1) + "]"
                    + note.substring(word.end(1));
        }
        return isYaml
                ? inserted(note, close, "aliases: [" + quoted + "]" + yaml.group(1))
                // before the first table of TOML, to which it would belong otherwise
                : inserted(note, toml.end(), "aliases = [" + quoted + "]" + toml.group(1));
    }

    private static String inserted(String text, int at, String words) {
        return text.substring(0, at) + words + text.substring(at);
    }
}
