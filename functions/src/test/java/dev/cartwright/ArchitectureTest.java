package dev.cartwright;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies point inward: adapters and doors know the runtime, the runtime knows the rules, the rules nothing. */
@AnalyzeClasses(packages = "dev.cartwright", importOptions = {ImportOption.DoNotIncludeTests.class,
        ArchitectureTest.WithoutTestJars.class})
class ArchitectureTest {

    /** Leaves out the fixture that rule authors use, which comes as a jar. */
    static final class WithoutTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final String RULES = "dev.cartwright.rules..";
    private static final String SHOP = "dev.cartwright.shop..";
    private static final String OPERATIONS = "dev.cartwright.operations..";
    private static final String RUNTIME = "dev.cartwright.runtime..";
    private static final String BIGTABLE = "dev.cartwright.bigtable..";
    private static final String TRACES = "dev.cartwright.traces..";
    private static final String REDIS = "dev.cartwright.redis..";
    private static final String PUBSUB = "dev.cartwright.pubsub..";
    private static final String KNATIVE = "dev.cartwright.knative..";

    @ArchTest
    static final ArchRule RULES_ARE_PURE = noClasses().that().resideInAnyPackage(RULES, SHOP, OPERATIONS)
            .should().dependOnClassesThat().resideInAnyPackage("io.quarkus..", "jakarta.enterprise..", "jakarta.inject..",
                    "io.vertx..", "com.google.cloud..", "redis..", "java.net.http..", "java.nio.file..", "java.sql..",
                    "java.util.concurrent.locks..")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.net.Socket")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.io.File")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.Random")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.time.Clock")
            .orShould().callMethod(java.time.Instant.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule RULES_KNOW_NOTHING_AROUND_THEM = classes().that().resideInAnyPackage(RULES)
            .should().onlyDependOnClassesThat().resideInAnyPackage(RULES, "java..", "io.cloudevents..",
                    "com.fasterxml..", "jakarta.validation..", "com.github.victools..", "com.networknt..");

    @ArchTest
    static final ArchRule RUNTIME_KNOWS_THE_RULES_ALONE = noClasses().that().resideInAPackage(RUNTIME)
            .should().dependOnClassesThat().resideInAnyPackage(TRACES, BIGTABLE, REDIS, PUBSUB, KNATIVE,
                    "dev.cartwright.http..",
                    "dev.cartwright.config..", "dev.cartwright.health..", SHOP, OPERATIONS, "io.quarkus..", "jakarta.enterprise..",
                    "jakarta.inject..", "com.google.cloud..", "redis..");

    @ArchTest
    static final ArchRule ADAPTERS_KNOW_THE_RUNTIME_ALONE = noClasses()
            .that().resideInAnyPackage(TRACES, BIGTABLE, REDIS, PUBSUB, KNATIVE)
            .should().dependOnClassesThat().resideInAnyPackage("dev.cartwright.http..", "dev.cartwright.config..",
                    "dev.cartwright.health..", SHOP, OPERATIONS, "io.quarkus..", "jakarta.enterprise..", "jakarta.inject..");

    @ArchTest
    static final ArchRule BIGTABLE_STAYS_IN_ITS_ADAPTER = noClasses()
            .that().resideOutsideOfPackages(BIGTABLE, "dev.cartwright.config..", "dev.cartwright.health..")
            .should().dependOnClassesThat().resideInAnyPackage("com.google.cloud.bigtable..", BIGTABLE);

    @ArchTest
    static final ArchRule REDIS_STAYS_IN_ITS_ADAPTER = noClasses()
            .that().resideOutsideOfPackages(REDIS, "dev.cartwright.config..", "dev.cartwright.health..",
                    "dev.cartwright.local..")
            .should().dependOnClassesThat().resideInAnyPackage("redis.clients..", REDIS);

    @ArchTest
    static final ArchRule PUBSUB_STAYS_IN_ITS_ADAPTER = noClasses()
            .that().resideOutsideOfPackages(PUBSUB, "dev.cartwright.config..", "dev.cartwright.local..")
            .should().dependOnClassesThat().resideInAnyPackage("com.google.cloud.pubsub..", "com.google.pubsub..", PUBSUB);

    @ArchTest
    static final ArchRule KNATIVE_STAYS_IN_ITS_ADAPTER = noClasses()
            .that().resideOutsideOfPackages(KNATIVE, "dev.cartwright.config..")
            .should().dependOnClassesThat().resideInAPackage(KNATIVE);
}
