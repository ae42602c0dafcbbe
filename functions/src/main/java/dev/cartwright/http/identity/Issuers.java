package dev.cartwright.http.identity;

import dev.cartwright.http.DeliveryConfig;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.OidcTenantConfigBuilder;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.Roles.Source;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Whose tokens are trusted where: those of the shop's issuer, and for deliveries those of another one. */
@Singleton
final class Issuers implements TenantConfigResolver {

    private static final String DELIVERY = Issuers.class.getName() + ".delivery";
    private static final String ASKS = Issuers.class.getName() + ".asks";

    private final Issuer nobody = new Issuer(OidcTenantConfig.builder().tenantId("nobody").disableTenant().build());
    private final Issuer shop;
    private final Issuer delivery;

    Issuers(IdentityConfig identity, DeliveryConfig deliveries) {
        this.shop = identity.issuer().map(issuer -> new Issuer(
                trusting("shop", issuer, identity.audience(), identity)
                        .roles(Source.accesstoken, identity.roleClaims().toArray(String[]::new)).build()))
                .orElse(nobody);
        this.delivery = new Issuer(
                trusting("delivery", deliveries.issuer(), deliveries.audience(), identity).build());
    }

    /** The token of this request must come from the issuer of deliveries. */
    static void expectDelivery(RoutingContext request) {
        request.put(DELIVERY, true);
    }

    Issuer of(RoutingContext request) {
        return request.get(DELIVERY) == null ? shop : delivery;
    }

    /** True once, for the request that had to ask the issuer. */
    static boolean asked(RoutingContext request) {
        return request.remove(ASKS) != null;
    }

    // why here and not at start: an issuer that is away must keep no instance from starting, nor make it start late.
    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        return of(request).config(() -> request.put(ASKS, true));
    }

    private static OidcTenantConfigBuilder trusting(String id, String issuer, Optional<String> audience,
            IdentityConfig config) {
        return OidcTenantConfig.builder().tenantId(id).applicationType(ApplicationType.SERVICE).authServerUrl(issuer)
                .connectionTimeout(config.deadline())
                .token().issuer(issuer).audience(audience.map(List::of).orElse(List.of())).subjectRequired()
                .principalClaim("sub").forcedJwkRefreshInterval(config.keyInterval())
                .allowJwtIntrospection(false).allowOpaqueTokenIntrospection(false).end();
    }
}
