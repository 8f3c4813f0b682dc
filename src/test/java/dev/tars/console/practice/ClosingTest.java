package dev.tars.console.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {

    @Test
    void whatDoesNotCloseKeepsNothingElseOpen() {
        List<String> closed = new ArrayList<>();
        Closing closing = new Closing();
        closing.add(() -> closed.add("first"));
        closing.add(() -> {
            throw new IllegalStateException("stuck");
        });
        closing.add(() -> closed.add("last"));
        closing.close();
        assertThat(closed).containsExactly("last", "first");
    }
}
