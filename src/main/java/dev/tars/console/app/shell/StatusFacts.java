package dev.tars.console.app.shell;

import dev.tars.console.base.ConnectionReport;
import dev.tars.console.base.Figures;
import dev.tars.console.base.Problem;
import dev.tars.console.base.Unit;
import dev.tars.console.release.ReleaseFile;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.background.Stall;
import dev.tars.console.ui.controls.HeartbeatCells.Beat;
import dev.tars.console.ui.controls.ProblemPane;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;

/** What stands behind each item of the status bar. */
final class StatusFacts {

    private final Texts texts;

    StatusFacts(Texts texts) {
        this.texts = texts;
    }

    /** "+12 ms", "−3 s". */
    static String signed(Duration duration) {
        String words = Figures.duration(duration);
        return duration.isNegative() ? words : "+" + words;
    }

    Facts.Sheet connection(ConnectionReport report, Instant now, ZoneId zone) {
        Facts.Sheet sheet = new Facts.Sheet(report.name())
                .fact(texts.get("shell.connection.address"), report.address())
                .fact(texts.get("shell.connection.status"), status(report))
                .fact(texts.get("shell.connection.since"), at(report.since(), zone))
                .fact(
                        texts.get("shell.connection.answer"),
                        report.lastAnswer().map(t -> ago(t, now, zone)).orElse(texts.get("shell.connection.never")))
                .fact(
                        texts.get("shell.connection.skew"),
                        report.skew().map(StatusFacts::signed).orElse(""))
                .fact(texts.get("shell.connection.note"), report.note())
                .fact(texts.get("shell.connection.asked"), report.lastAsked(), "mono");
        report.problem().ifPresent(problem -> sheet.add(pane(problem), problem));
        return sheet;
    }

    private String status(ConnectionReport report) {
        return switch (report.status()) {
            case NOT_ASKED -> texts.get("shell.connection.status.not-asked");
            case ANSWERING -> texts.get("shell.connection.status.answering");
            case PARTIAL -> texts.get("shell.connection.status.partial");
            case FAILING -> texts.get("shell.connection.status.failing");
            case OPEN_CIRCUIT -> texts.get("shell.connection.status.open-circuit");
            case STOPPED -> texts.get("shell.connection.status.stopped");
        };
    }

    Facts.Sheet poll(ShellState state, Instant now, ZoneId zone) {
        Facts.Sheet sheet = new Facts.Sheet(texts.get("shell.poll.title"));
        state.poll().ifPresent(p -> {
            sheet.fact(texts.get("shell.poll.interval"), Figures.duration(p.interval()))
                    .fact(
                            texts.get("shell.poll.good"),
                            p.lastGood().map(t -> ago(t, now, zone)).orElse(texts.get("shell.poll.good.never")))
                    .fact(
                            texts.get("shell.poll.next"),
                            p.stopped() ? texts.get("shell.poll.stopped") : at(p.next(), zone))
                    .fact(
                            texts.get("shell.poll.recent", p.recent().size()),
                            texts.get(
                                    "shell.poll.recent.of",
                                    p.count(Beat.ANSWERED),
                                    p.count(Beat.PARTIAL),
                                    p.count(Beat.MISSED)))
                    .fact(texts.get("shell.poll.missed"), String.valueOf(p.missed()))
                    .fact(
                            texts.get("shell.poll.skew"),
                            p.skew().map(StatusFacts::signed).orElse(""));
            p.warnings().forEach(warning -> sheet.fact(texts.get("shell.poll.partial"), warning));
            p.problem().ifPresent(problem -> sheet.add(pane(problem), problem));
        });
        return sheet.add(muted(texts.get("shell.poll.legend")), "legend");
    }

    private static ProblemPane pane(Problem problem) {
        ProblemPane pane = new ProblemPane();
        pane.show(problem, Optional.empty());
        return pane;
    }

    private static String ago(Instant at, Instant now, ZoneId zone) {
        Duration age = Duration.between(at, now);
        return Figures.age(age.isNegative() ? Duration.ZERO : age) + ", " + at(at, zone);
    }

    Facts.Sheet stalls(ShellState state, ZoneId zone) {
        Facts.Sheet sheet = new Facts.Sheet(texts.get("shell.stalls.title"))
                .fact(
                        texts.get("shell.stalls.count"),
                        String.valueOf(state.stalls().count()));
        Optional<Stall> last = state.stalls().last().stream().findFirst();
        last.ifPresent(stall -> {
            sheet.fact(texts.get("shell.stalls.last"), at(stall.at(), zone))
                    .fact(texts.get("shell.stalls.lasted"), Figures.duration(stall.lasted()));
            TextArea stack = new TextArea(stall.stackText());
            stack.setEditable(false);
            stack.setPrefRowCount(12);
            stack.setPrefColumnCount(60);
            stack.getStyleClass().add("code");
            sheet.add(stack, stall);
        });
        return sheet.add(muted(texts.get("shell.stalls.legend")), "legend");
    }

    Facts.Sheet files(ShellState state) {
        Facts.Sheet sheet = new Facts.Sheet(texts.get("shell.files.title"))
                .fact(
                        texts.get("shell.files.release"),
                        state.release().release().words())
                .fact(texts.get("shell.files.origin"), state.release().origin());
        for (ReleaseFile file : state.release().files()) {
            sheet.fact(file.name() + ", " + Figures.of(file.size(), Unit.BYTES), file.sha256(), "mono");
        }
        return sheet;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll("muted", "dense");
        return label;
    }

    private static String at(Instant at, ZoneId zone) {
        return Figures.clockWithZone(at, zone) + ", " + Figures.day(at, zone);
    }
}
