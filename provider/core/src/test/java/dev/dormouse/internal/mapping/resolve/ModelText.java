package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.internal.mapping.model.Association;
import dev.dormouse.internal.mapping.model.AssociationMapping;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.Attributes;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.internal.mapping.model.BasicValue;
import dev.dormouse.internal.mapping.model.CollectionModel;
import dev.dormouse.internal.mapping.model.ColumnModel;
import dev.dormouse.internal.mapping.model.ConverterModel;
import dev.dormouse.internal.mapping.model.DiscriminatorModel;
import dev.dormouse.internal.mapping.model.ElementCollectionAttribute;
import dev.dormouse.internal.mapping.model.ElementModel;
import dev.dormouse.internal.mapping.model.EmbeddedAttribute;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.EnumMapping;
import dev.dormouse.internal.mapping.model.GenerationModel;
import dev.dormouse.internal.mapping.model.IdModel;
import dev.dormouse.internal.mapping.model.InheritanceModel;
import dev.dormouse.internal.mapping.model.JoinColumnModel;
import dev.dormouse.internal.mapping.model.MapKeyModel;
import dev.dormouse.internal.mapping.model.TableModel;
import dev.dormouse.internal.mapping.model.ToManyAttribute;
import dev.dormouse.internal.mapping.model.ToOneAttribute;
import dev.dormouse.internal.mapping.model.TypeName;
import java.util.List;
import java.util.stream.Collectors;

/** Prints a resolved entity, one line for each thing, so that tests compare texts. */
final class ModelText {

    private final StringBuilder text = new StringBuilder();

    private ModelText() {}

    static String of(EntityModel entity) {
        ModelText printed = new ModelText();
        printed.line(0, "entity " + entity.name() + " " + entity.javaClass().access() + " in " + table(entity.table()));
        printed.line(1, id(entity.id()));
        if (entity.version() != null) {
            printed.line(1, "version " + entity.version());
        }
        InheritanceModel place = entity.inheritance();
        DiscriminatorModel discriminator = place.discriminator();
        if (discriminator != null) {
            printed.line(
                    1,
                    "inheritance root " + place.root() + " above " + place.superEntity() + " below "
                            + place.subEntities()
                            + " discriminator " + column(discriminator.column()) + " " + discriminator.type() + " "
                            + discriminator.value());
        }
        printed.attributes(1, entity.attributes());
        return printed.text.toString();
    }

    private void attributes(int depth, Attributes attributes) {
        attributes.forEach(attribute -> attribute(depth, attribute));
    }

    private void attribute(int depth, AttributeModel attribute) {
        if (attribute instanceof BasicAttribute basic) {
            GenerationModel generation = basic.generation();
            line(
                    depth,
                    "basic " + basic.name() + " " + value(basic.value()) + " " + column(basic.column())
                            + (basic.isLazy() ? " lazy" : "")
                            + (basic.isOptional() ? "" : " required")
                            + (generation == null
                                    ? ""
                                    : " by " + generation.strategy() + " " + generation.generator()));
        } else if (attribute instanceof EmbeddedAttribute embedded) {
            line(
                    depth,
                    "embedded " + embedded.name() + " "
                            + simple(embedded.value().className()));
            attributes(depth + 1, embedded.value().attributes());
        } else if (attribute instanceof ToOneAttribute toOne) {
            line(
                    depth,
                    association(toOne.name(), toOne.association())
                            + (toOne.isOptional() ? "" : " required")
                            + (toOne.mapsId() == null ? "" : " maps " + toOne.mapsId()));
        } else if (attribute instanceof ToManyAttribute toMany) {
            line(depth, association(toMany.name(), toMany.association()));
            collection(depth + 1, toMany.collection());
        } else if (attribute instanceof ElementCollectionAttribute elements) {
            line(
                    depth,
                    "elements " + elements.name() + " " + elements.fetch() + " in "
                            + table(elements.table().table()) + " "
                            + joins(elements.table().joinColumns()));
            element(depth + 1, elements.element());
            collection(depth + 1, elements.collection());
        }
    }

    private void element(int depth, ElementModel element) {
        if (element instanceof ElementModel.Basic basic) {
            line(depth, "element " + value(basic.value()) + " " + column(basic.column()));
        } else if (element instanceof ElementModel.Embeddable embeddable) {
            line(depth, "element " + simple(embeddable.value().className()));
            attributes(depth + 1, embeddable.value().attributes());
        }
    }

    private void collection(int depth, CollectionModel collection) {
        String order = collection.orderBy().stream()
                .map(item -> "'" + item.path() + "'" + (item.isDescending() ? " desc" : ""))
                .collect(Collectors.joining(", "));
        ColumnModel orderColumn = collection.orderColumn();
        line(
                depth,
                collection.kind()
                        + (order.isEmpty() ? "" : " by " + order)
                        + (orderColumn == null ? "" : " at " + column(orderColumn)));
        if (collection.key() instanceof MapKeyModel.OfAttribute key) {
            line(depth, "key attribute '" + key.path() + "' " + key.type());
        } else if (collection.key() instanceof MapKeyModel.Basic key) {
            line(depth, "key " + value(key.value()) + " " + column(key.column()));
        } else if (collection.key() instanceof MapKeyModel.Embeddable key) {
            line(depth, "key " + simple(key.value().className()));
            attributes(depth + 1, key.value().attributes());
        } else if (collection.key() instanceof MapKeyModel.Entity key) {
            line(depth, "key " + key.target() + " " + joins(key.joinColumns()));
        }
    }

    private static String association(String name, Association association) {
        return association.kind() + " " + name + " " + association.target() + " " + association.fetch()
                + (association.cascade().isEmpty() ? "" : " cascade " + association.cascade())
                + (association.isOrphanRemoval() ? " orphans" : "")
                + " " + mapping(association.mapping());
    }

    private static String mapping(AssociationMapping mapping) {
        if (mapping instanceof AssociationMapping.ForeignKey key) {
            return joins(key.columns());
        }
        if (mapping instanceof AssociationMapping.JoinTable join) {
            return "in " + table(join.table()) + " " + joins(join.joinColumns()) + " "
                    + joins(join.inverseJoinColumns());
        }
        if (mapping instanceof AssociationMapping.IdArray array) {
            return "ids in " + column(array.column());
        }
        return "mapped by " + ((AssociationMapping.Inverse) mapping).mappedBy();
    }

    private static String id(IdModel id) {
        String parts = id.parts().stream()
                .map(part ->
                        part.path() + " as '" + part.inId() + "' " + value(part.value()) + " " + column(part.column()))
                .collect(Collectors.joining("; "));
        return "id " + id.getClass().getSimpleName() + " " + id.attributes() + " "
                + simple(id.type().name()) + ": " + parts;
    }

    private static String joins(List<JoinColumnModel> columns) {
        return columns.stream()
                .map(join -> column(join.column()) + "->" + join.referencedColumn() + " (" + join.referencedAttribute()
                        + ")")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String table(TableModel table) {
        return (table.schema() == null ? "" : table.schema() + ".") + table.name();
    }

    private static String column(ColumnModel column) {
        ColumnModel.Size size = column.size();
        return column.name()
                + (column.isUnique() ? " unique" : "")
                + (column.isNullable() ? "" : " not null")
                + (column.isInsertable() ? "" : " no-insert")
                + (column.isUpdatable() ? "" : " no-update")
                + (size.length() == null ? "" : " length " + size.length())
                + (size.precision() == 0 ? "" : " " + size.precision() + "," + size.scale());
    }

    private static String value(BasicValue value) {
        ConverterModel converter = value.converter();
        EnumMapping enumeration = value.enumeration();
        return value.kind()
                + (value.isLob() ? " lob" : "")
                + (enumeration == null
                        ? ""
                        : " " + enumeration.form() + " " + enumeration.storedKind() + " " + enumeration.valueField())
                + (value.temporal() == null ? "" : " " + value.temporal())
                + (converter == null ? "" : " " + simple(converter.className()) + " " + converter.databaseKind());
    }

    private static String simple(String className) {
        return TypeName.of(className).simpleName();
    }

    private void line(int depth, String content) {
        text.append("  ".repeat(depth)).append(content).append('\n');
    }
}
