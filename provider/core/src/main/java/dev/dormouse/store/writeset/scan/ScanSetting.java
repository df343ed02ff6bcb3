package dev.dormouse.store.writeset.scan;

import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.writeset.WriteSetTransaction;

/** What every scan is given; nobody writes to the array. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ScanSetting(
        WriteSetTransaction transaction,
        TableDefinition table,
        int slot,
        Evaluator[] conditions,
        Frame frame,
        Counters counters) {}
