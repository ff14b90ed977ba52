package firedrill;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
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
import picocli.CommandLine;

/** The architecture of all three modules as rules; in the last module, because it sees the other two. */
@AnalyzeClasses(
        packages = "firedrill",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {

    /** Excludes the test classes of other modules, which come as a jar. */
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

    /** The list of docs/architecture.md. A package belongs to the longest entry that is a prefix of its name. */
    @ArchTest
    static final ArchRule ARROWS_POINT_UPWARD_IN_THE_LIST_OF_PACKAGES = classes()
            .should(new PackageOrder(
                    "ingest.input",
                    "ingest.yaml",
                    "ingest.parameters",
                    "ingest.event",
                    "ingest.random",
                    "ingest.market",
                    "ingest.scenario",
                    "ingest.account",
                    "ingest.exchange.api",
                    "ingest.customer",
                    "ingest.fraud",
                    "ingest.exchange",
                    "ingest.kafka",
                    "scoring.graph",
                    "scoring.feature",
                    "scoring.rule",
                    "scoring.drift",
                    "scoring.model",
                    "scoring.policy",
                    "scoring.registry",
                    "scoring.decision",
                    "scoring.engine",
                    "scoring.evaluation",
                    "scoring.training",
                    "scoring.backtest",
                    "scoring.job",
                    "dashboard.ledger",
                    "dashboard.lab",
                    "dashboard.lab.check",
                    "dashboard.health",
                    "dashboard.monitor",
                    "dashboard.runtime",
                    "dashboard.runtime.broker",
                    "dashboard.runtime.flink",
                    "dashboard.web.view",
                    "dashboard.web",
                    "dashboard.bench",
                    "dashboard.cli.option",
                    "dashboard.cli.output",
                    "dashboard.cli"));

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("firedrill.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule SCORING_READS_ONLY_EVENTS = noClasses()
            .that()
            .resideInAPackage("firedrill.scoring..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("firedrill.ingest..")
                    .and(not(resideInAnyPackage(
                            "firedrill.ingest.event..",
                            "firedrill.ingest.input..",
                            "firedrill.ingest.parameters..",
                            "firedrill.ingest.yaml.."))));

    @ArchTest
    static final ArchRule EVENTS_NEED_ONLY_THE_JDK_AND_PROTOBUF = noClasses()
            .that()
            .resideInAPackage("firedrill.ingest.event..")
            .should()
            .dependOnClassesThat(not(resideInAnyPackage(
                    "java..", "firedrill.ingest.event..", "com.google.protobuf..", "org.jspecify..")));

    @ArchTest
    static final ArchRule FRAUD_USES_THE_EXCHANGE_ONLY_THROUGH_ITS_API = keepOut(
            new String[] {"firedrill.ingest.exchange", "firedrill.ingest.kafka..", "firedrill.scoring.."},
            "firedrill.ingest.fraud..",
            "firedrill.ingest.customer..");

    @ArchTest
    static final ArchRule THE_SIMULATION_KNOWS_NO_KAFKA = keepOut(
            KAFKA,
            "firedrill.ingest.input..",
            "firedrill.ingest.yaml..",
            "firedrill.ingest.parameters..",
            "firedrill.ingest.random..",
            "firedrill.ingest.market..",
            "firedrill.ingest.account..",
            "firedrill.ingest.customer..",
            "firedrill.ingest.fraud..",
            "firedrill.ingest.scenario..",
            "firedrill.ingest.exchange..");

    @ArchTest
    static final ArchRule FLINK_STAYS_IN_JOB_RUNTIME_BENCH_AND_CLI = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "firedrill.scoring.job..",
                    "firedrill.dashboard.runtime.flink..",
                    "firedrill.dashboard.bench..",
                    "firedrill.dashboard.cli")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FLINK);

    @ArchTest
    static final ArchRule TRIBUO_STAYS_IN_MODEL_AND_TRAINING = noClasses()
            .that()
            .resideOutsideOfPackages("firedrill.scoring.model..", "firedrill.scoring.training..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TRIBUO);

    @ArchTest
    static final ArchRule LAB_AND_LEDGER_KNOW_NO_ENGINE =
            keepOut(concat(KAFKA, FLINK, WEB), "firedrill.dashboard.lab..", "firedrill.dashboard.ledger..");

    @ArchTest
    static final ArchRule THE_MONITOR_KNOWS_KAFKA_CLIENTS_ALONE = keepOut(
            concat(WEB, FLINK, new String[] {"kafka..", "org.apache.kafka.server..", "org.apache.kafka.streams.."}),
            "firedrill.dashboard.monitor..");

    @ArchTest
    static final ArchRule THE_RUNTIME_KNOWS_NO_WEB =
            keepOut(concat(WEB, new String[] {"firedrill.dashboard.web.."}), "firedrill.dashboard.runtime..");

    @ArchTest
    static final ArchRule THE_WEB_KNOWS_NEITHER_BROKER_NOR_CLUSTER = keepOut(
            concat(KAFKA, FLINK, new String[] {
                "firedrill.dashboard.runtime.broker..", "firedrill.dashboard.runtime.flink.."
            }),
            "firedrill.dashboard.web..");

    @ArchTest
    static final ArchRule THE_LEDGER_SEES_ONLY_WHAT_IS_PUBLISHED = noClasses()
            .that()
            .resideInAPackage("firedrill.dashboard.ledger..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("firedrill..")
                    .and(not(resideInAnyPackage(PUBLISHED)))
                    .and(not(resideInAnyPackage("firedrill.dashboard.ledger.."))));

    /** A new kind of a sealed type then does not compile until every caller handles it. */
    @ArchTest
    static final ArchRule SEALED_TYPES_ARE_MATCHED = classes().should(new SealedMatching());

    @ArchTest
    static final ArchRule TIME_AND_RANDOMNESS_ARE_INJECTED = noClasses()
            .that()
            .resideOutsideOfPackages("firedrill.dashboard.runtime..", "firedrill.dashboard.bench..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callConstructor(Random.class);

    /** The settings of a job are made on the machine that runs it, so they select the clock. */
    @ArchTest
    static final ArchRule CLOCKS_ARE_SELECTED_AT_THE_EDGE = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "firedrill.dashboard.runtime..", "firedrill.dashboard.bench..", "firedrill.scoring.job..")
            .should()
            .callMethod(Clock.class, "systemUTC");

    /** Names and reasons come from strangers; the console and the top of the command line escape what they print. */
    @ArchTest
    static final ArchRule LINES_FOR_A_TERMINAL_PASS_WHERE_THEY_ARE_ESCAPED = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("firedrill.dashboard.cli.Firedrill")
            .and()
            .doNotHaveFullyQualifiedName("firedrill.dashboard.cli.output.Console")
            .and()
            .doNotHaveFullyQualifiedName("firedrill.dashboard.runtime.broker.BrokerMain")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(CommandLine.class, "getOut")
            .orShould()
            .callMethod(CommandLine.class, "getErr")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    /** Java reads 12d and 0x1p3 as numbers. */
    @ArchTest
    static final ArchRule DECIMAL_NUMBERS_ARE_READ_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackage("firedrill.ingest.input")
            .should()
            .callMethod(Double.class, "parseDouble", String.class)
            .orShould()
            .callMethod(Double.class, "valueOf", String.class);

    @ArchTest
    static final ArchRule NAMES_ARE_SPECIFIC = noClasses()
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
