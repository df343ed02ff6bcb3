package dev.dormouse.lmdb;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.schema.CoveringIndex;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.schema.MapIndex;
import dev.dormouse.lmdb.value.ValueBuffer;
import dev.dormouse.lmdb.value.ValueType;
import dev.dormouse.lmdb.value.ValueTypes;
import java.io.IOException;
import java.util.List;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** A map with every kind of index. */
final class People {

    /** A row. */
    record Person(String email, @Nullable String nick, String city, List<String> tags) {

        static Person of(String email, @Nullable String nick, String city, String... tags) {
            return new Person(email, nick, city, List.of(tags));
        }
    }

    static final MapIndex<Long, Person, String> BY_EMAIL = MapIndex.of("by_email", KeyTypes.string(), Person::email);
    static final MapIndex<Long, Person, String> EMAIL = BY_EMAIL.unique();
    static final MapIndex<Long, Person, String> NICK = MapIndex.<Long, Person, String>of(
                    "by_nick", KeyTypes.string(), Person::nick)
            .unique()
            .nullable();
    static final MapIndex<Long, Person, String> TAG = MapIndex.ofMany("by_tag", KeyTypes.string(), Person::tags);
    static final CoveringIndex<Long, Person, String, String> CITY = MapIndex.<Long, Person, String>of(
                    "by_city", KeyTypes.string(), Person::city)
            .covering(ValueTypes.string(), Person::email);

    static final MapDescriptor<Long, Person> PLAIN =
            MapDescriptor.of("people", "6f0a8a52-8b0c-4d0e-9a3c-1f6c5b7a0003", KeyTypes.int64(), new Form());

    static final MapDescriptor<Long, Person> PEOPLE =
            PLAIN.with(EMAIL).with(NICK).with(TAG).with(CITY);

    private People() {}

    /** Lines of text. */
    private static final class Form implements ValueType<Person> {

        @Override
        public String name() {
            return "person";
        }

        @Override
        public void encode(ValueBuffer out, Person person) {
            String nick = person.nick() == null ? "" : person.nick();
            ValueTypes.string()
                    .encode(
                            out,
                            String.join("\n", person.email(), nick, person.city(), String.join(",", person.tags())));
        }

        @Override
        public Person decode(DirectBuffer bytes) {
            return person(ValueTypes.string().decode(bytes));
        }

        private static Person person(String text) {
            String[] lines = text.split("\n", -1);
            List<String> tags = lines[3].isEmpty() ? List.of() : List.of(lines[3].split(","));
            return new Person(lines[0], lines[1].isEmpty() ? null : lines[1], lines[2], tags);
        }

        @Override
        public void writeJson(JsonGenerator out, Person person) throws IOException {
            ValueBuffer bytes = new ValueBuffer();
            encode(bytes, person);
            out.writeString(new String(bytes.toBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }

        @Override
        public Person readJson(JsonParser in) throws IOException {
            return person(in.getText());
        }
    }
}
