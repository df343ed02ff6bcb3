package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.layout.AttributeLocation;
import dev.dormouse.internal.layout.transfer.AttributeTransfer;

/**
 * An attribute whose place is known.
 *
 * @param location the place
 * @param transfer the step that moves it
 */
record Bound(AttributeLocation location, AttributeTransfer transfer) {}
