package dev.dormouse.store.writeset.scan;

import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.writeset.WriteSetTransaction;
import java.util.List;

/** What every scan is given. */
record ScanSetting(
        WriteSetTransaction transaction,
        TableDefinition table,
        int slot,
        List<Evaluator> conditions,
        Frame frame,
        Counters counters) {}
