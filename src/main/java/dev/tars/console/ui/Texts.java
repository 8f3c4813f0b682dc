package dev.tars.console.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * All words a person reads, from {@code i18n/texts.properties}; keys are {@code feature.part.what}. Figures come in as
 * text already: the one formatter of figures is {@link dev.tars.console.base.Figures}.
 */
public final class Texts {

    private final ResourceBundle bundle = ResourceBundle.getBundle("i18n.texts", Locale.ROOT);

    /** For {@code %keys} in FXML. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /** @throws java.util.MissingResourceException where there is no such key; a test keeps that from happening */
    public String get(String key) {
        return bundle.getString(key);
    }

    /** The words with {@code {0}}, {@code {1}} replaced; quotes are doubled in the file where a key takes arguments. */
    public String get(String key, Object... arguments) {
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(texts);
    }
}
