package dev.dormouse.internal.layout;

/**
 * Where a value is, seen from a record: that of an entity, or an element of an array in it (paths then begin at the element). Found by
 * {@link EntityLayout#location}, and by the members of an embedded value and the elements and keys of a collection.
 */
public sealed interface AttributeLocation permits BasicLocation, BareLocation, EmbeddedLocation, AssociationLocation {}
