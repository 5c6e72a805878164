package dev.archnotes.site.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final Memory.Step<String> STEP = new Memory.Step<>("step");
    private static final Memory.Step<String> OTHER = new Memory.Step<>("other");

    private int done;

    private String made() {
        done++;
        return "made " + done;
    }

    @Test
    void whatIsMadeOfTheSameIsMadeOnce() {
        Memory first = Memory.first();
        first.get(STEP, "a", "input", this::made);
        Memory second = first.next();
        assertThat(second.get(STEP, "a", "input", this::made)).isEqualTo("made 1");
        assertThat(second.get(STEP, "b", "input", this::made)).isEqualTo("made 2");
        assertThat(second.get(OTHER, "a", "input", this::made)).isEqualTo("made 3");
    }

    @Test
    void anotherInputIsMadeAnew() {
        Memory first = Memory.first();
        first.get(STEP, "a", "input", this::made);
        assertThat(first.next().get(STEP, "a", "other", this::made)).isEqualTo("made 2");
    }

    @Test
    void nothingOlderThanTheLastBuildIsRemembered() {
        Memory first = Memory.first();
        first.get(STEP, "a", "input", this::made);
        Memory second = first.next();
        second.get(STEP, "b", "input", this::made);
        assertThat(second.next().get(STEP, "a", "input", this::made)).isEqualTo("made 3");
    }

    @Test
    void aStepThatABuildDidNotComeToIsRememberedFromTheBuildBefore() {
        Memory first = Memory.first();
        first.get(STEP, "a", "input", this::made);
        Memory second = first.next();
        second.get(OTHER, "a", "input", this::made);
        assertThat(second.next().get(STEP, "a", "input", this::made)).isEqualTo("made 1");
    }

    @Test
    void nothingIsKeptForAProcessThatBuildsOnce() {
        Memory none = Memory.none();
        none.get(STEP, "a", "input", this::made);
        assertThat(none.next().get(STEP, "a", "input", this::made)).isEqualTo("made 2");
    }
}
