/** What both forms of the market data share: the trades that are generated, and what is computed of them. */
@NullMarked
package dev.dormouse.examples.market.data;

import org.jspecify.annotations.NullMarked;
