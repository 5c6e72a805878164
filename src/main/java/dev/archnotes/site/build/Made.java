package dev.archnotes.site.build;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run was made of and came to, as it is remembered: one line for each, and behind them what it told.
 *
 * @param contents a digest of what the notes said
 * @param unread a digest of what the disk knew of their files at that time; empty where that does not tell enough
 * @param outcome what the run came to
 * @param sites the folders of the sites below, as the settings name them
 */
record Made(String contents, String unread, LastBuild.Outcome outcome, List<String> sites) {
    private static final int LINES = 5;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    Made {
        sites = List.copyOf(sites);
    }

    /** What a text says; empty where it is not of a run. */
    static Optional<Made> of(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < LINES || !NUMBER.matcher(lines.get(LINES - 1)).matches()) {
            return Optional.empty();
        }
        int end = LINES + Integer.parseInt(lines.get(LINES - 1));
        if (end > lines.size()) {
            return Optional.empty();
        }
        String told = lines.subList(end, lines.size()).stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        return Optional.of(new Made(
                lines.get(0),
                lines.get(1),
                new LastBuild.Outcome(lines.get(2), Boolean.parseBoolean(lines.get(3)), told),
                lines.subList(LINES, end)));
    }

    /** Whether what is written as lines is read as the same again. */
    boolean isInLines() {
        return of(text()).filter(this::equals).isPresent();
    }

    /** All of it. */
    String text() {
        return Stream.concat(
                        Stream.of(
                                contents,
                                unread,
                                outcome.said(),
                                String.valueOf(outcome.published()),
                                String.valueOf(sites.size())),
                        sites.stream())
                .collect(Collectors.joining("\n", "", "\n" + outcome.told()));
    }
}
