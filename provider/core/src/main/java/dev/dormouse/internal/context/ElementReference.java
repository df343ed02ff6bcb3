package dev.dormouse.internal.context;

import dev.dormouse.internal.layout.AssociationLocation;
import dev.dormouse.internal.layout.AttributeLocation;
import dev.dormouse.internal.layout.ElementsLocation;
import dev.dormouse.internal.layout.EmbeddedLocation;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.internal.mapping.model.Association;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An association to one in the elements of an element collection: how it is reached from an element. */
record ElementReference(List<Step> steps, Association association) {

    /** One attribute of an embeddable. */
    private record Step(EmbeddedLocation embeddable, int position) {}

    /** Returns the associations in the elements at a location; none for what is no collection of embeddables. */
    static List<ElementReference> in(AssociationLocation location) {
        List<ElementReference> found = new ArrayList<>();
        if (location instanceof ElementsLocation elements) {
            collect(elements.element(), List.of(), found);
        }
        return List.copyOf(found);
    }

    private static void collect(AttributeLocation at, List<Step> way, List<ElementReference> found) {
        if (at instanceof EmbeddedLocation embeddable) {
            embeddable.members().forEach((name, member) -> {
                List<Step> longer = new ArrayList<>(way);
                longer.add(new Step(embeddable, embeddable.value().attributes().position(name)));
                collect(member, longer, found);
            });
        } else if (at instanceof ToOneLocation toOne && !way.isEmpty()) {
            found.add(new ElementReference(List.copyOf(way), toOne.attribute().association()));
        }
    }

    /** Hands on what an element refers to, if anything. */
    void target(Object element, AssociationSlot.TargetConsumer consumer) {
        @Nullable Object value = element;
        for (Step step : steps) {
            value = value == null ? null : step.embeddable().get(value, step.position());
        }
        if (value != null) {
            consumer.accept(association, value);
        }
    }
}
