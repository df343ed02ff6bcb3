package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.internal.enhance.ClassAccessors;
import dev.dormouse.internal.enhance.LazyReferences;
import dev.dormouse.internal.layout.value.ClassesByName;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.Attributes;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.MemberModel;
import dev.dormouse.internal.mapping.model.ToOneAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The classes of a unit and what was generated for them, once, however often the unit is bound. Thread-safe. */
final class UnitClasses {

    private final ClassesByName byName;
    private final ClassAccessors accessors = new ClassAccessors();
    private final Map<String, LazyReferences> references = new ConcurrentHashMap<>();

    UnitClasses(ClassLoader loader) {
        this.byName = new ClassesByName(loader);
    }

    ClassesByName byName() {
        return byName;
    }

    ClassAccessor accessor(String className, Attributes attributes) {
        return accessors.of(byName.of(className), attributes);
    }

    LazyReferences lazyReferences(EntityModel model) {
        return references.computeIfAbsent(
                model.name(), name -> LazyReferences.of(byName.of(model.className()), idMembers(model)));
    }

    private static List<MemberModel> idMembers(EntityModel model) {
        List<MemberModel> members = new ArrayList<>();
        for (String id : model.id().attributes()) {
            AttributeModel attribute = model.attributes().get(id);
            if (!(attribute instanceof ToOneAttribute)) {
                members.add(attribute.member());
            }
        }
        return members;
    }
}
