package dev.dormouse.internal.enhance;

import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.Attributes;
import dev.dormouse.internal.mapping.model.MemberModel;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Makes the accessors of a unit, each once. Thread-safe. */
public final class ClassAccessors {

    private final Map<Request, ClassAccessor> made = new ConcurrentHashMap<>();

    /**
     * Returns the accessor of a class.
     *
     * @param type the class
     * @param attributes its attributes, whose positions the accessor takes
     * @throws jakarta.persistence.PersistenceException if a member is missing, or the class is closed to the provider
     */
    public ClassAccessor of(Class<?> type, Attributes attributes) {
        return of(type, attributes.stream().map(AttributeModel::member).toList());
    }

    private ClassAccessor of(Class<?> type, List<MemberModel> members) {
        Request request = new Request(type, members);
        ClassAccessor known = made.get(request);
        if (known == null) {
            known = make(request);
            made.put(request, known);
        }
        return known;
    }

    private ClassAccessor make(Request request) {
        List<AccessedMember> members = new ArrayList<>();
        List<AccessedMember> own = new ArrayList<>();
        Map<Class<?>, List<Integer>> elsewhere = new LinkedHashMap<>();
        @Nullable Field[] finals = new Field[request.members.size()];
        for (int i = 0; i < request.members.size(); i++) {
            AccessedMember member = AccessedMember.of(i, request.type, request.members.get(i));
            members.add(member);
            if (member.isVisibleTo(request.type)) {
                own.add(member);
                finals[i] = member.isFinalField() ? HiddenClasses.open(request.type, member.field()) : null;
            } else {
                elsewhere
                        .computeIfAbsent(member.owner(), c -> new ArrayList<>())
                        .add(i);
            }
        }
        AccessorWriter writer = new AccessorWriter(request.type, own);
        ClassAccessor[] inherited = new ClassAccessor[elsewhere.size()];
        int number = 0;
        for (Map.Entry<Class<?>, List<Integer>> entry : elsewhere.entrySet()) {
            inherited[number] = of(
                    entry.getKey(),
                    entry.getValue().stream().map(request.members::get).toList());
            for (int i = 0; i < entry.getValue().size(); i++) {
                int position = entry.getValue().get(i);
                writer.delegate(members.get(position), number, i);
            }
            number++;
        }
        return HiddenClasses.accessor(
                request.type, writer.write(), new AccessorParts(request.type, members, inherited, finals));
    }

    private record Request(Class<?> type, List<MemberModel> members) {}
}
