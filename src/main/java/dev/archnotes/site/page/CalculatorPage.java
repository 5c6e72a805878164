package dev.archnotes.site.page;

import java.util.List;

/**
 * The calculator: what a model takes where it is run, and tables for readers without scripts.
 *
 * @param head what it says of itself
 * @param listing how it shows elsewhere
 * @param form what can be chosen
 * @param tables one table a question
 */
public record CalculatorPage(Head head, Listing listing, Form form, List<ComparisonTable> tables) implements Page {
    /**
     * The choices of the form. The first of formats and splits, and what is chosen of models and cards, are what the
     * page opens with.
     *
     * @param families the models
     * @param model the id of the model that the page opens with
     * @param weights formats of weights
     * @param caches formats of the cache
     * @param cards cards and machines
     * @param card the name of the one that the page opens with
     * @param splits how cards share a model
     * @param opening the answer to what the page opens with, shown until the script has one
     */
    public record Form(
            List<Group> families,
            String model,
            List<Choice> weights,
            List<Choice> caches,
            List<CardGroup> cards,
            String card,
            List<Choice> splits,
            Opening opening) {
        public Form {
            families = List.copyOf(families);
            weights = List.copyOf(weights);
            caches = List.copyOf(caches);
            cards = List.copyOf(cards);
            splits = List.copyOf(splits);
        }
    }

    /**
     * The answer to the choices that the page opens with.
     *
     * @param fits whether the model fits
     * @param verdict the same in words, as the script says it
     * @param asked the model, the format and the context that it is about, and what they take together
     */
    public record Opening(boolean fits, String verdict, String asked) {}

    /**
     * One thing to choose.
     *
     * @param value by what it is asked for
     * @param text what it is called
     */
    public record Choice(String value, String text) {}

    /**
     * Things to choose that belong together.
     *
     * @param name what they have in common
     * @param choices the things
     */
    public record Group(String name, List<Choice> choices) {
        public Group {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A card as the script of the page needs it.
     *
     * @param choice its name
     * @param bytes its memory
     * @param bandwidth of its memory in 10⁶ bytes a second
     * @param rate its dense 16-bit rate in 10⁹ operations a second, 0 where it is not known
     * @param remark who says how much memory that is
     */
    public record CardChoice(Choice choice, long bytes, long bandwidth, long rate, String remark) {}

    /**
     * Cards of one kind, by memory.
     *
     * @param name the kind
     * @param own whether they have a memory of their own
     * @param cards the cards
     */
    public record CardGroup(String name, boolean own, List<CardChoice> cards) {
        public CardGroup {
            cards = List.copyOf(cards);
        }
    }

    @Override
    public Needs needs() {
        return Needs.of(Needs.Script.CALCULATOR)
                .and(Needs.of(Needs.Style.TOOLS))
                .and(Needs.of(Needs.Face.BOLD));
    }
}
