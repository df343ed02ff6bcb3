package dev.dormouse.benchmarks.mongodb;

import dev.dormouse.benchmarks.model.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** A person as the driver reads and writes it: all sixteen columns, by a codec of its own. */
final class DriverPerson {

    private static final long MILLIS_OF_DAY = 86_400_000;

    long id;
    String name = "";
    String email = "";
    String street = "";
    String city = "";
    String country = "";
    String postcode = "";
    String phone = "";
    LocalDate birth = LocalDate.EPOCH;
    Instant created = Instant.EPOCH;
    double rating;
    boolean active;
    int score;
    long visits;
    int floor;
    String level = "";

    static DriverPerson of(Person person) {
        DriverPerson made = new DriverPerson();
        made.id = person.getId();
        made.name = person.getName();
        made.email = person.getEmail();
        made.street = person.getStreet();
        made.city = person.getCity();
        made.country = person.getCountry();
        made.postcode = person.getPostcode();
        made.phone = person.getPhone();
        made.birth = person.getBirth();
        made.created = person.getCreated();
        made.rating = person.getRating();
        made.active = person.isActive();
        made.score = person.getScore();
        made.visits = person.getVisits();
        made.floor = person.getFloor();
        made.level = person.getLevel().name();
        return made;
    }

    long checksum() {
        return id + score + email.length();
    }

    /** Reads the fields in the order in which they come. */
    static final class PersonCodec implements Codec<DriverPerson> {

        @Override
        public DriverPerson decode(BsonReader reader, DecoderContext context) {
            DriverPerson person = new DriverPerson();
            reader.readStartDocument();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                read(person, reader.readName(), reader);
            }
            reader.readEndDocument();
            return person;
        }

        private static void read(DriverPerson person, String field, BsonReader reader) {
            switch (field) {
                case "_id" -> person.id = reader.readInt64();
                case "name" -> person.name = reader.readString();
                case "email" -> person.email = reader.readString();
                case "street" -> person.street = reader.readString();
                case "city" -> person.city = reader.readString();
                case "country" -> person.country = reader.readString();
                case "postcode" -> person.postcode = reader.readString();
                case "phone" -> person.phone = reader.readString();
                case "birth" ->
                    person.birth = LocalDate.ofEpochDay(Math.floorDiv(reader.readDateTime(), MILLIS_OF_DAY));
                case "created" -> person.created = Instant.ofEpochMilli(reader.readDateTime());
                case "rating" -> person.rating = reader.readDouble();
                case "active" -> person.active = reader.readBoolean();
                case "score" -> person.score = reader.readInt32();
                case "visits" -> person.visits = reader.readInt64();
                case "floor" -> person.floor = reader.readInt32();
                case "level" -> person.level = reader.readString();
                default -> reader.skipValue();
            }
        }

        @Override
        public void encode(BsonWriter writer, DriverPerson person, EncoderContext context) {
            writer.writeStartDocument();
            writer.writeInt64("_id", person.id);
            writer.writeString("name", person.name);
            writer.writeString("email", person.email);
            writer.writeString("street", person.street);
            writer.writeString("city", person.city);
            writer.writeString("country", person.country);
            writer.writeString("postcode", person.postcode);
            writer.writeString("phone", person.phone);
            writer.writeDateTime(
                    "birth",
                    person.birth.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
            writer.writeDateTime("created", person.created.toEpochMilli());
            writer.writeDouble("rating", person.rating);
            writer.writeBoolean("active", person.active);
            writer.writeInt32("score", person.score);
            writer.writeInt64("visits", person.visits);
            writer.writeInt32("floor", person.floor);
            writer.writeString("level", person.level);
            writer.writeEndDocument();
        }

        @Override
        public Class<DriverPerson> getEncoderClass() {
            return DriverPerson.class;
        }
    }
}
