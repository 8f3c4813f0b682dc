package dev.tars.console.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.app.settings.Appearance;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.ParameterException;

class OptionsTest {

    private static Options parse(String... arguments) {
        Options options = new Options();
        Options.reader(options).parseArgs(arguments);
        return options;
    }

    @Test
    void withoutOptionsNothingIsChosen() {
        Options options = parse();
        assertThat(options.environments()).isEmpty();
        assertThat(options.environment()).isEmpty();
        assertThat(options.release()).isEmpty();
        assertThat(options.theme()).isEmpty();
        assertThat(options.scale()).isEmpty();
    }

    @Test
    void everyOptionIsRead() {
        Options options = parse(
                "--environments",
                "e.yaml",
                "--environment",
                "lab",
                "--release",
                "r",
                "--theme",
                "dark",
                "--scale",
                "150");
        assertThat(options.environments()).contains(Path.of("e.yaml"));
        assertThat(options.environment()).contains("lab");
        assertThat(options.release()).contains(Path.of("r"));
        assertThat(options.theme()).contains(Appearance.DARK);
        assertThat(options.scale()).contains(150);
    }

    @Test
    void practiceWinsOverAName() {
        assertThat(parse("--environment", "lab", "--practice").environment()).contains("practice");
    }

    @ParameterizedTest
    @CsvSource({"--scale,90", "--scale,many", "--theme,blue", "--nonsense,1", "--environments,"})
    void aBadOptionIsRefused(String option, String value) {
        String[] arguments = value == null ? new String[] {option} : new String[] {option, value};
        assertThatThrownBy(() -> parse(arguments)).isInstanceOf(ParameterException.class);
    }
}
