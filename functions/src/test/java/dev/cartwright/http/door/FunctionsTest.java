package dev.cartwright.http.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cartwright.rules.InvalidRules;
import dev.cartwright.rules.Rule;
import dev.cartwright.rules.RuleSet;
import dev.cartwright.shop.Shop;
import dev.cartwright.testing.ShopServers;
import io.quarkus.funqy.runtime.FunctionInvoker;
import io.quarkus.funqy.runtime.FunctionRecorder;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every function with its trigger and its rules. */
@QuarkusTest
@WithTestResource(ShopServers.class)
class FunctionsTest {

    @Inject
    RuleSet rules;

    @Test
    void functions_are_their_triggers_and_their_rules() {
        assertThat(FunctionRecorder.registry.invokers()).extracting(this::line).containsExactlyInAnyOrder(
                "CartFunctions.productAddedToCart: product-added-to-cart -> on-product-added-store-event-sourcing, "
                        + "on-cart-of-signed-in-guest",
                "CartFunctions.productRemovedFromCart: product-removed-from-cart"
                        + " -> on-product-removed-store-event-sourcing, on-cart-of-signed-in-guest",
                "CartFunctions.orderPlaced: order-placed -> on-order-placed-store-event-sourcing",
                "CartFunctions.guestSignedIn: guest-signed-in -> on-guest-signed-in, on-cart-of-signed-in-guest",
                "CartFunctions.guestCartMerged: guest-cart-merged -> on-guest-cart-merged",
                "CartFunctions.userProfileUpdated: user-profile-updated -> on-user-profile-updated",
                "OrderFunctions.orderReceived: order-received -> on-order-received-count-sale, on-order-received",
                "ProductFunctions.productDemanded: product-demanded -> on-product-demanded",
                "ProductFunctions.productListed: product-listed -> on-product-listed",
                "ProductFunctions.productCatalogued: product-catalogued -> on-product-catalogued",
                "ShopFunctions.demandCounted: demand-counted -> on-demand-counted",
                "ShopFunctions.saleCounted: sale-counted -> on-sale-counted",
                "InstanceFunctions.functionStarted: function-started -> on-function-started",
                "InstanceFunctions.functionStopped: function-stopped -> on-function-stopped",
                "InstanceFunctions.instanceLost: instance-lost -> on-instance-lost",
                "InstanceFunctions.healthSampled: health-sampled -> on-health-sampled-remind,"
                        + " on-health-sampled-hear, on-health-sampled-count, on-health-sampled-replay,"
                        + " on-health-sampled-watch",
                "ServiceFunctions.instanceJoined: instance-joined -> on-service-instances,"
                        + " on-instance-joined-notice-revision, on-symptom",
                "ServiceFunctions.instanceLeft: instance-left -> on-service-instances, on-symptom",
                "ServiceFunctions.serviceSilent: service-silent -> on-service-instances, on-service-silent, on-symptom",
                "ServiceFunctions.subjectsReplayed: subjects-replayed -> on-subjects-replayed",
                "ServiceFunctions.serviceUpdated: service-updated -> on-service-updated",
                "ServiceFunctions.serviceRegistered: service-registered -> on-service-registered",
                "ServiceFunctions.requestsCounted: requests-counted -> on-requests-counted",
                "ServiceFunctions.symptomNoticed: symptom-noticed -> on-symptom",
                "ServiceFunctions.symptomStands: symptom-stands -> on-symptom-stands",
                "ServiceFunctions.symptomCeased: symptom-ceased -> on-symptom",
                "ServiceFunctions.symptomOver: symptom-over -> on-symptom",
                "ServiceFunctions.symptomDismissed: symptom-dismissed -> on-symptom",
                "IncidentFunctions.incidentOpened: incident-opened -> on-incident-opened",
                "IncidentFunctions.incidentUpdated: incident-updated -> on-incident-updated-unknown,"
                        + " on-incident-updated",
                "IncidentFunctions.incidentResolved: incident-resolved -> on-incident-resolved",
                "IncidentFunctions.incidentClosed: incident-closed -> on-incident-closed-unknown, on-incident-closed",
                "AlertFunctions.alertRaised: alert-raised -> on-alert-raised-notify, on-alert-raised",
                "AlertFunctions.alertStands: alert-stands -> on-alert-stands",
                "AlertFunctions.alertCleared: alert-cleared -> on-alert-cleared-notify, on-alert-cleared",
                "AlertFunctions.alertNotice: alert-notice -> on-alert-notice",
                "SubjectFunctions.subjectPropertyChanged: subject-property-changed -> ",
                "UnhandledFunctions.unhandled: * -> ");
    }

    @Test
    void rule_without_a_function_is_refused_with_the_line_to_add() {
        assertThatThrownBy(() -> Triggers.check(Shop.rules(), Set.of("order-placed", "*")))
                .isInstanceOf(InvalidRules.class)
                .hasMessageContaining("on-product-demanded")
                .hasMessageContaining("@Funq(\"product-demanded\") @CloudEventMapping(trigger = \"product-demanded\") "
                        + "public Uni<Void> productDemanded(CloudEvent<ProductDemanded> event) "
                        + "{ return rules.on(event); }");
    }

    private String line(FunctionInvoker function) {
        var trigger = Triggers.trigger(function);
        var names = rules.on(trigger).stream().map(Rule::name).toList();
        return function.getMethod().getDeclaringClass().getSimpleName() + '.' + function.getMethod().getName() + ": "
                + trigger + " -> " + String.join(", ", names);
    }
}
