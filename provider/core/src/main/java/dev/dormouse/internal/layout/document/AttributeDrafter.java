package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.mapping.model.AssociationMapping;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.internal.mapping.model.BasicValue;
import dev.dormouse.internal.mapping.model.ColumnModel;
import dev.dormouse.internal.mapping.model.ElementCollectionAttribute;
import dev.dormouse.internal.mapping.model.ElementModel;
import dev.dormouse.internal.mapping.model.EmbeddedAttribute;
import dev.dormouse.internal.mapping.model.EmbeddedValue;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.JoinColumnModel;
import dev.dormouse.internal.mapping.model.MapKeyModel;
import dev.dormouse.internal.mapping.model.ToManyAttribute;
import dev.dormouse.internal.mapping.model.ToOneAttribute;
import dev.dormouse.store.record.DocumentForm;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Limit;
import java.util.List;

/** Gives every attribute that lies in the record of its entity its place there. */
final class AttributeDrafter {

    /** The field of the key, and that of the value, in an entry of a map. */
    static final String KEY = "key";

    static final String VALUE = "value";

    private final Drafts drafts;

    AttributeDrafter(Drafts drafts) {
        this.drafts = drafts;
    }

    void draft(Site site, AttributeModel attribute) {
        if (attribute instanceof BasicAttribute basic) {
            basic(site, basic);
        } else if (attribute instanceof EmbeddedAttribute embedded) {
            RecordDraft record = site.table().fields().at(site.names());
            String name = record.nested(attribute.name(), true);
            Site inner = site.within(attribute.name(), name);
            drafts.place(site.table(), attribute, inner.path(), inner.names());
            draft(inner, embedded.value());
        } else if (attribute instanceof ToOneAttribute toOne) {
            toOne(site, toOne);
        } else if (attribute instanceof ToManyAttribute toMany) {
            toMany(site, toMany);
        } else if (attribute instanceof ElementCollectionAttribute elements) {
            elements(site, elements);
        }
    }

    private void draft(Site site, EmbeddedValue value) {
        value.attributes().forEach(attribute -> draft(site, attribute));
    }

    private void basic(Site site, BasicAttribute attribute) {
        ColumnModel column = site.column(attribute);
        if (column.table() != null) {
            drafts.refuse(
                    "a secondary table", site.describe(attribute.name()), "Keep the column in the entity's table.");
            return;
        }
        boolean isNullable = site.isOptional() || (column.isNullable() && attribute.isOptional());
        drafts.column(site.table(), site.names(), column, attribute.value(), isNullable);
        site.table().comment(column.name().text(), column.comment());
    }

    private void toOne(Site site, ToOneAttribute attribute) {
        if (attribute.association().mapping() instanceof AssociationMapping.ForeignKey mapping) {
            EntityModel target = drafts.unit().entity(attribute.target());
            for (JoinColumnModel join : mapping.columns()) {
                boolean isNullable = site.isOptional() || (join.column().isNullable() && attribute.isOptional());
                drafts.column(site.table(), site.names(), join, target, isNullable);
                site.table().comment(join.name().text(), join.column().comment());
            }
        }
    }

    private void toMany(Site site, ToManyAttribute attribute) {
        if (!(attribute.association().mapping() instanceof AssociationMapping.IdArray array)) {
            return;
        }
        EntityModel target = drafts.unit().entity(attribute.target());
        if (target.id().parts().size() != 1 || !site.path().isEmpty()) {
            drafts.refuse(
                    site.path().isEmpty() ? "an array of composite ids" : "an array of ids in an embeddable",
                    site.describe(attribute.name()),
                    "Use a join table: leave @IdArray out.");
            return;
        }
        BasicValue id = target.id().parts().get(0).value();
        BasicType type = drafts.conversions().of(id).storeType();
        String name = array.column().name().text();
        drafts.form(site.table(), array(site, attribute, name, new ArrayType(type), Limit.NONE), id);
    }

    private List<String> array(Site site, AttributeModel attribute, String name, ArrayType type, Limit limit) {
        RecordDraft record = site.table().fields().at(site.names());
        Site inner = site.within(attribute.name(), record.array(name, type, limit));
        drafts.place(site.table(), attribute, inner.path(), inner.names());
        return inner.names();
    }

    private void elements(Site site, ElementCollectionAttribute attribute) {
        if (site.isElement()) {
            drafts.refuse(
                    "a collection in an element of a collection",
                    site.describe(attribute.name()),
                    "Make the element an entity.");
            return;
        }
        MapKeyModel key = attribute.collection().key();
        if (key == null && attribute.element() instanceof ElementModel.Basic basic) {
            BasicType type = drafts.conversions().of(basic.value()).storeType();
            Limit limit = drafts.limit(basic.column(), basic.value());
            List<String> array = array(site, attribute, attribute.name(), new ArrayType(type), limit);
            drafts.form(site.table(), array, basic.value());
            site.table().comment(attribute.name(), basic.column().comment());
        } else {
            AttributePath path = site.path().child(attribute.name());
            TableDraft element = new TableDraft(site.describe(attribute.name()), drafts::failures);
            Site inner = new Site(site.entity(), element, List.of(), AttributePath.EMPTY, false, true);
            if (key == null) {
                draft(inner, ((ElementModel.Embeddable) attribute.element()).value());
            } else {
                key(inner, key, attribute.name());
                value(inner, attribute.element());
            }
            drafts.elements(site.table(), attribute, path, element);
            List<String> array = array(
                    site,
                    attribute,
                    attribute.name(),
                    new ArrayType(element.fields().type()),
                    Limit.NONE);
            site.table().optionsOf(array, element);
            if (attribute.isSubDocument()) {
                site.table().form(array, DocumentForm.SUB_DOCUMENT);
            }
        }
        new CollectionTableConstraints(drafts).check(site, attribute);
    }

    private void key(Site element, MapKeyModel key, String attribute) {
        if (key instanceof MapKeyModel.Basic basic) {
            BasicType type = drafts.conversions().of(basic.value()).storeType();
            element.table().fields().basic(KEY, type, false, drafts.limit(basic.column(), basic.value()));
            drafts.form(element.table(), List.of(KEY), basic.value());
        } else if (key instanceof MapKeyModel.Embeddable embeddable) {
            element.table().fields().nested(KEY, false);
            draft(element.within(KEY, KEY), embeddable.value());
        } else if (key instanceof MapKeyModel.Entity entity) {
            element.table().fields().nested(KEY, false);
            EntityModel target = drafts.unit().entity(entity.target());
            for (JoinColumnModel join : entity.joinColumns()) {
                drafts.column(element.table(), List.of(KEY), join, target, false);
            }
        } else {
            drafts.refuse(
                    "@MapKey for elements that are no entities",
                    element.entity().name() + "." + attribute,
                    "Use @MapKeyColumn.");
        }
    }

    private void value(Site element, ElementModel value) {
        if (value instanceof ElementModel.Basic basic) {
            BasicType type = drafts.conversions().of(basic.value()).storeType();
            element.table().fields().basic(VALUE, type, false, drafts.limit(basic.column(), basic.value()));
            drafts.form(element.table(), List.of(VALUE), basic.value());
            element.table().comment(VALUE, basic.column().comment());
        } else if (value instanceof ElementModel.Embeddable embeddable) {
            element.table().fields().nested(VALUE, false);
            draft(element.within(VALUE, VALUE), embeddable.value());
        }
    }
}
