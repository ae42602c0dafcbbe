package dev.cartwright.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cartwright.rules.BoxEvent.Filled;
import dev.cartwright.rules.BoxEvent.ShelfEvent.Loaded;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventCatalogTest {

    private final EventCatalog catalog = BoxEvent.CATALOG;

    @FunctionGroup("other")
    sealed interface SameKind {
        @EventType(value = "box-burnt", subject = "box/{box}")
        record Burnt(String box) implements SameKind {}
    }

    @FunctionGroup("boxes")
    sealed interface SameType {
        @EventType(value = "box-filled", subject = "box/{box}")
        record AlsoFilled(String box) implements SameType {}
    }

    @FunctionGroup("boxes")
    sealed interface NoType {
        record Nameless(String box) implements NoType {}
    }

    @FunctionGroup("boxes")
    sealed interface NoField {
        @EventType(value = "box-lost", subject = "box/{box_id}")
        record Lost(String box) implements NoField {}
    }

    @FunctionGroup("boxes")
    sealed interface NoKind {
        @EventType(value = "box-lost", subject = "{box}")
        record Lost(String box) implements NoKind {}
    }

    @FunctionGroup("lids")
    sealed interface ForSome {
        @EventType(value = "lid-lifted", subject = "lid/{lid}")
        @EmittedBy({Role.GUEST, Role.SERVICE})
        record Lifted(String lid) implements ForSome {}
    }

    sealed interface NoGroup {
        @EventType(value = "box-lost", subject = "box/{box}")
        record Lost(String box) implements NoGroup {}
    }

    @Test
    void knowsItsTypesInOrderOfDeclaration() {
        assertThat(catalog.types()).extracting(DeclaredType::name)
                .containsExactly("box-filled", "box-labelled", "box-weighed", "shelf-loaded");
        assertThat(catalog.groups()).containsExactly("boxes", "shelves");
        assertThat(catalog.receivers()).containsExactly("boxes", "shelves", "unhandled");
        assertThat(catalog.groupOf("shelf")).contains("shelves");
        assertThat(catalog.groupOf("cellar")).isEmpty();
    }

    @Test
    void findsATypeByNameAndByRecord() {
        assertThat(catalog.find("shelf-loaded")).isEqualTo(catalog.find(Loaded.class)).isPresent();
        assertThat(catalog.find("unheard-of")).isEmpty();
        assertThat(catalog.find("subject-property-changed")).isPresent();
        assertThat(catalog.find("event-dead-lettered")).isPresent();
    }

    @Test
    void theDataNamesTheSubject() throws Exception {
        var filled = catalog.find("box-filled").orElseThrow();
        assertThat(filled.kind()).isEqualTo("box");
        assertThat(filled.subjectOf(Json.MAPPER.readTree("{\"box\":\"a/b\"}"))).isEqualTo("box/a/b");
        for (var unnamed : new String[] {"{}", "{\"box\":null}", "{\"box\":\"\"}", "[]", "null", "3"}) {
            assertThat(filled.subjectOf(Json.MAPPER.readTree(unnamed))).as(unnamed).isNull();
        }
    }

    @Test
    void aTypeIsForNobodyOutsideUnlessItSaysSo() {
        assertThat(catalog.find("box-filled").orElseThrow().emitters()).isEmpty();
        assertThat(EventCatalog.of(ForSome.class).find("lid-lifted").orElseThrow().emitters())
                .containsExactlyInAnyOrder(Role.GUEST, Role.SERVICE);
        assertThat(catalog.find("event-dead-lettered").orElseThrow().emitters()).isEmpty();
    }

    @Test
    void readsDataAsItsRecord_ignoringWhatTheRecordDoesNotKnow() throws Exception {
        assertThat(catalog.read("box-filled", Json.MAPPER.readTree("{\"box\":\"1\",\"pieces\":3,\"colour\":\"red\"}")))
                .isEqualTo(new Filled("1", 3L));
    }

    @Test
    void readsDataOfAnUndeclaredTypeAsItIs() {
        var data = Json.MAPPER.valueToTree(Map.of("a", 1));
        assertThat(catalog.read("unheard-of", data)).isSameAs(data);
    }

    @Test
    void dataThatDoesNotFitIsUnreadable() throws Exception {
        assertThat(catalog.read("box-filled", Json.MAPPER.readTree("{\"pieces\":[]}")))
                .isInstanceOf(Event.Unreadable.class);
        assertThat(catalog.read("box-filled", Json.MAPPER.nullNode()))
                .isEqualTo(new Event.Unreadable("data is missing"));
        assertThat(catalog.read("box-filled", null)).isEqualTo(new Event.Unreadable("data is missing"));
    }

    @Test
    void refusesTwoGroupsOfOneKind() {
        assertThatThrownBy(() -> EventCatalog.of(BoxEvent.class, SameKind.class)).isInstanceOf(InvalidRules.class)
                .hasMessage("Subjects of kind 'box' belong to the groups 'boxes' and 'other': "
                        + "all types of one kind go to one group; move box-burnt to 'boxes'");
    }

    @Test
    void refusesTwoRecordsOfOneType() {
        assertThatThrownBy(() -> EventCatalog.of(BoxEvent.class, SameType.class)).isInstanceOf(InvalidRules.class)
                .hasMessageContaining("Two records declare the type 'box-filled'").hasMessageEndingWith("; rename one");
    }

    @Test
    void refusesARecordWithoutAType() {
        assertThatThrownBy(() -> EventCatalog.of(NoType.class)).isInstanceOf(InvalidRules.class)
                .hasMessageContaining("add @EventType(value = \"its-name\", subject = \"kind/{field}\")");
        assertThatThrownBy(() -> EventCatalog.of(NoKind.class)).isInstanceOf(InvalidRules.class)
                .hasMessageContaining("add @EventType");
    }

    @Test
    void refusesASubjectThatNoFieldNames() {
        assertThatThrownBy(() -> EventCatalog.of(NoField.class)).isInstanceOf(InvalidRules.class)
                .hasMessageContaining("has no field 'box_id' to name its subject box/{box_id}")
                .hasMessageContaining("add the field or mend the subject");
    }

    @Test
    void refusesAGroupWithoutAName() {
        assertThatThrownBy(() -> EventCatalog.of(NoGroup.class)).isInstanceOf(InvalidRules.class)
                .hasMessageContaining("must be a sealed interface with @FunctionGroup(\"its-name\")");
        assertThatThrownBy(() -> EventCatalog.of(String.class)).isInstanceOf(InvalidRules.class);
    }
}
