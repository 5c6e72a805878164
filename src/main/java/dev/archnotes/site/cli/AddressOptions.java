package dev.archnotes.site.cli;

import dev.archnotes.site.content.SiteAddress;
import dev.archnotes.site.content.SiteSettings;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/**
 * Where the site and its sources will stand. Whoever publishes knows it, not the notes, which may be published by
 * anyone; what is not named here is as in {@code site.yaml}.
 */
final class AddressOptions {
    @Option(
            names = "--base-url",
            paramLabel = "URL",
            defaultValue = "",
            description = "The address at which the site will stand.")
    private String base;

    @Option(
            names = "--repository",
            paramLabel = "URL",
            defaultValue = "",
            description = "The repository of the notes, for links to files that are not on the site.")
    private String repository;

    @Option(
            names = "--edit-url",
            paramLabel = "URL",
            defaultValue = "",
            description = "Where the notes are edited: the path of a note is appended.")
    private String edit;

    @Option(
            names = "--issue-url",
            paramLabel = "URL",
            defaultValue = "",
            description = "Where a wrong figure is reported.")
    private String issues;

    /** What is wrong with them, with the name of the option; empty where nothing is. */
    Optional<String> fault() {
        return fault("--base-url", base, SiteAddress::faultOfBase)
                .or(() -> fault("--repository", repository, SiteAddress::fault))
                .or(() -> fault("--edit-url", edit, SiteAddress::faultOfBase))
                .or(() -> fault("--issue-url", issues, SiteAddress::fault));
    }

    private static Optional<String> fault(String option, String address, Function<String, Optional<String>> rule) {
        return address.isEmpty()
                ? Optional.empty()
                : rule.apply(address).map(fault -> option + ": " + fault + "; " + SiteAddress.HINT);
    }

    /** The addresses, once they have no fault. */
    SiteSettings.Addresses addresses() {
        return new SiteSettings.Addresses(
                base.isEmpty() ? "" : SiteAddress.base(base),
                repository,
                edit.isEmpty() ? "" : SiteAddress.base(edit),
                issues);
    }
}
