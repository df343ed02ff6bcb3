package dev.dormouse.internal.layout;

import dev.dormouse.internal.layout.value.ConverterSource;
import dev.dormouse.store.record.Layout;

/**
 * What a layout is made with beside the mapping.
 *
 * @param classLoader the loader of the application's classes
 * @param converters the source of converters
 * @param layout the layout of tables that the unit creates
 */
public record LayoutOptions(ClassLoader classLoader, ConverterSource converters, Layout layout) {}
