package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateTrackTest {

    private static final Instant START = Instant.parse("2026-08-18T14:00:00Z");
    private static final Map<Character, SloState> LETTERS = Map.of(
            'v', SloState.VIOLATED,
            'o', SloState.OK,
            'b', SloState.BURNING,
            'n', SloState.NO_DATA,
            't', SloState.NO_TRAFFIC);

    private static List<StateTrack> tracks(int enter, int leave, String polls) {
        List<StateTrack> tracks = new ArrayList<>();
        StateTrack track = StateTrack.notAsked(START);
        for (int i = 0; i < polls.length(); i++) {
            SloState judged = java.util.Objects.requireNonNull(LETTERS.get(polls.charAt(i)));
            track = track.next(judged, at(i), new Slo.Hysteresis(enter, leave));
            tracks.add(track);
        }
        return tracks;
    }

    private static Instant at(int poll) {
        return START.plusSeconds(15L * (poll + 1));
    }

    /** What was judged at each poll, what is shown, and the poll it is shown since. */
    @ParameterizedTest
    @CsvSource({
        "1, 3, ooo,      ooo,      000",
        "1, 3, ovv,      ovv,      011",
        "2, 3, ovvv,     obvv,     0111",
        "3, 3, vvvv,     bbvv,     0000",
        "2, 3, ovovv,    obobv,    01233",
        "1, 3, vooo,     vvvo,     0003",
        "1, 3, voovooo,  vvvvvvo,  0000006",
        "1, 1, vo,       vo,       01",
        "1, 3, vobo,     vvvo,     0003",
        "1, 3, vnv,      vnv,      010",
        "1, 3, vonooo,   vvnvvo,   002005",
        "1, 2, vtoo,     vtvo,     0103",
        "2, 3, vnv,      bnv,      010",
        "1, 3, onno,     onno,     0113",
        "1, 3, ntn,      ntn,      012",
        "1, 3, obbo,     obbo,     0113",
    })
    void whatIsShownFollowsFromThePolls(int enter, int leave, String polls, String shown, String since) {
        List<StateTrack> tracks = tracks(enter, leave, polls);
        for (int i = 0; i < polls.length(); i++) {
            assertThat(tracks.get(i).state()).as("state at %d", i).isEqualTo(LETTERS.get(shown.charAt(i)));
            assertThat(tracks.get(i).since()).as("since at %d", i).isEqualTo(at(since.charAt(i) - '0'));
        }
    }

    @Test
    void silenceEndsNoViolation() {
        List<StateTrack> tracks = tracks(1, 3, "vnnnn");
        assertThat(tracks).allMatch(StateTrack::isViolationOpen);
    }

    @Test
    void aViolationEndsAtTheFirstOfItsGoodPolls() {
        StateTrack ended = tracks(1, 3, "vvooo").get(4);
        assertThat(ended.isViolationOpen()).isFalse();
        assertThat(ended.outsideSince()).contains(at(0));
        assertThat(ended.insideSince()).contains(at(2));
    }

    @Test
    void everyStepIsALegalOne() {
        for (StateTrack.Phase phase : StateTrack.Phase.values()) {
            assertThat(phase.next()).contains(phase);
        }
        assertThat(StateTrack.Phase.INSIDE.next()).doesNotContain(StateTrack.Phase.LEAVING);
        assertThat(StateTrack.Phase.LEAVING.next()).doesNotContain(StateTrack.Phase.ENTERING);
    }
}
