package dev.archnotes.site.cli.argument;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a model on the Hugging Face hub, {@code Qwen/Qwen3-8B}, given where a file is wanted. Nothing is ever
 * fetched by it; it leads to the address of the file that its user can fetch.
 *
 * @param repository owner and name
 */
public record HubId(String repository) {
    private static final String PART = "[A-Za-z0-9][A-Za-z0-9._-]*";
    private static final Pattern ID = Pattern.compile(PART + "/" + PART);
    private static final Pattern ADDRESS =
            Pattern.compile("https?://(?:www\\.)?(?:huggingface\\.co|hf\\.co)/(" + PART + "/" + PART + ")(?:/.*)?");

    /** The id that a name or an address is; empty for what looks like a path to a file, and other addresses. */
    public static Optional<HubId> of(String name) {
        Matcher address = ADDRESS.matcher(name);
        if (address.matches()) {
            return Optional.of(new HubId(address.group(1)));
        }
        boolean file = name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml");
        return ID.matcher(name).matches() && !file ? Optional.of(new HubId(name)) : Optional.empty();
    }

    public static boolean isAddress(String name) {
        return name.startsWith("https://") || name.startsWith("http://") || name.startsWith("hf://");
    }

    /** The name without its owner. */
    public String name() {
        return repository.substring(repository.indexOf('/') + 1);
    }

    /** Where the configuration can be fetched. */
    public String address() {
        return "https://huggingface.co/" + repository + "/resolve/main/config.json";
    }
}
