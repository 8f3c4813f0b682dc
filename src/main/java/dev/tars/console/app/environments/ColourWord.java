package dev.tars.console.app.environments;

import dev.tars.console.document.DocumentException;
import dev.tars.console.document.YamlNode;
import java.util.Map;

/** Reads the colour of an environment and refuses the hue of a state. */
final class ColourWord {

    private static final Map<String, String> STATES = Map.of(
            "red", "a missed objective",
            "crimson", "a missed objective",
            "violet", "an unknown one",
            "purple", "an unknown one",
            "yellow", "a burning one",
            "amber", "a burning one",
            "orange", "a burning one",
            "green", "a met one",
            "blue", "practice and of what is running");

    private ColourWord() {}

    static EnvironmentColour read(YamlNode node) throws DocumentException {
        String word = node.text();
        String state = STATES.get(word);
        if (state != null) {
            throw node.error(
                    "colour is \"" + word + "\", which is the colour of " + state,
                    "choose teal, ink, indigo, magenta or brown");
        }
        if (word.equals("practice")) {
            throw node.error("the hatch is practice's own", "choose teal, ink, indigo, magenta or brown");
        }
        for (EnvironmentColour colour : EnvironmentColour.values()) {
            if (colour.styleClass().equals("env-" + word)) {
                return colour;
            }
        }
        throw node.error("colour is \"" + word + "\"", "choose teal, ink, indigo, magenta or brown");
    }
}
