package dev.dormouse.internal.mapping.wellformed;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** Embedded values with overrides and converters. */
public final class Embeddables {

    private Embeddables() {}

    /** An embeddable that nests another. */
    @Embeddable
    public static class Address {
        String street;
        String city;

        @Embedded
        @AttributeOverride(name = "code", column = @Column(name = "ZIP"))
        Zip zip;

        @ManyToOne
        Country country;
    }

    /** The inner embeddable. */
    @Embeddable
    public static class Zip {
        String code;
        Money price;
    }

    /** A type that only its converter understands. */
    public static final class Money {}

    /** Applies to all attributes of type Money. */
    @Converter(autoApply = true)
    public static class MoneyConverter implements AttributeConverter<Money, Long> {
        @Override
        public Long convertToDatabaseColumn(Money attribute) {
            return 0L;
        }

        @Override
        public Money convertToEntityAttribute(Long column) {
            return new Money();
        }
    }

    /** A converter that has to be named. */
    @Converter
    public static class YesNo implements AttributeConverter<Boolean, String> {
        @Override
        public String convertToDatabaseColumn(Boolean attribute) {
            return attribute ? "Y" : "N";
        }

        @Override
        public Boolean convertToEntityAttribute(String column) {
            return column.equals("Y");
        }
    }

    /** A target of an association in an embeddable. */
    @Entity
    public static class Country {
        @Id
        String iso;
    }

    /** Two values of one class, told apart by overrides. */
    @Entity
    public static class Person {
        @Id
        long id;

        Address home;

        @AttributeOverride(name = "street", column = @Column(name = "WORK_STREET", nullable = false))
        @AttributeOverride(name = "city", column = @Column(name = "WORK_CITY"))
        @AttributeOverride(name = "zip.code", column = @Column(name = "WORK_ZIP"))
        @AttributeOverride(name = "zip.price", column = @Column(name = "WORK_PRICE"))
        @AssociationOverride(name = "country", joinColumns = @JoinColumn(name = "WORK_COUNTRY"))
        Address work;

        @Convert(converter = YesNo.class)
        boolean active;

        Money salary;
    }
}
