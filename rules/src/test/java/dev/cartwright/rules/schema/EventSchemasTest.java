package dev.cartwright.rules.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.cartwright.rules.EventCatalog;
import dev.cartwright.rules.DeclaredType;
import dev.cartwright.rules.EventType;
import dev.cartwright.rules.FunctionGroup;
import dev.cartwright.rules.InvalidRules;
import dev.cartwright.rules.Json;
import dev.cartwright.shop.Shop;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventSchemasTest {

    private static final EventSchemas SCHEMAS = EventSchemas.of(Shop.events());

    private static JsonNode json(String text) throws Exception {
        return Json.MAPPER.readTree(text.replace('\'', '"'));
    }

    private static List<Violation> added(String data) throws Exception {
        return SCHEMAS.violations("product-added-to-cart", json(data));
    }

    @Test
    void everyDeclaredTypeHasASchema_theSystemsOwnTypesToo() {
        var declared = Shop.events().types().stream().map(DeclaredType::name);
        assertThat(SCHEMAS.types()).containsExactlyInAnyOrderElementsOf(
                Stream.concat(declared, Stream.of("subject-property-changed", "event-dead-lettered")).toList());
        assertThat(SCHEMAS.types()).allMatch(type -> SCHEMAS.schema(type).isPresent());
        assertThat(SCHEMAS.schema("unheard-of")).isEmpty();
    }

    @FunctionGroup("broken")
    private sealed interface Broken {

        @EventType(value = "code-broken", subject = "code/{code}")
        record Code(@Pattern(regexp = "[") String code) implements Broken {}
    }

    @Test
    void recordWithoutASchemaIsNamed() {
        var schemas = EventSchemas.of(EventCatalog.of(Broken.class));
        assertThatThrownBy(schemas::deriveAll).isInstanceOf(InvalidRules.class)
                .hasMessageContaining("No schema can be derived for code-broken from " + Broken.Code.class.getName());
    }

    @Test
    void aSchemaIsWhatTheRecordAndItsConstraintsSay() throws Exception {
        var schema = Json.text(SCHEMAS.schema("product-added-to-cart").orElseThrow());
        assertThat(json(schema)).isEqualTo(json("""
                {"$schema": "https://json-schema.org/draft/2020-12/schema",
                 "$id": "/schemas/product-added-to-cart",
                 "title": "product-added-to-cart",
                 "description": "Data of product-added-to-cart; its subject is user/{user_id}; \
                sent by guest, shopper, service",
                 "type": "object",
                 "properties": {
                   "price": {"type": ["number", "null"], "minimum": 0, "format": "decimal128"},
                   "product_id": {"type": "string", "minLength": 1, "pattern": "\\\\S"},
                   "quantity": {"type": ["integer", "null"], "exclusiveMinimum": 0, "maximum": 9223372036854775807},
                   "user_id": {"type": "string", "minLength": 1, "pattern": "\\\\S"}},
                 "required": ["product_id", "user_id"]}"""));
    }

    @Test
    void everySchemaIsAValidOneOfDraft2020() {
        var meta = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(SCHEMAS.types()).allSatisfy(type ->
                assertThat(meta.validate(SCHEMAS.schema(type).orElseThrow())).as(type).isEmpty());
    }

    @Test
    void theIdsBeginWhereverTheyAreServed() {
        var schemas = EventSchemas.of(Shop.events(), "https://shop.example/schemas/");
        assertThat(schemas.schema("order-placed").orElseThrow().get("$id").asText())
                .isEqualTo("https://shop.example/schemas/order-placed");
        assertThat(schemas.violations("order-placed", Json.MAPPER.valueToTree(Map.of()))).hasSize(2);
    }

    @Test
    void aSchemaThatIsGivenAwayIsACopy() {
        SCHEMAS.schema("order-placed").map(schema -> (ObjectNode) schema)
                .orElseThrow().removeAll();
        assertThat(SCHEMAS.schema("order-placed").orElseThrow().size()).isPositive();
    }

    @Test
    void whatTheArticleSendsIsValid() throws Exception {
        assertThat(added("""
                {'type':'product-added-to-cart','timestamp':'2023-04-19T09:00:00Z',
                 'product_id':'123','user_id':'456'}"""))
                .isEmpty();
        assertThat(SCHEMAS.violations("order-placed", json("{'order_id':'789','user_id':'456'}"))).isEmpty();
    }

    @Test
    void otherFieldsAreWelcome() throws Exception {
        assertThat(added("{'product_id':'1','user_id':'2','campaign':{'x':[1]}}")).isEmpty();
    }

    @Test
    void anOptionalFieldThatIsNullCountsAsAbsent() throws Exception {
        assertThat(added("{'product_id':'1','user_id':'2','quantity':null,'price':null}")).isEmpty();
        assertThat(SCHEMAS.violations("order-placed", json("{'order_id':'1','user_id':'2','lines':null}"))).isEmpty();
        assertThat(SCHEMAS.violations("order-placed",
                json("{'order_id':'1','user_id':'2','lines':[{'product_id':'3','price':null}]}"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'user_id':'2'}                                  | data.product_id | is required
            {'product_id':null,'user_id':'2'}                | data.product_id | is required
            {'product_id':'','user_id':'2'}                  | data.product_id | must not be blank
            {'product_id':' ','user_id':'2'}                 | data.product_id | must not be blank
            {'product_id':1,'user_id':'2'}                   | data.product_id | must be text
            {'product_id':'1','user_id':{}}                  | data.user_id    | must be text
            {'product_id':'1','user_id':'2','quantity':0}    | data.quantity   | must be greater than 0
            {'product_id':'1','user_id':'2','quantity':-1}   | data.quantity   | must be greater than 0
            {'product_id':'1','user_id':'2','quantity':1.5}  | data.quantity   | must be a whole number
            {'product_id':'1','user_id':'2','quantity':'3'}  | data.quantity   | must be a whole number
            {'product_id':'1','user_id':'2','quantity':true} | data.quantity   | must be a whole number
            {'product_id':'1','user_id':'2','price':-0.01}   | data.price      | must be at least 0
            {'product_id':'1','user_id':'2','price':'2.5'}   | data.price      | must be a number
            []                                               | data            | must be an object
            null                                             | data            | must be an object
            'text'                                           | data            | must be an object
            """, quoteCharacter = '`')
    void aViolationNamesItsFieldAndWhatMustHold(String data, String field, String message) throws Exception {
        assertThat(added(data)).containsExactly(new Violation(field, message));
    }

    @Test
    void violationsWithinAListNameTheEntry() throws Exception {
        var data = json("{'order_id':'1','user_id':'2','lines':[{'product_id':'3'},{'quantity':0},null,4]}");
        assertThat(SCHEMAS.violations("order-placed", data)).containsExactlyInAnyOrder(
                new Violation("data.lines[1].product_id", "is required"),
                new Violation("data.lines[1].quantity", "must be greater than 0"),
                new Violation("data.lines[2]", "must be an object"),
                new Violation("data.lines[3]", "must be an object"));
        assertThat(SCHEMAS.violations("order-placed", json("{'order_id':'1','user_id':'2','lines':{}}")))
                .containsExactly(new Violation("data.lines", "must be a list"));
    }

    @Test
    void allFieldsThatAreWrongAreTold_eachOnce() throws Exception {
        assertThat(added("{'product_id':'','quantity':0}")).extracting(Violation::field)
                .containsExactlyInAnyOrder("data.product_id", "data.quantity", "data.user_id");
    }

    @Test
    void aRequiredNumberIsBoundedAsAnOptionalOneIs() throws Exception {
        assertThat(SCHEMAS.violations("product-demanded", json("{'product_id':'1','quantity':1e19}")))
                .containsExactly(new Violation("data.quantity", "must be at most 9223372036854775807"));
        assertThat(SCHEMAS.violations("product-demanded", json("{'product_id':'1','quantity':-1e19}")))
                .containsExactly(new Violation("data.quantity", "must be greater than 0"));
    }

    @Test
    void noDataIsAViolation() {
        assertThat(SCHEMAS.violations("product-added-to-cart", null))
                .containsExactly(new Violation("data", "must be an object"));
    }

    @Test
    void dataOfAnUndeclaredTypeMayBeAnything() throws Exception {
        assertThat(SCHEMAS.violations("unheard-of", json("[]"))).isEmpty();
        assertThat(SCHEMAS.violations("unheard-of", null)).isEmpty();
    }

    @Test
    void theSubjectMustBeTheOneThatTheDataNames() throws Exception {
        var data = json("{'product_id':'1','user_id':'456'}");
        assertThat(SCHEMAS.subjectMismatch("product-added-to-cart", "user/456", data)).isEmpty();
        assertThat(SCHEMAS.subjectMismatch("product-added-to-cart", "user/457", data))
                .contains(new Violation("data.user_id",
                "must agree with the subject: it names user/456, the event's subject is user/457"));
        assertThat(SCHEMAS.subjectMismatch("product-added-to-cart", "order/456", data)).isPresent();
    }

    @Test
    void whereNoSubjectIsNamed_thereIsNoMismatch() throws Exception {
        assertThat(SCHEMAS.subjectMismatch("product-added-to-cart", "user/457", json("{}"))).isEmpty();
        assertThat(SCHEMAS.subjectMismatch("product-added-to-cart", "user/457", null)).isEmpty();
        assertThat(SCHEMAS.subjectMismatch("unheard-of", "user/457", json("{'user_id':'456'}"))).isEmpty();
        assertThat(SCHEMAS.subjectMismatch("subject-property-changed", "user/457", json("{'property':'p'}"))).isEmpty();
    }
}
