package dev.tars.console.release.view;

import javafx.scene.control.TextField;

/** A field a name is typed into. Pasting is refused: a name that is pasted was not read. */
public final class NameField extends TextField {

    private Runnable whenPasted = () -> {};

    /** @param say tells the person */
    void onPaste(Runnable say) {
        whenPasted = say;
    }

    @Override
    public void paste() {
        whenPasted.run();
    }
}
