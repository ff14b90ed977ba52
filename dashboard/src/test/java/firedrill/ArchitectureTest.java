package firedrill;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;

/** The shape of the project, as rules; it lives in the last module because that one sees the rest. */
@AnalyzeClasses(
        packages = "firedrill",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {

    /** Other modules' tests, which come as a jar. */
    static final class NoTestJars implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final String[] KAFKA = {"org.apache.kafka..", "kafka.."};
    private static final String[] FLINK = {"org.apache.flink.."};
    private static final String[] TRIBUO = {"org.tribuo.."};
    private static final String[] WEB = {"io.javalin..", "org.eclipse.jetty..", "jakarta.servlet.."};
    private static final String[] PUBLISHED = {
        "firedrill.ingest.event..", "firedrill.ingest.scenario..", "firedrill.scoring.decision.."
    };

    @ArchTest
    static final ArchRule DATA_FLOWS_LEFT_TO_RIGHT = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("ingest")
            .definedBy("firedrill.ingest..")
            .layer("scoring")
            .definedBy("firedrill.scoring..")
            .layer("dashboard")
            .definedBy("firedrill.dashboard..")
            .whereLayer("dashboard")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("scoring")
            .mayOnlyBeAccessedByLayers("dashboard")
            .whereLayer("ingest")
            .mayOnlyBeAccessedByLayers("scoring", "dashboard");

    @ArchTest
    static final ArchRule SCORING_SEES_ONLY_WHAT_THE_EXCHANGE_SAYS = noClasses()
            .that()
            .resideInAPackage("firedrill.scoring..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("firedrill.ingest..")
                    .and(not(resideInAnyPackage(
                            "firedrill.ingest.event..", "firedrill.ingest.yaml..", "firedrill.ingest.parameters.."))));

    @ArchTest
    static final ArchRule EVENTS_NEED_ONLY_THE_JDK_AND_PROTOBUF = noClasses()
            .that()
            .resideInAPackage("firedrill.ingest.event..")
            .should()
            .dependOnClassesThat(not(resideInAnyPackage(
                    "java..", "firedrill.ingest.event..", "com.google.protobuf..", "org.jspecify..")));

    @ArchTest
    static final ArchRule THE_SIMULATED_WORLD_KNOWS_NO_KAFKA = keepOut(
            KAFKA,
            "firedrill.ingest.random..",
            "firedrill.ingest.yaml..",
            "firedrill.ingest.parameters..",
            "firedrill.ingest.market..",
            "firedrill.ingest.account..",
            "firedrill.ingest.customer..",
            "firedrill.ingest.fraud..",
            "firedrill.ingest.scenario..",
            "firedrill.ingest.exchange..");

    @ArchTest
    static final ArchRule FLINK_STAYS_IN_THE_JOB = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "firedrill.scoring.job..", "firedrill.dashboard.cli..", "firedrill.dashboard.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FLINK);

    @ArchTest
    static final ArchRule TRIBUO_STAYS_WHERE_MODELS_ARE_MADE_AND_READ = noClasses()
            .that()
            .resideOutsideOfPackages("firedrill.scoring.model..", "firedrill.scoring.training..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TRIBUO);

    @ArchTest
    static final ArchRule THE_LAB_NEEDS_NO_ENGINE =
            keepOut(concat(KAFKA, FLINK, WEB), "firedrill.dashboard.lab..", "firedrill.dashboard.ledger..");

    @ArchTest
    static final ArchRule THE_MONITOR_KNOWS_NO_PAGE = keepOut(WEB, "firedrill.dashboard.monitor..");

    @ArchTest
    static final ArchRule THE_LEDGER_SEES_ONLY_WHAT_IS_PUBLISHED = noClasses()
            .that()
            .resideInAPackage("firedrill.dashboard.ledger..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("firedrill..")
                    .and(not(resideInAnyPackage(PUBLISHED)))
                    .and(not(resideInAnyPackage("firedrill.dashboard.ledger.."))));

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("firedrill.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule TIME_AND_CHANCE_ARE_PASSED_IN = noClasses()
            .that()
            .resideOutsideOfPackages("firedrill.dashboard.cli..", "firedrill.dashboard.bench..")
            .and()
            .haveSimpleNameNotEndingWith("Main")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callConstructor(Random.class);

    /** The settings of a job are made on the machine that runs it, so they choose the clock. */
    @ArchTest
    static final ArchRule CLOCKS_ARE_CHOSEN_AT_THE_EDGE = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "firedrill.dashboard.cli..", "firedrill.dashboard.bench..", "firedrill.scoring.job..")
            .should()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should()
            .haveNameMatching(".*\\.(\\w*(Utils?|Helper|Manager|Impl|DTO|Dto)|Abstract\\w*)")
            .orShould()
            .resideInAnyPackage("..util..", "..common..", "..service..", "..dto..");

    private static ArchRule keepOut(String[] guests, String... homes) {
        return noClasses()
                .that()
                .resideInAnyPackage(homes)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(guests);
    }

    private static String[] concat(String[]... parts) {
        return Stream.of(parts).flatMap(Stream::of).toArray(String[]::new);
    }
}
