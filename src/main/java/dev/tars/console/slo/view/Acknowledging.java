package dev.tars.console.slo.view;

import dev.tars.console.slo.Acknowledgement;
import dev.tars.console.slo.Slo;
import dev.tars.console.slo.SloState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Port: what is acknowledged, and the way to acknowledge. All on the FX thread. */
public interface Acknowledging {

    /** Nothing is acknowledged, and nothing can be. */
    Acknowledging NONE = new Acknowledging() {
        @Override
        public Optional<Acknowledgement> of(String objective, SloState state) {
            return Optional.empty();
        }

        @Override
        public String unavailable() {
            return "nothing can be acknowledged here";
        }

        @Override
        public void ask(Slo slo, SloState state) {}

        @Override
        public void askGone(Slo slo, List<Map<String, String>> series) {}
    };

    /** What holds now. */
    Optional<Acknowledgement> of(String objective, SloState state);

    /** Why nothing can be acknowledged now; empty text where it can. */
    String unavailable();

    /** Asks for reason and end, then brings it before the guard. */
    void ask(Slo slo, SloState state);

    /** Asks why series that vanished are meant to be gone, then brings it before the guard. */
    void askGone(Slo slo, List<Map<String, String>> series);
}
