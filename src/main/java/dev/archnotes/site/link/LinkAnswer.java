package dev.archnotes.site.link;

/**
 * What became of an address.
 *
 * @param state whether it answers
 * @param said what was answered, in words: {@code 404}, {@code no answer in 20 s}
 * @param address where it led in the end
 */
public record LinkAnswer(State state, String said, String address) {
    /** Whether an address answers. */
    public enum State {
        /** A page came. */
        ANSWERS,
        /** The server is there and does not tell a program whether the page is. */
        UNTOLD,
        /** Nothing is there any more. */
        GONE,
        /** It was not asked. */
        NOT_ASKED
    }

    static LinkAnswer of(int status, String address) {
        // what says that it is not there; all else is between the server and programs that ask it
        State state = status < 400 ? State.ANSWERS : status == 404 || status == 410 ? State.GONE : State.UNTOLD;
        return new LinkAnswer(state, String.valueOf(status), address);
    }

    static LinkAnswer gone(String why, String address) {
        return new LinkAnswer(State.GONE, why, address);
    }

    static LinkAnswer notAsked(String why, String address) {
        return new LinkAnswer(State.NOT_ASKED, why, address);
    }
}
