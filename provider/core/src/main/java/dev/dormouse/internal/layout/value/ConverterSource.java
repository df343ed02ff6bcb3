package dev.dormouse.internal.layout.value;

import dev.dormouse.internal.mapping.model.ConverterModel;
import jakarta.persistence.AttributeConverter;

/** Makes the instances of an application's converters: by their constructor, or as managed beans. */
public interface ConverterSource {

    /**
     * Returns the instance for a converter; the same at each call.
     *
     * @throws jakarta.persistence.PersistenceException if it cannot be made
     */
    AttributeConverter<Object, Object> converter(ConverterModel converter);
}
