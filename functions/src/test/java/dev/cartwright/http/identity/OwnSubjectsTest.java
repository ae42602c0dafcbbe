package dev.cartwright.http.identity;

import static dev.cartwright.http.Call.added;
import static dev.cartwright.http.identity.Identified.shopper;
import static dev.cartwright.http.identity.Identified.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.http.Call.Answer;
import dev.cartwright.testing.SecurityCases;
import dev.cartwright.testing.TokenIssuer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reads what. */
@QuarkusTest
@TestProfile(Identified.class)
@SecurityCases("Reading")
class OwnSubjectsTest {

    private static final String ALICE = "alice/her cart";

    @BeforeEach
    void alice_and_bob_shop() {
        deliver("alice%2Fher%20cart", ALICE);
        deliver("bob", "bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?at=2023-04-19T09:00:00Z", "/events", "/explain?event=bought"})
    void shopper_reads_all_of_the_own_subject(String query) {
        assertThat(get("/subjects/user/bob" + query, shopper("bob").signed()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?at=2023-04-19T09:00:00Z", "/events", "/events?limit=1", "/explain?event=bought"})
    void shopper_reads_nothing_of_another_shopper(String query) {
        assertForbidden(get("/subjects/user/bob" + query, shopper(ALICE).signed()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?at=2023-04-19T09:00:00Z", "/events", "/explain?event=bought", "/explain"})
    void unknown_subject_looks_as_a_forbidden_one(String query) {
        var token = shopper(ALICE).signed();
        assertThat(get("/subjects/user/who" + query, token).text())
                .isEqualTo(get("/subjects/user/bob" + query, token).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/subjects/user/bob%2Fevents", "/subjects/user/bo%62x", "/subjects/user/./bobby",
            "/subjects/user/Bob", "/subjects/users/bob", "/subjects/order/bob", "/subjects/user/alice/../bobb",
            "/subjects/user/bob%20", "/subjects/user/bob;a=b/x"})
    void spelling_gets_no_shopper_to_another_subject(String path) {
        assertForbidden(get(path, shopper("bob").signed()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/subjects/user/%62ob", "/subjects/user/alice/../bob", "/subjects/./user/bob",
            "/subjects/user/bob/"})
    void own_subject_is_read_in_any_spelling(String path) {
        assertThat(get(path, shopper("bob").signed()).json().path("subject").asText()).isEqualTo("user/bob");
    }

    @ParameterizedTest
    @CsvSource({"top-products,200", "products,200", "top-products?by=revenue,403", "sales,403", "sales?window=day,403",
            "conversion,403", "open-carts,403"})
    void shopper_and_guest_see_what_is_wanted_but_not_what_is_earned(String view, int status) {
        assertThat(get("/views/" + view, shopper("bob").signed()).status()).isEqualTo(status);
        assertThat(get("/views/" + view, with("guest").signed()).status()).isEqualTo(status);
        assertThat(get("/views/" + view, with("service").signed()).status()).isEqualTo(200);
        assertThat(get("/views/" + view, with("sre").signed()).status()).isEqualTo(200);
        assertThat(Call.get("/views/" + view).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/views/services", "/views/incidents", "/views/alerts", "/views/activity",
            "/views/performance", "/views/latest-events", "/probe"})
    void how_the_shop_is_run_is_shown_to_operators_only(String path) {
        for (var other : List.of(shopper("bob"), with("guest"), with("service"))) {
            assertForbidden(get(path, other.signed()));
        }
        assertThat(get(path, with("sre").signed()).status()).isEqualTo(200);
        assertThat(get(path, with("admin").signed()).status()).isEqualTo(200);
        assertThat(Call.get(path).status()).isEqualTo(401);
    }

    @Test
    void name_with_a_slash_owns_that_subject_only() {
        var token = shopper(ALICE).signed();
        assertThat(get("/subjects/user/alice%2Fher%20cart", token).status()).isEqualTo(200);
        assertThat(get("/subjects/user/alice/her%20cart", token).status()).isEqualTo(200);
        assertForbidden(get("/subjects/user/alice", token));
    }

    @Test
    void shopper_whose_name_is_a_path_owns_no_other_path() {
        assertForbidden(get("/subjects/order/789", shopper("../order/789").signed()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"preferred_username", "upn", "email", "name"})
    void other_names_in_a_token_own_nothing(String claim) {
        assertForbidden(get("/subjects/user/bob", shopper(ALICE).with(claim, "bob").signed()));
    }

    @Test
    void public_kinds_are_read_by_everyone_with_an_identity() {
        assertThat(get("/subjects/product/none", shopper("bob").signed()).status()).isEqualTo(404);
        assertThat(get("/subjects/catalog/none", shopper("bob").signed()).status()).isEqualTo(404);
        assertThat(Call.get("/subjects/product/none").status()).isEqualTo(401);
    }

    @Test
    void orders_below_the_own_name_are_read_by_their_owner() {
        assertThat(get("/subjects/order/bob/1", shopper("bob").signed()).status()).isEqualTo(404);
        assertForbidden(get("/subjects/order/bob/1", shopper(ALICE).signed()));
        assertForbidden(get("/subjects/order/bob/1", shopper("bo").signed()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/subjects/order/bob", "/subjects/order/bobby/1", "/subjects/order/bob/x/1",
            "/subjects/payment/bob/1", "/subjects/order/bob/../alice/1", "/subjects/order/bob/x%2F1"})
    void owner_of_orders_reads_nothing_else_by_that(String path) {
        assertForbidden(get(path, shopper("bob").signed()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"service", "sre", "admin"})
    void role_reads_all(String role) {
        for (var query : new String[] {"", "?at=2023-04-19T09:00:00Z", "/events", "/explain?event=bought"}) {
            assertThat(get("/subjects/user/bob" + query, with(role).signed()).status()).isEqualTo(200);
        }
    }

    @Test
    void role_is_read_from_groups_too() {
        var token = TokenIssuer.shared().token(Identified.ISSUER).of("eve").with("groups", "sre");
        assertThat(get("/subjects/user/bob", token.signed()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sre", "SRE", "root", "shopper", "guest", "sre,admin", "sre admin"})
    void other_words_are_no_roles_that_read_all(String word) {
        assertForbidden(get("/subjects/user/bob", with(word).signed()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scope", "role", "realm_access", "resource_access", "permissions"})
    void other_claims_hold_no_roles(String claim) {
        assertForbidden(get("/subjects/user/bob", shopper("eve").with(claim, "sre").signed()));
    }

    private static Answer get(String path, String token) {
        return Call.of("GET", path).as(token).send();
    }

    private static void assertForbidden(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    }

    private static void deliver(String encoded, String user) {
        var answer = added("/", encoded, "bought").body("{\"product_id\":\"1\",\"user_id\":\"" + user + "\"}")
                .as(DeliveriesTest.delivery().signed()).send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }
}
