package dev.tars.console.slo.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tars.console.base.Background;
import dev.tars.console.base.Problem;
import dev.tars.console.slo.SloBoard;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;

/** The panel as files: asked for here, drawn here, written by a worker, told as a notice. */
final class LiveExport {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);

    private final LiveViewModel model;
    private final Background background;
    private final Supplier<EnvironmentMark> mark;
    private final Function<SloBoard, String> csv;

    /** @param csv the board as comma separated values */
    LiveExport(
            LiveViewModel model,
            Background background,
            Supplier<EnvironmentMark> mark,
            Function<SloBoard, String> csv) {
        this.model = model;
        this.background = background;
        this.mark = mark;
        this.csv = csv;
    }

    void csv(SavePlace place) {
        SloBoard board = model.getState().watch().shown();
        save(place, "export.csv", "objectives", "csv", () -> csv.apply(board).getBytes(UTF_8));
    }

    void picture(SavePlace place, Node node, String what, String kindKey, String stem) {
        LiveWords words = model.words();
        EnvironmentMark where = mark.get();
        WritableImage picture = PanelPicture.of(
                node,
                what,
                words.environment(where),
                words.text("picture.when", words.day(shownAt()), words.clock(shownAt())),
                where.isPractice());
        save(place, kindKey, stem, "png", () -> PanelPicture.png(picture));
    }

    private Instant shownAt() {
        return model.getState().watch().shown().at();
    }

    private void save(SavePlace place, String kindKey, String stem, String extension, Callable<byte[]> bytes) {
        LiveWords words = model.words();
        String name = mark.get().name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-" + stem + "-"
                + STAMP.format(shownAt().atZone(words.zone())) + "." + extension;
        Optional<Path> file = place.ask(words.text(kindKey), name);
        file.ifPresent(path -> background.run(
                words.text("export.writing", path.getFileName()),
                progress -> {
                    byte[] content = bytes.call();
                    progress.checkCancelled();
                    WholeFile.write(path, content);
                    return content.length;
                },
                size -> model.say(new LiveState.Notice(words.text("export.written", path), Optional.empty())),
                problem -> model.say(failed(path, problem))));
    }

    private LiveState.Notice failed(Path path, Problem problem) {
        return new LiveState.Notice(model.words().text("export.failed", path), Optional.of(problem));
    }
}
