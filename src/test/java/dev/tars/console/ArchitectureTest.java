package dev.tars.console;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/** Who may know whom. A new edge between features is a new line in {@link #EDGES}. */
@AnalyzeClasses(packages = "dev.tars.console", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.tars.console.";

    /** Packages that every feature may use. */
    private static final Set<String> SHARED = Set.of("base", "document", "release", "journal");

    /** What one feature may know of another's root package, beyond {@link #SHARED}. */
    private static final Map<String, Set<String>> EDGES = Map.ofEntries(
            Map.entry("base", Set.of()),
            Map.entry("document", Set.of("base")),
            Map.entry("release", Set.of("base", "document", "journal")),
            Map.entry("journal", Set.of("base")),
            Map.entry("connect", Set.of("base")),
            Map.entry("promql", Set.of("base")),
            Map.entry("runbook", Set.of("promql")),
            Map.entry("checklist", Set.of("runbook")),
            Map.entry("ui", Set.of("base")),
            Map.entry("migration", Set.of()),
            Map.entry("slo", Set.of("incident")),
            Map.entry("practice", Set.of("promql")));

    @ArchTest
    static final ArchRule onlyViewsKnowJavaFx = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".view..", ROOT + "ui..", ROOT + "app..", "dev.tars.console")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "atlantafx..", "org.controlsfx..", "org.jfree..", "org.kordamp..")
            .because("core and clients are tested without a toolkit");

    @ArchTest
    static final ArchRule viewModelsKnowOnlyTheBaseModule = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javafx.scene..",
                    "javafx.stage..",
                    "javafx.fxml..",
                    "javafx.application..",
                    "javafx.concurrent..",
                    "javafx.css..")
            .because("a view model is tested without a toolkit");

    @ArchTest
    static final ArchRule coresKnowNoProtocol = noClasses()
            .that(resideInAnyPackage(
                    ROOT + "base",
                    ROOT + "migration",
                    ROOT + "migration.sql",
                    ROOT + "migration.lint",
                    ROOT + "migration.preflight",
                    ROOT + "migration.files",
                    ROOT + "slo",
                    ROOT + "promql",
                    ROOT + "runbook",
                    ROOT + "checklist",
                    ROOT + "release",
                    ROOT + "document",
                    ROOT + "journal"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "java.sql..", "okhttp3..", "com.fasterxml..", "com.sun.net..")
            .because("a core takes its world through ports");

    @ArchTest
    static final ArchRule onlyDocumentKnowsYaml = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "document")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..")
            .because("one place turns YAML into values with a place and an error with a mend");

    @ArchTest
    static final ArchRule viewsReachTheWorldThroughPorts = noClasses()
            .that()
            .resideInAPackage(ROOT + ".view..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".client..", ROOT + "connect..")
            .because("a view that knows a client cannot be tested without a server");

    @ArchTest
    static final ArchRule nothingReachesUp = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "app..", "dev.tars.console")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "app..")
            .because("app is the single composition root");

    @ArchTest
    static final ArchRule nothingKnowsPractice = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "app..", ROOT + "practice..", "dev.tars.console")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "practice..")
            .because("no feature may know whether it talks to practice");

    @ArchTest
    static final ArchRule featuresKeepToTheirEdges = classes()
            .that(describe(
                    "are not app", c -> !feature(c).isEmpty() && !feature(c).equals("app")))
            .should(keepToTheEdges())
            .because("a new edge is a decision, made in the table of this test");

    @ArchTest
    static final ArchRule noCycles = slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule oneBridgeToTheFxThread = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "ui.background..")
            .should()
            // Targets, not calls: a call condition does not see method references.
            .accessTargetWhere(
                    describe("Platform.runLater", a -> isMethod(a, "javafx.application.Platform", "runLater")))
            .because("the bridge coalesces and stops at close");

    @ArchTest
    static final ArchRule threadsHaveAnOwner = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "ui.background..", ROOT + "connect..", ROOT + "practice..")
            .should()
            .accessTargetWhere(describe(
                    "thread creation",
                    a -> a.getTargetOwner().isEquivalentTo(Thread.class)
                                    && a.getName().equals("<init>")
                            || a.getTargetOwner().isEquivalentTo(java.util.concurrent.Executors.class)))
            .because("every thread is owned by something that closes it");

    @ArchTest
    static final ArchRule nobodySleeps = noClasses()
            .should()
            .accessTargetWhere(describe("Thread.sleep", a -> isMethod(a, "java.lang.Thread", "sleep")))
            .because("waiting is a timer or a latch");

    @ArchTest
    static final ArchRule timeComesIn = noClasses()
            .that()
            .doNotHaveSimpleName("Wiring")
            .should()
            .accessTargetWhere(describe(
                    "the wall clock",
                    a -> isMethod(a, "java.lang.System", "currentTimeMillis")
                            || a.getName().equals("now")
                                    && a.getTargetOwner().getPackageName().equals("java.time")
                                    && a.getTarget() instanceof AccessTarget.CodeUnitAccessTarget t
                                    && t.getRawParameterTypes().isEmpty()))
            .because("a clock that comes in can be moved by hand");

    @ArchTest
    static final ArchRule noStandardStreams = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "a standard stream",
                    a -> a.getTargetOwner().isEquivalentTo(System.class)
                            && Set.of("out", "err").contains(a.getName())))
            .because("one logger");

    @ArchTest
    static final ArchRule oneLogger = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.apache.logging..", "org.apache.commons.logging..")
            .because("slf4j is the one logger; app alone sets up where it writes");

    @ArchTest
    static final ArchRule noPublicMutableFields =
            fields().that().arePublic().should().beFinal().because("state changes through its owner");

    private static boolean isMethod(JavaAccess<?> access, String owner, String name) {
        return access.getTargetOwner().getName().equals(owner)
                && access.getName().equals(name);
    }

    private static String feature(JavaClass c) {
        String name = c.getPackageName();
        if (!name.startsWith(ROOT)) {
            return "";
        }
        String rest = name.substring(ROOT.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    private static ArchCondition<JavaClass> keepToTheEdges() {
        return new ArchCondition<>("use other features only along the edges of this test") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                String own = feature(from);
                for (var dependency : from.getDirectDependenciesFromSelf()) {
                    JavaClass to = dependency.getTargetClass();
                    String other = feature(to);
                    if (other.isEmpty() || other.equals(own) || allowed(from, own, to, other)) {
                        continue;
                    }
                    events.add(SimpleConditionEvent.violated(from, dependency.getDescription()));
                }
            }
        };
    }

    private static boolean allowed(JavaClass from, String own, JavaClass to, String other) {
        boolean rootOnly = to.getPackageName().equals(ROOT + other);
        boolean isCore = Set.of("base", "document", "release", "journal", "connect", "promql", "ui")
                .contains(own);
        if (EDGES.getOrDefault(own, Set.of()).contains(other) && rootOnly) {
            return true;
        }
        if (!isCore && SHARED.contains(other) && rootOnly) {
            return true;
        }
        if (resideInAPackage(ROOT + ".client..").test(from) && other.equals("connect")) {
            return true;
        }
        return resideInAPackage(ROOT + ".view..").test(from) && other.equals("ui");
    }
}
