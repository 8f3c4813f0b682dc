package dev.tars.console.app;

import dev.tars.console.app.environments.Environment;
import dev.tars.console.app.shell.Shell;
import dev.tars.console.base.Figures;
import dev.tars.console.base.Problem;
import dev.tars.console.journal.Kinds;
import dev.tars.console.release.Action;
import dev.tars.console.release.Harm;
import dev.tars.console.release.Outcome;
import dev.tars.console.slo.Acknowledgement;
import dev.tars.console.slo.Acknowledgements;
import dev.tars.console.slo.GoneSeries;
import dev.tars.console.slo.Slo;
import dev.tars.console.slo.SloState;
import dev.tars.console.slo.view.AcknowledgeSheet;
import dev.tars.console.slo.view.Acknowledging;
import dev.tars.console.slo.view.LiveScreen;
import dev.tars.console.ui.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Acknowledging an objective of one environment: reason and end first, then the guard. */
final class AckDesk implements Acknowledging {

    private final Environment environment;
    private final Safeguards safeguards;
    private final Supplier<Shell> shell;
    private final Supplier<ZoneId> zone;
    private final Clock clock;
    private final Texts texts;
    private final Runnable whenGone;

    /** @param whenGone runs once it is kept that series are gone, on any thread */
    AckDesk(
            Environment environment,
            Safeguards safeguards,
            Supplier<Shell> shell,
            Supplier<ZoneId> zone,
            Clock clock,
            Texts texts,
            Runnable whenGone) {
        this.whenGone = whenGone;
        this.environment = environment;
        this.safeguards = safeguards;
        this.shell = shell;
        this.zone = zone;
        this.clock = clock;
        this.texts = texts;
    }

    @Override
    public Optional<Acknowledgement> of(String objective, SloState state) {
        return safeguards.acknowledgements().of(environment.name(), objective, state, clock.instant());
    }

    @Override
    public String unavailable() {
        return safeguards
                .guard()
                .standing(Harm.REVERSIBLE, environment.name())
                .map(Problem::what)
                .orElse("");
    }

    @Override
    public void ask(Slo slo, SloState state) {
        Shell window = shell.get();
        AcknowledgeSheet sheet = AcknowledgeSheet.of(
                slo,
                state,
                safeguards.room().sign(),
                (reason, length) -> {
                    window.hideDialog();
                    safeguards.room().ask(action(slo, state, reason, length));
                },
                window::hideDialog,
                texts);
        if (window.showDialog(sheet.root(), () -> {})) {
            sheet.open();
        }
    }

    @Override
    public void askGone(Slo slo, List<Map<String, String>> series) {
        Shell window = shell.get();
        List<String> names =
                series.stream().map(labels -> LiveScreen.name(labels, texts)).toList();
        AcknowledgeSheet sheet = AcknowledgeSheet.ofGone(
                slo,
                names,
                safeguards.room().sign(),
                reason -> {
                    window.hideDialog();
                    safeguards.room().ask(gone(slo, series, names, reason));
                },
                window::hideDialog,
                texts);
        if (window.showDialog(sheet.root(), () -> {})) {
            sheet.open();
        }
    }

    private Action gone(Slo slo, List<Map<String, String>> series, List<String> names, String reason) {
        String title = series.size() == 1
                ? texts.get("slo.gone.action", names.get(0), slo.title())
                : texts.get("slo.gone.action.many", series.size(), slo.title());
        return new Action(
                "slo.series.gone",
                title,
                Harm.REVERSIBLE,
                texts.get("slo.gone.back"),
                Action.Reach.CONSOLE,
                environment.name(),
                () -> names.stream()
                        .map(name -> texts.get("slo.gone.step", name, slo.title(), reason))
                        .toList(),
                approval -> {
                    for (Map<String, String> labels : series) {
                        safeguards.keep(
                                approval.requester(),
                                environment.name(),
                                GoneSeries.ACCEPTED,
                                GoneSeries.payload(slo.id(), labels, reason));
                    }
                    whenGone.run();
                    return Outcome.done(title);
                });
    }

    /** The end stands in the plan: it is counted from when a person asked. */
    private Action action(Slo slo, SloState state, String reason, Duration length) {
        Instant until = clock.instant().plus(length).truncatedTo(ChronoUnit.SECONDS);
        String title = texts.get("slo.ack.action", slo.title());
        String step = texts.get(
                "slo.ack.step",
                slo.title(),
                texts.get("slo.state." + state.name().toLowerCase(Locale.ROOT)),
                Figures.clockWithZone(until, zone.get()),
                reason);
        return new Action(
                "slo.acknowledge",
                title,
                Harm.REVERSIBLE,
                texts.get("slo.ack.back"),
                Action.Reach.CONSOLE,
                environment.name(),
                () -> List.of(step),
                approval -> {
                    safeguards.keep(
                            approval.requester(),
                            environment.name(),
                            Kinds.SLO_ACKNOWLEDGED,
                            Acknowledgements.payload(slo.id(), state, reason, until));
                    return Outcome.done(step);
                });
    }
}
